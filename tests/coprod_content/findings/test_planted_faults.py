"""Every rule is broken by one fault planted in sound content, wherever it is checked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.faults.brands import BRANDS
from tests.faults.built import BUILDS, DOCUMENTS
from tests.faults.contents import SHAPES, TOGETHER
from tests.faults.finished import FINISHED
from tests.faults.paths import FILES
from tests.faults.planted import Judge, Planted, place
from tests.faults.tables import TABLES
from tests.faults.templates import TEMPLATES
from tests.faults.wordings import ADVICE, EASY

from coprod_content import Finding
from coprod_content.findings.rules import all_rules, rule_of

PLANTED: dict[str, dict[str, tuple[Planted, ...]]] = {
    "types": SHAPES,
    "table": TABLES,
    "library": TOGETHER,
    "advice": ADVICE,
    "easy-read": EASY,
    "brand": {**BRANDS, **TEMPLATES},
    "document": DOCUMENTS,
    "build": BUILDS,
    "file": FILES,
    **FINISHED,
}


def each() -> Iterator[object]:
    for judged, codes in PLANTED.items():
        for code, plants in codes.items():
            for at, planted in enumerate(plants):
                yield pytest.param(code, planted, id=f"{judged}-{code}-{at}")


def found_in(judge: Judge, folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Finding, ...]:
    """The findings in an empty working folder."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    return judge(Path())


@pytest.fixture(scope="module")
def twins() -> dict[Judge, tuple[Finding, ...]]:
    """The findings in sound twins. Many faults share one, which is judged once."""
    return {}


@pytest.mark.parametrize(("code", "planted"), list(each()))
def test_one_planted_fault_is_found_at_its_place_and_nothing_in_its_twin(
    code: str,
    planted: Planted,
    twins: dict[Judge, tuple[Finding, ...]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The sound twin has no findings. The faulty one has one code, at the level of its rule and at its place."""
    if planted.sound not in twins:
        twins[planted.sound] = found_in(planted.sound, tmp_path / "sound", monkeypatch)
    assert twins[planted.sound] == ()
    findings = found_in(planted.faulty, tmp_path / "faulty", monkeypatch)
    rule = rule_of(code)
    assert rule
    assert {(finding.code, finding.level) for finding in findings} == {(code, rule.level)}
    assert tuple(dict.fromkeys(map(place, findings))) == planted.at
    assert all(finding.what for finding in findings)


def test_every_rule_is_planted_wherever_it_is_checked() -> None:
    """The planted codes are exactly those in the table, each in exactly the subjects that the table names."""
    named = {(word, rule.code) for rule in all_rules() for word in rule.checked_in}
    assert {(word, code) for word, codes in PLANTED.items() for code in codes} == named
    assert {code for codes in PLANTED.values() for code in codes} == {rule.code for rule in all_rules()}


def test_two_plants_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The codes and places of one plant are not those of another."""
    one, other = SHAPES["key"][0], SHAPES["unknown-key"][0]
    found = [found_in(planted.faulty, tmp_path / str(at), monkeypatch) for at, planted in enumerate((one, other))]
    assert [(finding.code, place(finding)) for (finding,) in found] == [
        ("key", "content/postcards/who-decides.yaml:16"),
        ("unknown-key", "content/postcards/who-decides.yaml:16 colour"),
    ]
