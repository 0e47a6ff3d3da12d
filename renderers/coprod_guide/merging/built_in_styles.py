"""Find a template's own built-in styles, whatever language they are named in."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coprod_content.files.cache.yaml_tables import yaml_table
from coprod_guide.styles.style_names import CHARACTERS, CONTENTS, HEADINGS, TABLES, WordStyle
from coprod_office.reading.word_styles import WordStyles
from coprod_office.reading.xml import Element, W, first_child, is_on

BUILT_IN = (
    *(WordStyle.TITLE, WordStyle.SUBTITLE, *HEADINGS, WordStyle.BODY, WordStyle.BULLET, WordStyle.NUMBER),
    *(WordStyle.CAPTION, WordStyle.CONTENTS_HEADING, *CONTENTS, WordStyle.STRONG, WordStyle.EMPHASIS, WordStyle.LINK),
)
"""Word's built-in styles that guides use, apart from Normal, header and footer."""
TABLE_GRID = "Table Grid"
_OURS = (WordStyle.SAY, WordStyle.CALLOUT_SAY, WordStyle.TABLE)
_NOT_LETTERS = re.compile(r"[\W_]+")
_SHORTEST_ID = 3


def style_kind(style: WordStyle) -> str:
    """Return a style's type as Word names it: paragraph, character or table."""
    return "character" if style in CHARACTERS else "table" if style in TABLES else "paragraph"


def is_based_on_ours(styles: WordStyles) -> bool:
    """Return whether a template was made from our own reference document."""
    return all(_named(styles, style.value, style_kind(style)) for style in _OURS)


def own_styles(styles: WordStyles) -> dict[WordStyle, str]:
    """Return the ids of a template's styles that guides can use.

    Our own styles, such as callouts, are only looked for in templates that were made from our reference document. In
    other templates, a style called "Figure" or "Note" can be anything.
    """
    wanted = tuple(WordStyle) if is_based_on_ours(styles) else (WordStyle.NORMAL, *BUILT_IN)
    found = {style: id_ for style in wanted if (id_ := _find(styles, style))}
    for level, heading in enumerate(HEADINGS):
        free = (id_ for id_ in _with_outline_level(styles, level) if id_ not in found.values())
        if heading not in found and (id_ := next(free, "")):
            found[heading] = id_
    return found


def table_grid(styles: WordStyles) -> str:
    """Return the id of a template's Table Grid style, or ""."""
    return _named(styles, TABLE_GRID, "table") or _localised(styles, TABLE_GRID, "table")


def names_in_use(styles: WordStyles) -> set[str]:
    """Return the names and aliases of all styles, in lower case."""
    return {name for style in styles.styles.values() for name in (_names(style) or ("",))}


def _find(styles: WordStyles, style: WordStyle) -> str:
    kind = style_kind(style)
    if style is WordStyle.NORMAL:
        default = styles.default(kind)
        return default if default and styles.styles[default].get(f"{W}type") == kind else ""
    by_id = styles.styles.get(style.id)
    is_same = by_id is not None and by_id.get(f"{W}type") == kind
    return _named(styles, style.value, kind) or (style.id if is_same else "") or _localised(styles, style.value, kind)


def _named(styles: WordStyles, name: str, kind: str) -> str:
    """Return the id of the style called `name`, or "".

    `kind` is the type of the style. Built-in styles take precedence over custom styles.
    """
    found = [id_ for id_, style in _of_kind(styles, kind) if name.casefold() in _names(style)]
    return min(found, key=lambda id_: bool(styles.styles[id_].get(f"{W}customStyle")), default="")


def _localised(styles: WordStyles, name: str, kind: str) -> str:
    keys = _keys(name)
    for id_, style in _of_kind(styles, kind):
        if keys & {_key(each) for each in (*_names(style), id_)}:
            return id_
    return ""


def _of_kind(styles: WordStyles, kind: str) -> Iterator[tuple[str, Element]]:
    return ((id_, style) for id_, style in styles.styles.items() if id_ and style.get(f"{W}type") == kind)


def _names(style: Element) -> tuple[str, ...]:
    """Return a style's name and any aliases, in lower case."""
    name = first_child(style, f"{W}name")
    words = "" if name is None else name.get(f"{W}val") or ""
    return tuple(each.strip().casefold() for each in words.split(",") if each.strip())


def _with_outline_level(styles: WordStyles, level: int) -> Iterator[str]:
    for id_, style in _of_kind(styles, "paragraph"):
        own = style.find(f"{W}pPr/{W}outlineLvl")
        if own is not None and own.get(f"{W}val") == str(level) and not _is_hidden(style):
            yield id_


def _is_hidden(style: Element) -> bool:
    hidden = first_child(style, f"{W}semiHidden")
    return hidden is not None and is_on(hidden.get(f"{W}val"))


@cache
def _keys(name: str) -> frozenset[str]:
    """Return keys for a built-in style's names in other languages.

    A key is a name in lower case, without spaces and punctuation.
    """
    number = name[-1] if name[-1].isdigit() else ""
    names = [each.replace("*", number) for each in _table().get(f"{name[:-1]}*" if number else name, ())]
    in_ascii = (_key(each.encode("ascii", "ignore").decode()) for each in names)  # as Word makes ids from names
    return frozenset((*map(_key, names), *(key for key in in_ascii if len(key.strip("0123456789")) >= _SHORTEST_ID)))


def _key(words: str) -> str:
    return _NOT_LETTERS.sub("", words.casefold())


@cache
def _table() -> dict[str, list[str]]:
    return dict(yaml_table(Path(__file__).with_name("localised_styles.yaml")))
