"""A View: one page of the site before it is HTML."""

from attrs import frozen

from coprod_content.content.library import Library
from coprod_content.document.document import Document
from coprod_content.packs import captions
from coprod_content.plugins.sites import Download
from coprod_site import addresses, words
from coprod_web.page_outline import PageOutline


@frozen
class Step:
    """A step of the trail from the first page to this one: its words, and where it lies."""

    words: str
    path: str


@frozen(kw_only=True)
class View:
    """A page of the site: where it lies, the template that writes it, what it says.

    `about` describes it to search engines; `area` is the part of the site that it belongs to, as the navigation names
    it; `page` is the document on it, if there is one; `themes` are numbers of themes whose signs it shows; `body` is
    whatever else its template shows; `scripts` are names of scripts, without which everything can be read all the same.
    """

    path: str
    template: str
    title: str
    about: str = ""
    area: str = ""
    accent: str = "brand"
    themes: tuple[int, ...] = ()
    trail: tuple[Step, ...] = ()
    scripts: tuple[str, ...] = ()
    page: PageOutline | None = None
    downloads: tuple["Group", ...] = ()
    body: object = None

    @property
    def root(self) -> str:
        """What leads from it to the folder of the site."""
        return addresses.above(self.path)

    @property
    def cited(self) -> frozenset[str]:
        """The numbers of the works that it lists."""
        return self.page.cited if self.page else frozenset()

    @property
    def document(self) -> Document | None:
        """The document on it."""
        return self.page.document if self.page else None


@frozen(kw_only=True)
class Group:
    """The files of one edition in several formats. `of` is the item that they are of, if not the one at hand."""

    title: str
    files: tuple["File", ...]
    of: str = ""

    @property
    def named(self) -> str:
        """The edition, and what it is of."""
        return f"{self.title}: {self.of}" if self.of else self.title


@frozen
class File:
    """A file to download: in what format, how large, and where."""

    format: str
    size: str
    path: str


def downloads_of(
    id_: str, downloads: tuple[Download, ...], editions: tuple[str, ...] = (), of: str = ""
) -> tuple[Group, ...]:
    """The files that belong to an item, by edition, in the order in which they were given; only some editions, if any
    are named. `of` says what they are files of, where that is not the item at hand.
    """
    own = [each for each in downloads if each.item == id_ and (each.edition in editions or not editions)]
    return tuple(
        Group(
            title=captions.edition(edition),
            of=of,
            files=tuple(
                File(captions.format_of(each.renderer), words.size(each.bytes), each.path)
                for each in own
                if each.edition == edition
            ),
        )
        for edition in dict.fromkeys(each.edition for each in own)
    )


def home_step() -> Step:
    """The first step of every trail."""
    return Step(words.HOME, addresses.HOME)


def kind_step(plural: str) -> Step:
    """The step to the list of a kind."""
    return Step(words.KINDS[plural], addresses.index_of(plural))


def numbers_of(ids: tuple[str, ...], library: Library) -> tuple[int, ...]:
    """The numbers of themes by their ids."""
    return tuple(library.themes[id_].number for id_ in ids)
