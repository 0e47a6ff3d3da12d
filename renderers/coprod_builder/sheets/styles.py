"""The style sheet of a document: what each style says, with all that it is based on."""

from functools import cached_property, lru_cache

from attrs import evolve, field, frozen

from coprod_builder.canvas.officefile import Element
from coprod_builder.sheets.lists import Lists
from coprod_builder.sheets.setting import Letters, Setting, with_indents, with_letters, with_paragraph
from coprod_builder.sheets.wordfile import W, WordFile, number, value


@frozen(eq=False)
class Styles:
    """Styles by their ids."""

    file: WordFile
    lists: Lists = field(repr=False)

    @classmethod
    def of(cls, file: WordFile) -> "Styles":
        """The styles of a file."""
        return cls(file, Lists.of(file))

    def chain(self, id_: str) -> tuple[Element, ...]:
        """A style and those that it is based on, the lowest first."""
        found: list[Element] = []
        while id_ in self._by_id and self._by_id[id_] not in found:
            found.insert(0, self._by_id[id_])
            id_ = value(found[0], "basedOn")
        return tuple(found)

    def paragraph(self, properties: Element | None) -> Setting:
        """How a paragraph with some properties is set."""
        setting = self._styled(value(properties, "pStyle") or self._default)
        return setting if properties is None else self._with(setting, properties)

    def letters(self, before: Letters, properties: Element | None) -> Letters:
        """How letters in a paragraph are set that have some properties."""
        if properties is None or not len(properties):
            return before
        for style in self.chain(value(properties, "rStyle")):
            before = with_letters(before, style.find(f"{W}rPr"))
        return with_letters(before, properties)

    @lru_cache(maxsize=512)  # noqa: B019  # lives as long as the drawing of one file
    def _styled(self, id_: str) -> Setting:
        setting = self._defaults
        for style in self.chain(id_):
            properties = style.find(f"{W}pPr")
            if properties is not None:
                setting = self._with(setting, properties)
            setting = evolve(setting, letters=with_letters(setting.letters, style.find(f"{W}rPr")))
        return setting

    def _with(self, setting: Setting, properties: Element) -> Setting:
        """A setting with what properties say: the indents of a list that they name count less than their own."""
        named = properties.find(f"{W}numPr")
        if named is not None:
            id_, level = number(named, "numId", setting.list[0]), number(named, "ilvl", setting.list[1])
            setting = evolve(with_indents(setting, self.lists.indents(id_, level)), list=(id_, level))
        return with_paragraph(setting, properties)

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        root = self.file.xml(self.file.one(self.file.main, "styles"))
        return {each.get(f"{W}styleId", ""): each for each in root.iterchildren(f"{W}style")}

    @cached_property
    def _default(self) -> str:
        """The id of the style of paragraphs that name none."""
        kinds = (id_ for id_, each in self._by_id.items() if each.get(f"{W}type") == "paragraph")
        return next((id_ for id_ in kinds if self._by_id[id_].get(f"{W}default") in {"1", "true"}), "")

    @cached_property
    def _defaults(self) -> Setting:
        root = self.file.xml(self.file.one(self.file.main, "styles"))
        setting = Setting()
        paragraph = root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
        letters = with_letters(setting.letters, root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        setting = evolve(setting, letters=letters)
        return setting if paragraph is None else with_paragraph(setting, paragraph)
