"""Editorial advice: what it notices, what it leaves alone, and whose items it looks at."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.roots import POSTCARD, changed, small_root, written

from coprod_content import Library, load
from coprod_content.checks.editorial_advice import (
    SAME_QUESTION,
    editorial_advice,
    is_expanded,
    items_from_roots,
    reading_age_advice,
)
from coprod_content.checks.reading_age import ReadingAge
from coprod_content.content.library import Items
from coprod_content.content.model import Workshop


def advised(folder: Path, changes: dict[str, str] | None = None) -> list[tuple[str, str]]:
    """Code and field of each advice on the small root with some files changed."""
    findings = editorial_advice(load(small_root(folder, changes)))
    assert all(finding.level == "advice" for finding in findings)
    return [(finding.code, finding.field) for finding in findings]


def test_short_plain_content_needs_no_advice(tmp_path: Path) -> None:
    """The small root has nothing to notice."""
    assert advised(tmp_path) == []


@pytest.mark.parametrize(("count", "found"), [(25, []), (26, [("long-sentence", "purpose")])])
def test_a_sentence_of_more_than_25_words_is_named(tmp_path: Path, count: int, found: list[tuple[str, str]]) -> None:
    """Twenty-five words are enough; dashes and citations are no words."""
    sentence = " ".join(["word"] * (count - 1)) + " – word [@egan2020]. Then another."
    change = changed("tools/pairs.yaml", "purpose: Hear each other.", f"purpose: {sentence}")
    assert advised(tmp_path, change) == found


def test_a_finding_says_where_the_sentence_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File, line and column are those of the field."""
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
    """Before or after it, in brackets or not, at any of its uses."""
    assert is_expanded("QI", text)


@pytest.mark.parametrize(
    "text", ["QI helps.", "Improvement of quality (QI)", "Quality. It is what we all want from QI"]
)
def test_an_acronym_without_its_words_is_not(text: str) -> None:
    """Other words, in another order, or far away, do not explain it."""
    assert not is_expanded("QI", text)


def test_little_words_have_no_letter_in_an_acronym() -> None:
    """The department of health and social care is DHSC; plan, do, study and act is PDSA."""
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
def test_each_acronym_is_named_once_in_an_item(tmp_path: Path, text: str, found: list[tuple[str, str]]) -> None:
    """Those that everybody knows, numbers of documents and those that are written out are left alone."""
    assert advised(tmp_path, changed("tools/pairs.yaml", "purpose: Hear each other.", f"purpose: {text}")) == found


def test_a_licence_is_not_ours_to_reword(tmp_path: Path) -> None:
    """The licence of an origin may hold any letters."""
    assert advised(tmp_path, changed("tools/pairs.yaml", "licence: CC0.", "licence: By the XYZ terms.")) == []


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("Who really decides here?", [("same-question", "question")]),
        ("Who Decides, here?", [("same-question", "question")]),
        ("Who holds the pen?", []),
    ],
)
def test_near_identical_postcards_are_named(tmp_path: Path, question: str, found: list[tuple[str, str]]) -> None:
    """Two cards that share half of their words or more ask the same."""
    card = POSTCARD.replace("question: Who decides here?", f"question: {question}")
    assert advised(tmp_path, {"postcards/zeal.yaml": card}) == found


def test_the_canonical_postcards_are_all_different(library: Library) -> None:
    """Among the canonical cards no two are near each other, and a copy of one would be."""
    assert "same-question" not in {finding.code for finding in editorial_advice(library)}
    card = library.postcards["carry-back"]
    copy = evolve(card, id="copy", question=card.question.replace("Which", "What"))
    with_copy = evolve(library, postcards=Items((*library.postcards.values(), copy)))
    assert "same-question" in {finding.code for finding in editorial_advice(with_copy)}
    assert 0 < SAME_QUESTION < 1


def test_roots_that_are_named_are_looked_at_alone(tmp_path: Path) -> None:
    """Somebody's own root is not flooded by advice on the one below, yet its cards are compared with those."""
    below = small_root(tmp_path / "below", changed("tools/pairs.yaml", "Hear each other.", "Hear the ABC."))
    card = POSTCARD.replace("Who decides here?", "Who really decides here?")
    above = written(tmp_path / "above", {"postcards/mine.yaml": card})
    library = load(below, above)
    assert [finding.code for finding in editorial_advice(library, {str(above)})] == ["same-question"]
    assert {finding.code for finding in editorial_advice(library)} == {"acronym", "same-question"}
    assert [item.id for item in items_from_roots(library, {str(above)})] == ["mine"]


def test_a_reading_age_above_its_goal_is_advice_without_a_place() -> None:
    """It says the age, the goal, what to look at first, and what a score is worth."""
    ages = (
        ReadingAge("term", "participant", 30, 300, 13.14, 11.0, ("one", "two")),
        ReadingAge("tool", "facilitator", 30, 300, 13.14, 11.0, ("one", "two")),
    )
    (finding,) = reading_age_advice(ages)
    assert (finding.code, finding.level, finding.where) == ("reading-age", "advice", None)
    assert str(finding) == (
        "term (participant): the reading age is 13.1 by SMOG, and the goal is 11. Look first at one, two. "
        "A score is a smoke alarm, not proof."
    )


def test_jargon_that_people_meet_and_no_handout_explains_is_named(library: Library) -> None:
    """A word marked as jargon, said in a workshop or one of its tools, belongs among the words that are explained."""
    workshop = library.workshops["first-steps"]
    talk = evolve(workshop.agenda[0], say="Today we read a run chart.")
    told = evolve(workshop, agenda=(talk, *workshop.agenda[1:]))

    def advice(changed: Workshop) -> list[str]:
        others = tuple(w for w in library.workshops.values() if w.id != changed.id)
        found = editorial_advice(evolve(library, workshops=Items((changed, *others))))
        return [finding.fix for finding in found if finding.code == "unexplained" and finding.field == "terms"]

    assert "Add run-chart to terms, or use other words." in advice(told)
    assert "Add run-chart to terms, or use other words." not in advice(
        evolve(told, terms=(*workshop.terms, "run-chart"))
    )


def test_the_canonical_workshops_explain_their_jargon(library: Library) -> None:
    """Nobody who takes part in one of ours meets a word that their handout leaves unexplained."""
    assert [f.what for f in editorial_advice(library) if f.code == "unexplained"] == []
