"""An organisation's Word file, opened safely.

A file in Strict Open XML is converted to Transitional Open XML, the form in which Word usually saves files.
"""

from functools import lru_cache

from attrs import field, frozen
from lxml import etree

from coprod_guide.page_setup import PageSetup
from coprod_guide.wordprocessingml import NAMESPACES, W_NAMESPACE
from coprod_office.reading.errors import FileRefused
from coprod_office.reading.package import OfficePackage, open_package, part_name
from coprod_office.reading.strict_form import in_usual_form
from coprod_office.reading.theme import OfficeTheme, read_theme
from coprod_office.reading.word_styles import WordFormat, WordStyles
from coprod_office.reading.xml import MC, A, Element, R, W, first_child

LARGEST_FILE = 60_000_000  # bytes
_FIX = "Open it in Word and save it as .docx or .dotx."
_MAIN = ".main+xml"
_WORD = ("wordprocessingml", "ms-word")
_SHOWN = (
    *(".png", ".jpg", ".jpeg", ".jfif", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf", ".emz", ".wmz", ".svg"),
    *(".webp", ".odttf", ".ttf", ".fntdata"),
)
_MACROS = ("vbaProject", "vbaData", "keyMapCustomizations", "extensibility")
_ALIASES = {"light1": "lt1", "light2": "lt2", "dark1": "dk1", "dark2": "dk2", "hyperlink": "hlink"}
_NOT_KEPT = ("footnotePr", "endnotePr", "printerSettings", "sectPrChange", "lnNumType", "pgBorders", "vAlign", "type")
_NOT_KEPT_EITHER = ("textDirection", "docGrid", "bidi", "rtlGutter", "formProt", "paperSrc", "noEndnote")
_SPACES = (f"{W}p", f"{W}tab", f"{W}br")
_RUNNING = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}


@frozen
class RunningReference:
    """A header or footer and the pages on which it appears.

    `kind` is `header` or `footer`. `pages` is `default`, `first` or `even`. `part` is the name of the part.
    """

    kind: str
    pages: str
    part: str


