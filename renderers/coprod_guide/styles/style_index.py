"""The ids of a document's styles, and the lists they use."""

from attrs import field, frozen

from coprod_guide.styles.style_names import WordStyle
from coprod_office.reading.theme import read_theme
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import Element, W


@frozen
class StyleIndex:
    """An index of a document's styles by their names in Word."""

    _styles: WordStyles = field(repr=False)
    _ids: dict[str, str] = field(repr=False)

    @classmethod
    def of(cls, root: Element | None) -> "StyleIndex":
        """Index a `w:styles` element."""
        styles = WordStyles.read(root, read_theme(None, {}))
        names = ((style.find(f"{W}name"), id_) for id_, style in styles.styles.items())
        ids = {(name.get(f"{W}val") or "").casefold(): id_ for name, id_ in names if name is not None}
        return cls(styles, ids)

    def has(self, style: WordStyle) -> bool:
        """Return whether a style exists."""
        return style.value.casefold() in self._ids

    def id(self, style: WordStyle) -> str:
        """Return the id of a style, or raise KeyError if missing."""
        return self._ids[style.value.casefold()]

    def list_of(self, style: WordStyle) -> int | None:
        """Return the list id that a style sets or inherits, or None."""
        for element in self._styles.ancestry(self._ids.get(style.value.casefold())):
            number = element.find(f"{W}pPr/{W}numPr/{W}numId")
            if number is not None and (value := number.get(f"{W}val")):
                return int(value) or None
        return None
