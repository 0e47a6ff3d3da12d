"""The list of what is in a pack, and which of its files is looked at."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from coprod_builder.editing.form_fields import FormFields
from coprod_builder.preview.file_preview import FilePreview, counted
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.packs import captions
from coprod_content.packs.pack import Job, jobs
from coprod_content.planner.workshop_file import with_workshop

ON_A_PAGE = "web"
"""The renderer whose files are looked at in the browser itself."""
_UNITS = ("page", "slide")


@frozen(kw_only=True)
class SeenFile:
    """A file that was looked at already: its key, and how many pages or slides it had."""

    key: str
    count: int
    unit: str

    @property
    def sent(self) -> str:
        """As it travels in the form."""
        return f"{self.key} {self.count} {self.unit}"


@frozen(kw_only=True)
class PreviewRequest:
    """What somebody wants to look at: the key of a file, from which page on, drawn large; and what they have seen."""

    key: str = ""
    first: int = 1
    large: bool = False
    seen: tuple[SeenFile, ...] = ()

    @classmethod
    def of(cls, fields: FormFields) -> "PreviewRequest":
        """The wish of a form, whatever was sent in it."""
        key, _, first = fields.one("look").partition(" ")
        return cls(
            key=key,
            first=_whole(first) or 1,
            large=fields.one("size") == "large",
            seen=tuple(_seen(fields.every("seen"))),
        )


def _seen(sent: Iterable[str]) -> Iterator[SeenFile]:
    for words in sent:
        key, _, rest = words.partition(" ")
        count, _, unit = rest.partition(" ")
        if _whole(count) and unit in _UNITS:
            yield SeenFile(key=key, count=_whole(count), unit=unit)


def _whole(words: str) -> int:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 5 else 0


@frozen(kw_only=True)
class ListedFile:
    """A file of the list. `size` says how much there is in it, where it was looked at."""

    key: str
    edition: str
    format: str
    size: str = ""
    on_a_page: bool = False

    @property
    def name(self) -> str:
        """What it is called where it stands alone."""
        return f"{self.edition}, {self.format}"


@frozen(kw_only=True)
class ListedEdition:
    """The files of an edition."""

    title: str
    use: str
    entries: tuple[ListedFile, ...]


@frozen(kw_only=True, slots=False)
class FileList:
    """What is in the pack of a workshop."""

    workshop: Workshop
    jobs: tuple[Job, ...]
    wish: PreviewRequest

    @classmethod
    def of(cls, workshop: Workshop, library: Library, wish: PreviewRequest) -> "FileList":
        """The pack of a workshop of a library; where nobody wished for one of its files, the first is looked at."""
        return cls(workshop=workshop, jobs=jobs(workshop, library), wish=wish)

    @property
    def job(self) -> Job:
        """The file that is looked at."""
        drawn = self._drawn
        return next((job for job in drawn if key_of(job) == self.wish.key), drawn[0])

    @property
    def entry(self) -> ListedFile:
        """The same as the list has it."""
        return _entry(self.job, self.wish.seen)

    @property
    def next(self) -> ListedFile | None:
        """The file after it, nothing after the last."""
        drawn = self._drawn
        at = drawn.index(self.job) + 1
        return _entry(drawn[at], self.wish.seen) if at < len(drawn) else None

    @cached_property
    def _drawn(self) -> tuple[Job, ...]:
        return tuple(job for group in self._by_edition for job in group if job.to != ON_A_PAGE)

    @cached_property
    def _by_edition(self) -> tuple[tuple[Job, ...], ...]:
        editions = dict.fromkeys(job.edition for job in self.jobs)
        return tuple(tuple(job for job in self.jobs if job.edition == edition) for edition in editions)

    def seen(self, look: FilePreview | None) -> tuple[SeenFile, ...]:
        """What was looked at with this file."""
        key, known = key_of(self.job), {key_of(job) for job in self.jobs}
        others = tuple(each for each in self.wish.seen if each.key in known - {key})
        return (*others, SeenFile(key=key, count=look.total, unit=look.unit)) if look else others

    def groups(self, seen: tuple[SeenFile, ...]) -> tuple[ListedEdition, ...]:
        """The list by editions, in the order of the pack."""
        return tuple(
            ListedEdition(
                title=captions.edition(group[0].edition),
                use=captions.use(group[0].edition),
                entries=tuple(_entry(job, seen) for job in group),
            )
            for group in self._by_edition
        )


def key_of(job: Job) -> str:
    """What a file of a pack is asked for by."""
    return f"{job.edition}.{job.to}"


def openable(workshop: Workshop, library: Library) -> set[tuple[str, str]]:
    """Edition and renderer of each file to open: those of the pack, and its editions as web pages.

    The workshop need not be in the library.
    """
    listed = jobs(workshop, with_workshop(library, workshop))
    return {(job.edition, to) for job in listed for to in (job.to, ON_A_PAGE)}


def _entry(job: Job, seen: tuple[SeenFile, ...]) -> ListedFile:
    key = key_of(job)
    return ListedFile(
        key=key,
        edition=captions.edition(job.edition),
        format=captions.format_of(job.to),
        size=next((counted(each.count, each.unit) for each in seen if each.key == key), ""),
        on_a_page=job.to == ON_A_PAGE,
    )
