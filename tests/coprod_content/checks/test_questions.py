"""Questions: one limit of words, and a question mark."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.command_line import coprod
from tests.support.roots import changed, small_root

from coprod_content import Library, load
from coprod_content.checks.editorial_advice import editorial_advice
from coprod_content.checks.questions import MOST_QUESTION_WORDS, cards_with_two_questions, question_findings
from coprod_content.content.library import Items

STARTER = (
    Path(__file__).parents[3] / "src" / "coprod_content" / "starting" / "starter" / "postcards" / "smile-lately.yaml"
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the small library."""
    return load(small_root(tmp_path_factory.mktemp("questions") / "content"))


def codes(question: str, small: Library, language: str = "en-GB") -> list[str]:
    """Return the codes of the findings about a postcard's question."""
    card = evolve(small.postcards["who-decides"], question=question)
    about = evolve(small.about, language=language)
    return [finding.code for finding in question_findings(evolve(small, about=about, postcards=Items((card,))))]


@pytest.mark.parametrize(
    "question",
    [
        "Who decides?",
        "Who said “I decide?”",
        "Who decides (and why?)",
        "I would feel safer if …",
        "谁决定？",
        "من يقرر؟",
    ],
)
def test_a_question_or_a_sentence_to_finish_is_fine(question: str, small: Library) -> None:
    """A question mark in any script is enough, even inside quotation marks, and so is an ellipsis."""
    assert codes(question, small) == []


@pytest.mark.parametrize("question", ["Who decides", "Tell us who decides.", "Who decides? Say so", "Who decides!"])
def test_a_question_without_a_question_mark_is_a_warning(question: str, small: Library) -> None:
    """The message quotes it and gives two ways out."""
    assert codes(question, small) == ["question-mark"]


def test_languages_with_other_signs_need_no_question_mark(small: Library) -> None:
    """Greek questions end with a semicolon, and Thai questions without a mark."""
    assert codes("Ποιος αποφασίζει;", small, "el") == codes("ใครเป็นคนตัดสินใจ", small, "th-TH") == []


def test_the_limit_of_words_is_one_number_at_one_level(small: Library) -> None:
    """There is no finding at the limit. Above it there is one warning, and no advice on the same sentence."""
    most = "Who " + "really " * (MOST_QUESTION_WORDS - 2) + "decides?"
    assert codes(most, small) == []
    assert codes(most.replace("Who ", "Who here "), small) == ["long-question"]
    card = evolve(small.postcards["who-decides"], question="Why " * 30 + "now?")
    advice = editorial_advice(evolve(small, postcards=Items((card,))))
    assert "long-sentence" not in {finding.code for finding in advice}


def test_the_starter_states_the_limit() -> None:
    """`coprod new root` gives the number that is checked."""
    assert f"at most {MOST_QUESTION_WORDS} words" in STARTER.read_text(encoding="utf-8")


def test_every_kind_of_question_is_checked(tmp_path: Path) -> None:
    """Questions of tools, films, diagrams, themes and agendas are checked like those of postcards."""
    files: dict[str, str | bytes | None] = {}
    for name, old in (
        ("tools/pairs.yaml", "What did you hear?"),
        ("films/once.yaml", "What did you see?"),
        ("diagrams/circles.yaml", "Where are you?"),
        ("themes/sharing.yaml", "Who decides?"),
        ("workshops/meeting.yaml", "What next?"),
    ):
        files |= changed(name, old, old.rstrip("?"))
    found = coprod("check", small_root(tmp_path / "content", files)).stdout
    assert found.count("does not end with a question mark") == len(files)


@pytest.mark.parametrize(
    ("question", "two"),
    [
        ("Who decides, and how do they do it?", True),
        ("Who decides? Does that suit you?", True),
        ("谁决定？怎么决定？", True),
        ("When have you said yes to a plan and meant no?", False),
        ("Some of us are paid and some are not. What should we do about that?", False),
        ("If you had one wish for this place, what would it be?", False),
        ("How do you find out, before you go, who will be there?", False),
    ],
)
def test_the_front_of_a_card_asks_one_question(question: str, two: bool, small: Library) -> None:
    """Each front asks one, and a second is reported whether it is a sentence or a clause."""
    card = evolve(small.postcards["who-decides"], question=question)
    found = cards_with_two_questions(evolve(small, postcards=Items((card,))))
    assert [finding.code for finding in found] == ["two-questions"] * two
