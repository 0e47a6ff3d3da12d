"""What several editions share: text from fields, cover and credits."""

from collections import Counter
from collections.abc import Iterable, Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Theme, Tool
from coprod_content.content.phrases import minutes_range, people_range, setting_in_words
from coprod_content.document.blocks import Block, Bullets, Fact, Facts, Paragraph
from coprod_content.document.document import Section
from coprod_content.text.sentences import with_full_stop
from coprod_content.text.spans import Span, Text, item_span, text_of, verbatim


def texts(paragraphs: Iterable[str]) -> tuple[Text, ...]:
    """Prose fields as texts."""
    return tuple(text_of(paragraph) for paragraph in paragraphs)


def paragraphs(prose: Iterable[str]) -> tuple[Block, ...]:
    """Prose fields as paragraphs."""
    return tuple(Paragraph(text) for text in texts(prose))


def lead(prose: str) -> Paragraph:
    """A prose field as the paragraph that opens a section."""
    return Paragraph(text_of(prose), "lead")


def points(prose: Iterable[str]) -> Bullets:
    """Prose fields as a list of points."""
    return Bullets(texts(prose))


def checklist(prose: Iterable[str]) -> Bullets:
    """Prose fields as a list to tick off."""
    return Bullets(texts(prose), "check")


def accent(library: Library, theme: str) -> str:
    """The colour role of a theme."""
    return f"theme_{library.themes[theme].number}"


def theme_label(theme: Theme) -> str:
    """A theme in one line."""
    return f"Theme {theme.number}: {theme.title}"


def named(title: str, what: str) -> str:
    """The title of a document that is `what` of something: `First steps: handouts`, `Who decides? Handouts`."""
    return f"{title} {what[0].upper()}{what[1:]}" if title.endswith(("?", "!")) else f"{title}: {what}"


def in_a_row(parts: Iterable[str]) -> str:
    """Some labels one after the other, each but the last ended as a sentence is; empty ones are left out."""
    *before, last = filter(None, parts)
    return " ".join((*map(with_full_stop, before), last))


def listed_names(names: Iterable[tuple[str, str]], between: str = ", ") -> Text:
    """The names of items, each given with its id, in a row."""
    spans: list[Span] = []
    for words, id_ in names:
        spans += [Span(between), item_span(words, id_)] if spans else [item_span(words, id_)]
    return tuple(spans)


def tool_facts(tool: Tool, *, time: str = "") -> Facts:
    """Time, people and place of a tool at a glance."""
    facts = (
        Fact("Time", verbatim(time or minutes_range(tool.minutes))),
        Fact("People", verbatim(people_range(tool.people))),
        Fact("Where", verbatim(setting_in_words(tool.setting))),
    )
    return Facts(f"At a glance: {tool.title}", facts)


def contents() -> Section:
    """The place of the contents list."""
    return Section(title="Contents", role="contents")


def credits_section(library: Library, group: str = "") -> Section:
    """Who made this, from what, and on what terms."""
    about = library.about
    said = (about.statement, about.credit, about.basis, about.licence)
    return Section(title="About this material", role="credits", group=group, blocks=paragraphs(said))


def told_apart(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """Sections beside each other, those of one title counted: "Break (1 of 2)"."""
    often = Counter(section.title for section in sections)
    met: Counter[str] = Counter()
    found = []
    for section in sections:
        met[section.title] += 1
        of = often[section.title]
        found.append(evolve(section, title=f"{section.title} ({met[section.title]} of {of})") if of > 1 else section)
    return tuple(found)


def numbered_titles(sections: Iterable[Section]) -> Iterator[Section]:
    """Slides with a number after a title that an earlier one has: screen readers move about by title."""
    seen: Counter[str] = Counter()
    for section in sections:
        key = section.title.casefold()
        seen[key] += 1
        yield section if seen[key] == 1 else evolve(section, title=f"{section.title}, {seen[key]}")