@frozen(eq=False)
class WordTemplate:
    """An organisation's Word file.

    `main` is the name of the main document part. `section` is the page setup of the section with the most text, without
    headers, columns and anything else that would not suit different text. It is None if the size or margins are
    missing. `running` contains the headers and footers of that section, and `first_number` is the number of the first
    page. Elements must be copied before they are changed.
    """

    name: str
    package: OfficePackage = field(repr=False)
    main: str
    section: Element | None
    running: tuple[RunningReference, ...]
    first_number: int

    @property
    def styles_root(self) -> Element:
        """The `w:styles` element, empty if the file has none."""
        return _or_empty(self.root("styles"), "styles")

    @property
    def numbering_root(self) -> Element:
        """The `w:numbering` element, empty if the file has none."""
        return _or_empty(self.root("numbering"), "numbering")

    def root(self, kind: str) -> Element | None:
        """Return the root of a part related to the main document.

        `kind` is the kind of relationship that leads to the part, such as `styles`. Returns None if there is no such
        part.
        """
        return self.package.root(self.part(kind))

    def part(self, kind: str) -> str:
        """Return the name of a part related to the main document.

        `kind` is the kind of relationship that leads to the part, such as `styles`. Returns an empty string if there is
        no such part.
        """
        name = self.package.related(self.main, kind)
        return name if name in self.package.parts else ""

    @property
    def theme(self) -> OfficeTheme:
        """The theme, with the colour aliases that the settings define.

        For example, the settings can make `bg1` an alias of the colour `lt1`.
        """
        settings = self.root("settings")
        mapping = None if settings is None else first_child(settings, f"{W}clrSchemeMapping")
        names = () if mapping is None else mapping.items()
        aliases = {str(slot).removeprefix(W): _ALIASES.get(str(value), str(value)) for slot, value in names}
        return read_theme(self.root("theme"), aliases)

    @property
    def text(self) -> str:
        """The text in the body of the file, on one line."""
        root = self.package.root(self.main)
        shown = () if root is None else root.iter(f"{W}t", *_SPACES)
        words = (each.text or "" if each.tag == f"{W}t" else " " for each in shown if not _is_fallback(each))
        return " ".join("".join(words).split())

    @property
    def has_macros(self) -> bool:
        """Whether the file has macros or changes Word's menus or keys."""
        kinds = {each.kind for name in ("", self.main) for each in self.package.relationships(name)}
        return bool(kinds & set(_MACROS)) or any("vbaProject" in type_ for type_ in self.package.types.values())

    def text_format(self, styles: WordStyles) -> WordFormat:
        """Return the format of ordinary paragraphs."""
        return styles.style_format(styles.default("paragraph")).over(styles.defaults)

    def font_of(self, styles: WordStyles, id_: str | None) -> str:
        """Return the font of a style, or "" if unknown."""
        holders = [first_child(each, f"{W}rPr") for each in styles.ancestry(id_)]
        for holder in (*holders, self.styles_root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")):
            fonts = None if holder is None else first_child(holder, f"{W}rFonts")
            if fonts is not None and (found := self._font(fonts)):
                return found
        return ""

    def _font(self, fonts: Element) -> str:
        slot = fonts.get(f"{W}asciiTheme") or fonts.get(f"{W}hAnsiTheme") or ""
        theme = self.root("theme")
        scheme = "majorFont" if slot.startswith("major") else "minorFont"
        if slot and theme is not None:
            latin = next((each for found in theme.iter(f"{A}{scheme}") for each in found.iter(f"{A}latin")), None)
            if latin is not None and latin.get("typeface"):
                return latin.get("typeface") or ""
        return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


@lru_cache(maxsize=4)
def open_template(data: bytes, name: str) -> WordTemplate:
    """Open an organisation's Word file.

    Raises ValueError, with a line of advice, if the file cannot be used.
    """
    if len(data) > LARGEST_FILE:
        raise ValueError(
            f"The template '{name}' is {len(data) / 1_000_000:.1f} MB. The limit is {LARGEST_FILE // 1_000_000} MB. "
            "Remove pictures that are not in a header or footer, and save the template again."
        )
    try:
        return _opened(open_package(data, _MAIN, binary=_is_shown, template=True), name)
    except FileRefused as error:
        part = f"its part {error.fault.spot}" if error.fault.spot else "it"
        reason = f"{part} {error.fault.what} {error.fix('Word', _FIX)}"
    except KeyError as error:
        reason = f"it lacks the part {error}. {_FIX}"
    raise ValueError(f"The template '{name}' cannot be read: {reason}")


def _is_shown(part: str) -> bool:
    """Return whether a part is a picture or font, by its extension."""
    return part.lower().endswith(_SHOWN)


def _opened(package: OfficePackage, name: str) -> WordTemplate:
    main = package.related("", "officeDocument") or next(iter(package.of_type(_MAIN)), "")
    if not any(word in package.types[main] for word in _WORD):
        what = "is not a Word file." if main else "has no main document."
        raise FileRefused("not-what-it-says", what)
    package = in_usual_form(package)
    root = package.root(main)
    if root is None or root.find(f"{W}body") is None:
        raise FileRefused("corrupt", "has no text.", main)
    package.check_roots(parse=True)
    section, references = _main_section(root)
    by_id = {each.id: each for each in package.relationships(main) if not each.external}
    running = tuple(
        RunningReference(kind, pages, part_name(main, by_id[id_].target))
        for (kind, pages), id_ in sorted(references.items(), reverse=True)
        if id_ in by_id
    )
    for each in running:
        package.types[each.part]  # raises KeyError if the part is missing
    first = None if section is None else section.find(f"{W}pgNumType")
    start = "1" if first is None else first.get(f"{W}start") or "1"
    return WordTemplate(name, package, main, _cleaned(section), running, int(start) if start in "01" else 1)


def _main_section(root: Element) -> tuple[Element | None, dict[tuple[str, str], str]]:
    """Return the section with the most text, and its headers and footers.

    Headers and footers are given as relationship ids, by kind and pages. A section inherits any that it lacks from the
    section before it.
    """
    best: tuple[Element | None, dict[tuple[str, str], str]] = (None, {})
    inherited: dict[tuple[str, str], str] = {}
    count, most = 0, -1
    for element in root.iter(f"{W}p", f"{W}sectPr"):
        if element.tag == f"{W}p":
            count += any((text.text or "").strip() for text in element.iter(f"{W}t"))
        elif next(element.iterancestors(f"{W}sectPrChange"), None) is None:
            own = {
                (_RUNNING[str(each.tag)], each.get(f"{W}type", "default")): each.get(f"{R}id", "")
                for each in element
                if each.tag in _RUNNING
            }
            inherited = inherited | own
            if count >= most:
                best, most = (element, inherited), count
            count = 0
    return best


def _cleaned(section: Element | None) -> Element | None:
    """Return a copy of a section, made suitable for other documents.

    It has one column, and no headers or footers. Returns None if `section` is None, or if its size or margins are
    missing.
    """
    if section is None:
        return None
    made = etree.fromstring(f"<w:sectPr {NAMESPACES}/>")
    dropped = {f"{W}{name}" for name in (*_NOT_KEPT, *_NOT_KEPT_EITHER)} | set(_RUNNING)
    made.extend(etree.fromstring(etree.tostring(each)) for each in section if each.tag not in dropped)
    for columns in made.findall(f"{W}cols"):
        made.remove(columns)
    numbers = made.find(f"{W}pgNumType")
    if numbers is not None and numbers.get(f"{W}start") not in (None, "0", "1"):
        numbers.attrib.pop(f"{W}start")
    page = PageSetup(made)
    if not page.is_complete:
        return None
    page.set_in_twips()
    return made


def _is_fallback(element: Element) -> bool:
    """Return whether an element repeats text for old versions of Word."""
    return next(element.iterancestors(f"{MC}Fallback"), None) is not None


def _or_empty(root: Element | None, name: str) -> Element:
    usable = root is not None and root.tag == f"{W}{name}"
    return root if usable and root is not None else etree.fromstring(f"<w:{name} {W_NAMESPACE}/>")
