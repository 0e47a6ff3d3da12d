"""The style sheet of an opened reference document: which styles it has, under which ids, and which lists they carry."""

from attrs import field, frozen
from lxml import etree

from coprod_guide.names import LISTS, Style

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@frozen
class _Entry:
    id: str
    based: str
    list: str


@frozen
class Sheet:
    """Styles by the names of Word, whatever language or ids the reference document was made with."""

    _by_name: dict[str, _Entry] = field(repr=False)
    _by_id: dict[str, _Entry] = field(repr=False)

    @classmethod
    def of(cls, styles: etree._Element) -> "Sheet":
        """The sheet of a `w:styles` element."""
        entries = [(_value(style, "name"), _entry(style)) for style in styles.iterchildren(f"{_W}style")]
        return cls({name.casefold(): entry for name, entry in entries}, {entry.id: entry for _, entry in entries})

    def id(self, style: Style) -> str:
        """The id of a style that is there. Raises KeyError."""
        return self._by_name[style.value.casefold()].id

    def list_of(self, style: Style) -> int | None:
        """The id of the list that a style carries, itself or through those it is based on."""
        entry = self._by_name.get(style.value.casefold())
        for _ in range(len(self._by_id)):
            if entry is None or entry.list:
                break
            entry = self._by_id.get(entry.based)
        return int(entry.list) if entry and entry.list not in {"", "0"} else None

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of styles that a guide needs and the sheet lacks."""
        return tuple(style.value for style in Style if style.value.casefold() not in self._by_name)

    @property
    def without_list(self) -> tuple[str, ...]:
        """The names of list styles that carry no list."""
        return tuple(style.value for style in LISTS if self.list_of(style) is None)


def _entry(style: etree._Element) -> _Entry:
    lists = style.find(f"{_W}pPr/{_W}numPr/{_W}numId")
    return _Entry(
        str(style.get(f"{_W}styleId", "")),
        _value(style, "basedOn"),
        "" if lists is None else str(lists.get(f"{_W}val", "")),
    )


def _value(style: etree._Element, name: str) -> str:
    child = style.find(f"{_W}{name}")
    return "" if child is None else str(child.get(f"{_W}val", ""))
