"""Word files: the inspector."""

from collections.abc import Iterator
from itertools import chain

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_inspect.office import LinkWords, alt_faults, language_faults, outside, properties
from coprod_inspect.word.paragraphs import WordStory, said, without_fallbacks
from coprod_inspect.word.text import WordText
from coprod_office.reading.colours import theme_of
from coprod_office.reading.package import OfficePackage, opened
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import WP, A, Element, FileRefused, W, child, on, parsed, short

_MAIN = "wordprocessingml.document.main+xml"
_MAPPED = {"light1": "lt1", "light2": "lt2", "dark1": "dk1", "dark2": "dk2", "hyperlink": "hlink"}
_BESIDE = ("header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")


def inspect(data: bytes) -> tuple[Fault, ...]:
    """The faults of a Word file."""
    try:
        package = opened(data, _MAIN)
        name = package.named(_MAIN)[0]
        return tuple(chain(_whole(package, name), _stories(package, name)))
    except FileRefused as refused:
        return (refused.fault,)


def _whole(package: OfficePackage, name: str) -> Iterator[Fault]:
    """What is wrong with the file as a whole."""
    language, faults = properties(package)
    yield from faults
    styles = package.root(package.beside(name, "styles"))
    set_ = None if styles is None else styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    default = "" if set_ is None else set_.get(f"{W}val") or ""
    yield from language_faults(default, "styles")
    if language and default:
        yield from language_faults(language, "properties")
    yield from outside(package)
    settings = package.root(package.beside(name, "settings"))
    lock = None if settings is None else settings.find(f"{W}documentProtection")
    if lock is not None and on(lock.get(f"{W}enforcement", "0")):
        yield Fault(code="locked", spot="properties", what="it may not be changed.")


def _stories(package: OfficePackage, name: str) -> Iterator[Fault]:
    """What is wrong with the text, its drawings and tables, then with headers, footers and notes."""
    settings = package.root(package.beside(name, "settings"))
    mapping = None if settings is None else settings.find(f"{W}clrSchemeMapping")
    renamed = (
        {} if mapping is None else {str(k).removeprefix(W): _MAPPED.get(str(v), str(v)) for k, v in mapping.items()}
    )
    theme = theme_of(package.root(package.beside(name, "theme")), renamed)
    looks = WordStyles.of(package.root(package.beside(name, "styles")), theme)
    links = LinkWords()
    others = [other for kind in _BESIDE for other in package.named(f"wordprocessingml.{kind}")]
    for part in (name, *others):
        root = without_fallbacks(parsed(package.parts[part], part))
        relations = {relation.id: relation for relation in package.relations(part)}
        paragraphs = tuple(WordStory(root, looks).paragraphs())
        spot = "the text" if part == name else part.rsplit("/", 1)[-1].removesuffix(".xml")
        yield from WordText(spot, root, paragraphs, looks, relations, links).faults()
        above = {paragraph.element: paragraph.heading for paragraph in paragraphs}
        yield from _objects(root, above, spot)


def _objects(root: Element, above: dict[Element, str], spot: str) -> Iterator[Fault]:
    """What is wrong with drawings, tables and controls; `above` is the heading that each paragraph stands under."""
    heading = ""
    for element in root.iter(f"{W}p", f"{W}drawing", f"{W}pict", f"{W}tbl", f"{W}sdt"):
        if element.tag == f"{W}p":
            heading = above.get(element, heading)
            continue
        where = f"under '{short(heading)}'" if heading else spot
        match str(element.tag).removeprefix(W):
            case "drawing":
                yield from _drawing(element, where, heading)
            case "pict":
                yield from _old_picture(element, where, heading)
            case "tbl":
                yield from _table(element, where, heading)
            case _:
                yield from _control(element, where, heading)


def _drawing(drawing: Element, spot: str, heading: str) -> Iterator[Fault]:
    if drawing.find(f"{WP}anchor") is not None:
        yield Fault(code="floating-object", spot=spot, what="a drawing floats over the page.", heading=heading)
    for named in drawing.iterfind(f"*/{WP}docPr"):
        yield from alt_faults(named, "picture", spot, heading, title=heading)
    if next(drawing.iter("{*}webVideoPr"), None) is not None:
        yield Fault(code="media-no-captions", spot=spot, what="a film is embedded.", heading=heading)
    bent = next((w for w in drawing.iter(f"{A}prstTxWarp") if w.get("prst") != "textNoShape"), None)
    if bent is not None:
        yield Fault(code="word-art", spot=spot, what="text is bent into a shape.", heading=heading)


def _old_picture(picture: Element, spot: str, heading: str) -> Iterator[Fault]:
    """A picture in the markup of before 2007."""
    for shape in picture:
        if str(shape.tag).rsplit("}", 1)[-1] in ("shape", "rect", "group", "oval") and not shape.get("alt"):
            yield Fault(code="alt-missing", spot=spot, what="a drawing has none.", heading=heading)


def _table(table: Element, spot: str, heading: str) -> Iterator[Fault]:
    first = table.find(f"{W}tr")
    cells = [] if first is None else [_heard(cell) for cell in first.iterfind(f"{W}tc")]
    words = next((cell for cell in cells if cell), "")
    called = f"the table that starts '{short(words)}'"

    def fault(code: str, what: str) -> Fault:
        return Fault(code=code, spot=spot, what=f"{called} {what}", words=words, heading=heading)

    mark = None if first is None else first.find(f"{W}trPr/{W}tblHeader")
    if mark is None or not on(mark.get(f"{W}val")):
        yield fault("table-no-header", "has no header row.")
    elif not all(cells):
        yield fault("table-header-empty", "has an empty header cell.")
    if any(table.find(f"{W}tblPr/{W}{n}") is not None for n in ("tblCaption", "tblDescription")) or _captioned(table):
        pass
    else:
        yield fault("table-no-name", "has neither caption nor alternative text.")
    own = [cell for row in table.iterfind(f"{W}tr") for cell in row.iterfind(f"{W}tc")]
    if any(_merged(cell) for cell in own):
        yield fault("table-merged-cells", "has merged cells.")
    if next(table.iterancestors(f"{W}tbl"), None) is not None:
        yield fault("table-nested", "stands in another table.")


def _heard(cell: Element) -> str:
    """The words of a cell; of one that holds only a picture, that it does, since its text stands for it."""
    words = " ".join(said(cell).split())
    return words or ("picture" if next(cell.iter(f"{W}drawing"), None) is not None else "")


def _captioned(table: Element) -> bool:
    before = table.getprevious()
    style = None if before is None else before.find(f"{W}pPr/{W}pStyle")
    return style is not None and (style.get(f"{W}val") or "").lower() == "caption"


def _merged(cell: Element) -> bool:
    properties = child(cell, f"{W}tcPr")
    if properties is None:
        return False
    span, down = child(properties, f"{W}gridSpan"), child(properties, f"{W}vMerge")
    return down is not None or (span is not None and span.get(f"{W}val") not in (None, "1"))


def _control(control: Element, spot: str, heading: str) -> Iterator[Fault]:
    alias = control.find(f"{W}sdtPr/{W}alias")
    if alias is None or not (alias.get(f"{W}val") or "").strip():
        words = " ".join(said(control).split())
        what = f"the content control '{short(words)}' has no title."
        yield Fault(code="control-no-title", spot=spot, what=what, words=words, heading=heading)


inspector = Inspector(
    media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document", inspect=inspect
)
