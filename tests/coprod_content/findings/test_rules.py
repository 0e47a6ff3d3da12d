"""The table of rules is whole: every code that is used is in it, and explained. test_planted.py breaks each of them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from tools.findings_page import PAGE, page

from coprod_content.findings.fault import rule_of
from coprod_content.findings.rules import Judged
from coprod_content.findings.ruletable import PERSON, RULES

ROOT = Path(__file__).parents[3]
CODES = {rule.code for rule in RULES}
WORDS = set(get_args(Judged))
_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
_MAKERS = {"Finding", "finding_in", "_finding", "FieldError", "Problem", "_Spot", "Fault", "_fault", "fault", "_refuse"}
_LEVELS = {"error", "warning", "advice"}


def _used(tree: ast.Module) -> Iterator[str]:
    """The codes that a module gives its findings: short words among what makes one, or what is called a code."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in _MAKERS:
                named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                yield from (v.value for v in (*node.args, *named) if isinstance(v, ast.Constant) and v.value)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).strip("()").startswith("code"):
            values = (v for v in ast.walk(node.value) if isinstance(v, ast.Constant))
            yield from (v.value for v in values if isinstance(v.value, str))


@pytest.mark.parametrize(
    "path",
    sorted(p for folder in ("src", "renderers") for p in (ROOT / folder).rglob("*.py")),
    ids=lambda p: p.relative_to(ROOT).as_posix(),
)
def test_every_code_that_is_used_has_a_rule(path: Path) -> None:
    """A code that the table does not explain cannot be looked up."""
    words = {word for word in _used(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(word, str)}
    assert {word for word in words if _CODE.fullmatch(word) and "-" in word} - _LEVELS <= CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_rule_is_used(code: str) -> None:
    """A rule in the table that nothing looks for would be a promise that nobody keeps."""
    sources = (p for folder in ("src", "renderers") for p in (ROOT / folder).rglob("*.py") if p.stem != "ruletable")
    assert any(f'"{code}"' in path.read_text(encoding="utf-8") for path in sources)


def test_codes_are_stable_words_and_each_is_there_once() -> None:
    """Codes are small letters and hyphens; what they mean ends in a full stop; an unknown one has no rule."""
    assert len(CODES) == len(RULES)
    for rule in RULES:
        assert _CODE.fullmatch(rule.code)
        assert all(words.endswith(".") for words in (rule.what, rule.why, rule.fix))
        assert set(rule.judged.split()) <= WORDS
    assert rule_of("no-such-code") is None
    assert len(PERSON) >= 5


def test_the_page_of_findings_says_what_the_table_says() -> None:
    """docs/findings.md is what tools/findings_page.py makes of the table."""
    assert PAGE.read_text(encoding="utf-8") == page()
