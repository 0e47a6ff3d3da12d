"""Plain English: phrases that are refused, and docstrings whose first line is one short line."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.support.syntax_trees import tree_of

ROOT = Path(__file__).parents[2]
CODE = sorted(path for folder in ("src", "renderers") for path in (ROOT / folder).rglob("*.py"))
PAGES = sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
LONGEST = 12
REFUSED = (
    r"so many",
    r"anew",
    r"in (?:whose|its|their|his|her) stead",
    r"nothing for",
    r"(?<!\")stands(?! for)",  # not an entry in a list of words
    r"stand (?:in|on|at|beside|below|above|there|over|under|between)",
    r"told",
    r"of (?:its|their) own",
    r"lies",
    r"where there (?:is|are) (?:none|no)",
    r"of equals",
    r"else nothing",
    r"of which (?:no|an|none)",
    r"that (?:are|is) none",
    r"for those that",
    r"(?<!there )is no (?!longer|more|one)[a-z-]+(?=[.,;])",
)
PHRASES = re.compile(rf"\b(?:{'|'.join(REFUSED)})\b", re.IGNORECASE)


def refused(words: str) -> list[str]:
    """Return the refused phrases in some words, however their lines are broken."""
    return PHRASES.findall(re.sub(r"\s+(?:# )?", " ", words))


def docstrings(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each docstring in a module."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found = ast.get_docstring(node)
            if found:
                yield getattr(node, "lineno", 1), found


def is_long(docstring: str) -> bool:
    """Return whether the first line has more than 12 words, or is not a whole sentence."""
    first, *others = docstring.splitlines()
    return len(first.split()) > LONGEST or first[-1] not in ".?!:" or bool(others and others[0])


def test_no_page_or_module_has_a_refused_phrase() -> None:
    """The code and the pages have none of the phrases that give translated English away."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {phrase}"
        for path in (*CODE, *PAGES)
        for phrase in refused(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_the_first_line_of_a_docstring_is_short() -> None:
    """The first line of each docstring is a sentence of at most 12 words, and stands alone."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {docstring.splitlines()[0]}"
        for path in CODE
        for line, docstring in docstrings(path)
        if is_long(docstring)
    ]
    assert found == []


def test_the_phrases_are_found() -> None:
    """Each phrase is found across lines and in comments; words that only look like one are not."""
    odd = "where\n    there is none, of\n# which no part stands, is no id. so many, else nothing"
    assert Counter(refused(odd)).total() == 6
    assert refused("There is no template. It stands for a word. This is no longer true.") == []
    assert is_long("One two three four five six seven eight nine ten eleven twelve thirteen.")
    assert is_long("A sentence that goes on\nhere.")
    assert not is_long("Return a value.\n\nMore about it.")
