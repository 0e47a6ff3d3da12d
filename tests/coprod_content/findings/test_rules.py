"""Every code that the program reports has a rule, and every rule is used."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.syntax_trees import tree_of

from coprod_content.findings.rules import SUBJECTS, all_rules, questions_for_people, rule_of, unchecked

ROOT = Path(__file__).parents[3]
RULES = all_rules()
CODES = {rule.code for rule in RULES}
_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")
_MAKERS = {
    "Finding",
    "finding_in",
    "_finding",
    "FieldError",
    "Problem",
    "_Spot",
    "Fault",
    "_fault",
    "fault",
    "refuse",
}
_LEVELS = {"error", "warning", "advice"}


def _used(tree: ast.Module) -> Iterator[str]:
    """The codes in a module: short words given to whatever makes a finding, or assigned to a name like `code`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name in _MAKERS:
                named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                yield from (v.value for v in (*node.args, *named) if isinstance(v, ast.Constant) and v.value)
        elif isinstance(node, ast.Assign) and _first_name(node.targets[0]).startswith("code"):
            values = (v for v in ast.walk(node.value) if isinstance(v, ast.Constant))
            yield from (v.value for v in values if isinstance(v.value, str))


def _first_name(target: ast.expr) -> str:
    """The name that is assigned to, or the first of several."""
    first = target.elts[0] if isinstance(target, ast.Tuple) else target
    return first.id if isinstance(first, ast.Name) else ""


def test_every_code_that_is_used_has_a_rule_and_every_rule_is_used() -> None:
    """`coprod explain` knows every code that a module uses, and the program reports each code in the table."""
    paths = sorted(p for folder in ("src", "renderers") for p in (ROOT / folder).rglob("*.py"))
    for path in paths:
        words = {word for word in _used(tree_of(path)) if isinstance(word, str)}
        assert {word for word in words if _CODE.fullmatch(word) and "-" in word} - _LEVELS <= CODES, path
    together = "".join(path.read_text(encoding="utf-8") for path in paths)
    assert [code for code in sorted(CODES) if f'"{code}"' not in together] == []


def test_codes_are_stable_words_and_each_is_there_once() -> None:
    """Codes are lower-case letters and hyphens, and their explanations are sentences. An unknown code has no rule."""
    assert len(CODES) == len(RULES)
    for rule in RULES:
        assert _CODE.fullmatch(rule.code)
        assert rule.level in _LEVELS
        assert all(words.endswith((".", '."', '".')) for words in (rule.what, rule.why, rule.fix))
        assert rule.checked_in
        assert set(rule.checked_in) <= set(SUBJECTS)
    assert rule_of("no-such-code") is None


def test_there_are_questions_for_people_and_a_list_of_what_is_not_checked() -> None:
    """A report can say what only a person can check, and what no inspector looks at."""
    assert len(questions_for_people()) >= 5
    assert all(question.endswith("?") for question in questions_for_people())
    assert all(entry.endswith(".") for entry in unchecked())


def test_the_page_of_findings_has_every_rule_and_question(tmp_path: Path) -> None:
    """The documentation's page is written to any file, and explains each code."""
    page = tmp_path / "findings.md"
    subprocess.run([sys.executable, "-m", "tools.findings_page", str(page)], cwd=ROOT, check=True)
    text = page.read_text(encoding="utf-8")
    for rule in RULES:
        assert f"### {rule.code}\n" in text
        assert all(words in text for words in (rule.what, rule.why, rule.fix))
    assert all(f"- {entry}\n" in text for entry in (*questions_for_people(), *unchecked()))
