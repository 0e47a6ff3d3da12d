"""Editorial advice: what is reported, what is not, and for which items."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.roots import POSTCARD, changed, small_root, written

from coprod_content import Library, load
from coprod_content.checks.editorial_advice import (
    editorial_advice,
    is_expanded,
    items_from_roots,
    reading_age_advice,
)
from coprod_content.checks.reading.reading_age import ReadingAge
from coprod_content.content.library import Items
from coprod_content.content.model import Workshop


def advised(folder: Path, changes: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Return the code and field of each advice on the small root with some files changed."""
    findings = editorial_advice(load(small_root(folder, changes)))
    assert all(finding.level == "advice" for finding in findings)
    return [(finding.code, finding.field) for finding in findings]


def test_short_plain_content_needs_no_advice(tmp_path: Path) -> None:
    """The small root gives no advice."""
    assert advised(tmp_path) == []


@pytest.mark.parametrize(("count", "found"), [(25, []), (26, [("long-sentence", "purpose")])])
def test_a_sentence_of_more_than_25_words_is_reported(tmp_path: Path, count: int, found: list[tuple[str, str]]) -> None:
    """Dashes and citations do not count as words."""
    sentence = " ".join(["word"] * (count - 1)) + " – word [@egan2020]. Then another."
    change = changed("tools/pairs.yaml", "purpose: Hear each other.", f"purpose: {sentence}")
    assert advised(tmp_path, change) == found


def test_advice_has_the_position_of_its_field(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It gives file, line and column."""
    monkeypatch.chdir(tmp_path)
    change = changed("tools/pairs.yaml", "purpose: Hear each other.", "purpose: Hear the ABC.")
    (finding,) = editorial_advice(load(small_root(Path("mine"), change)))
    assert str(finding.where) == "mine/tools/pairs.yaml:2:10"


@pytest.mark.parametrize(
    "text",
    [
        "Quality improvement (QI) helps.",
        "QI (quality improvement) helps.",
        "QI stands for quality improvement.",
        "We like QI. Later we say quality improvement, or QI.",
    ],
)
def test_an_acronym_beside_its_words_is_expanded(text: str) -> None:
    """The words may come before or after it, with or without brackets, at any of its uses."""
    assert is_expanded("QI", text)


@pytest.mark.parametrize(
    "text", ["QI helps.", "Improvement of quality (QI)", "Quality. It is what we all want from QI"]
)
def test_an_acronym_without_its_words_is_not_expanded(text: str) -> None:
    """Words in another order or far away do not explain it."""
    assert not is_expanded("QI", text)


def test_little_words_may_have_no_letter_in_an_acronym() -> None:
    """DHSC stands for Department of Health and Social Care, PDSA for plan, do, study and act."""
    assert is_expanded("DHSC", "the Department of Health and Social Care (DHSC)")
    assert is_expanded("PDSA", "PDSA means plan, do, study and act")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ask the ICB or another ICB.", [("acronym", "purpose")]),
        ("Ask for PDFs from the NHS in the UK under CC BY-SA 4.0 on A4.", []),
        ("See PAR869 and COVID-19.", []),
        ("Ask the integrated care board (ICB).", []),
    ],
)
def test_each_acronym_is_reported_once_in_an_item(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    """Well-known acronyms, document numbers and acronyms that are spelt out are not reported."""
    assert advised(tmp_path, changed("tools/pairs.yaml", "purpose: Hear each other.", f"purpose: {text}")) == found


def test_a_licence_is_not_ours_to_reword(tmp_path: Path) -> None:
    """Acronyms in the licence of an origin are not reported."""
    assert advised(tmp_path, changed("tools/pairs.yaml", "licence: CC0.", "licence: By the XYZ terms.")) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who really decides here?", [("same-question", "question")]),
        ("Who Decides, here?", [("same-question", "question")]),
        ("Who holds the pen?", []),
    ],
)
def test_near_identical_postcards_are_reported(tmp_path: Path, question: str, found: list[tuple[str, str]]) -> None:
    """Two questions are nearly the same if they share at least half of their words."""
    card = POSTCARD.replace("question: Who decides here?", f"question: {question}")
    assert advised(tmp_path, {"postcards/zeal.yaml": card}) == found


@pytest.mark.thorough
def test_the_canonical_postcards_are_all_different(library: Library) -> None:
    """No two of our own cards are nearly the same, but a lightly edited copy is reported."""
    assert "same-question" not in {finding.code for finding in editorial_advice(library)}
    card = library.postcards["carry-back"]
    copy = evolve(card, id="copy", question=card.question.replace("Which", "What"))
    with_copy = evolve(library, postcards=Items((*library.postcards.values(), copy)))
    assert "same-question" in {finding.code for finding in editorial_advice(with_copy)}


def test_advice_can_be_limited_to_some_roots(tmp_path: Path) -> None:
    """Advice covers only the given root, but its cards are compared with those of the root below."""
    below = small_root(tmp_path / "below", changed("tools/pairs.yaml", "Hear each other.", "Hear the ABC."))
    card = POSTCARD.replace("Who decides here?", "Who really decides here?")
    above = written(tmp_path / "above", {"postcards/mine.yaml": card})
    library = load(below, above)
    assert [finding.code for finding in editorial_advice(library, items_from_roots(library, {str(above)}))] == [
        "same-question"
    ]
    assert {finding.code for finding in editorial_advice(library)} == {"acronym", "same-question"}
    assert [item.id for item in items_from_roots(library, {str(above)})] == ["mine"]


def test_a_reading_age_above_its_goal_is_advice_without_a_place() -> None:
    """It gives the age, the goal, where to look first, and a warning about scores."""
    ages = (
        ReadingAge("term", "participant", 30, 300, 13.14, 11.0, ("one", "two")),
        ReadingAge("tool", "facilitator", 30, 300, 13.14, 11.0, ("one", "two")),
    )
    (finding,) = reading_age_advice(ages)
    assert (finding.code, finding.level, finding.where) == ("reading-age", "advice", None)
    assert str(finding) == (
        "term (participant): the SMOG reading age is 13.1, but the goal is 11. Look first at one, two. "
        "A score is a hint, not proof."
    )


@pytest.mark.thorough
def test_jargon_that_the_handout_does_not_explain_is_reported(library: Library) -> None:
    """It counts whether the workshop itself or one of its tools uses the word."""
    workshop = library.workshops["first-steps"]
    talk = evolve(workshop.agenda[0], say="Today we read a run chart.")
    told = evolve(workshop, agenda=(talk, *workshop.agenda[1:]))

    def advice(changed: Workshop) -> list[str]:
        others = tuple(w for w in library.workshops.values() if w.id != changed.id)
        found = editorial_advice(evolve(library, workshops=Items((changed, *others))))
        return [finding.fix for finding in found if finding.code == "unexplained" and finding.field == "terms"]

    assert "Add run-chart to terms, or use simpler words." in advice(told)
    assert "Add run-chart to terms, or use simpler words." not in advice(
        evolve(told, terms=(*workshop.terms, "run-chart"))
    )


def test_the_canonical_workshops_explain_their_jargon(library: Library) -> None:
    """The handouts of our own workshops explain every hard word that participants meet."""
    assert [f.what for f in editorial_advice(library) if f.code == "unexplained"] == []
