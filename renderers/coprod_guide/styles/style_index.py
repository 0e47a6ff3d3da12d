"""The styles of a reference document: their ids and the lists they use."""

from attrs import field, frozen
from lxml import etree

from coprod_guide.styles.style_names import LISTS, WordStyle

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@frozen
class _Entry:
    id: str
    based_on: str
    list_id: str


@frozen
class StyleIndex:
    """Styles by their names in Word, whatever their ids in the reference document."""

    _by_name: dict[str, _Entry] = field(repr=False)
    _by_id: dict[str, _Entry] = field(repr=False)

    @classmethod
    def of(cls, styles: etree._Element) -> "StyleIndex":
        """Index a `w:styles` element."""
        entries = [(_value(style, "name"), _entry(style)) for style in styles.iterchildren(f"{_W}style")]
        return cls({name.casefold(): entry for name, entry in entries}, {entry.id: entry for _, entry in entries})

    def id(self, style: WordStyle) -> str:
        """Return the id of a style. Raises KeyError."""
        return self._by_name[style.value.casefold()].id

    def list_of(self, style: WordStyle) -> int | None:
        """Return the id of the list that a style sets or inherits, or None."""
        entry = self._by_name.get(style.value.casefold())
        for _ in range(len(self._by_id)):
            if entry is None or entry.list_id:
                break
            entry = self._by_id.get(entry.based_on)
        return int(entry.list_id) if entry and entry.list_id not in {"", "0"} else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of required styles that are missing."""
        return tuple(style.value for style in WordStyle if style.value.casefold() not in self._by_name)

    @property
    def without_list(self) -> tuple[str, ...]:
        """The names of list styles without a list."""
        return tuple(style.value for style in LISTS if self.list_of(style) is None)


def _entry(style: etree._Element) -> _Entry:
    num_id = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return _Entry(
        str(style.get(f"{_W}styleId", "")),
        _value(style, "basedOn"),
        "" if num_id is None else str(num_id.get(f"{_W}val", "")),
    )


def _value(style: etree._Element, name: str) -> str:
    child = style.find(f"{_W}{name}")
    return "" if child is None else str(child.get(f"{_W}val", ""))
