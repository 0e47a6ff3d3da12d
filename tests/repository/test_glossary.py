"""The glossary in docs/contributing.md and the code have the same words."""

import inspect
import re
from pathlib import Path

from tests.support.known_names import is_importable

import coprod_content
from coprod_content.content.kinds import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "contributing.md"
ROW = re.compile(r"^\| ([^|`]+) \| ([^|]+) \| ((?:`[\w.]+`(?:, )?)+) \|$", re.MULTILINE)


def rows() -> list[tuple[str, str, list[str]]]:
    """Return the words of the glossary, each with its meaning and its names in the code."""
    section = PAGE.read_text(encoding="utf-8").split("\n## Words\n")[1].split("\n## ")[0]
    found = ROW.findall(section)
    assert len(found) == section.count("\n| ") - 2, "a row of the glossary is not like the others"
    return [(word, meaning, re.findall(r"`([\w.]+)`", names)) for word, meaning, names in found]


def test_every_word_of_the_glossary_has_its_class_or_function() -> None:
    """Each name in the last column leads to something in the core or in a renderer."""
    names = [name for _, _, names in rows() for name in names]
    assert [name for name in names if not is_importable(f"coprod_content.{name}") and not is_importable(name)] == []


def test_every_public_class_and_every_kind_is_in_the_glossary() -> None:
    """The classes of `import coprod_content` and the kinds of content item each have a row."""
    explained = {name.rsplit(".", 1)[-1] for _, _, names in rows() for name in names}
    public = {name for name in coprod_content.__all__ if inspect.isclass(getattr(coprod_content, name))}
    assert public - explained == set()
    assert {kind.type.__name__ for kind in KINDS} - explained == set()


def test_the_glossary_is_in_order_and_says_each_word_once() -> None:
    """Words are in alphabetical order, and none is explained twice."""
    words = [word.casefold() for word, _, _ in rows()]
    assert words == sorted(set(words))
