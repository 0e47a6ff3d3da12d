"""Checks of easy-read texts and pictures: each rule, broken and kept."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.roots import ARTICLE, EASY_READ, PICTURE, TERMS, small_root

from coprod_content import Library, examine
from coprod_content.checks.easy_read import MANY_PAGES, MOST_PAGES, easy_read_findings, easy_read_of, easy_read_pages
from coprod_content.content.model import EasyRead, Idea, IdeaGroup

JARGON = TERMS + "pdsa:\n  term: PDSA cycle (of four)\n  meaning: A small test.\n  why: It is short.\n  jargon: yes\n"
SOUND = "You choose a card. You can change your card."


def root_with(folder: Path, words: str, *, more: str = "", picture: str = PICTURE) -> Path:
    """Write a content root with an easy-read text of one idea."""
    easy = EASY_READ.replace("You choose a card.", f'"{words}"') + more
    changes = {"articles/to-read.yaml": ARTICLE + easy, "pictures/ring.yaml": picture, "terms.yaml": JARGON}
    return small_root(folder, changes)


def found(root: Path) -> list[str]:
    """Return the code, position and field of each finding on a readable root."""
    library, findings = examine(root)
    assert library is not None
    assert not [finding for finding in findings if finding.level == "error"]
    return [
        f"{finding.code} {str(finding.where).rpartition('/')[2]} {finding.field}"
        for finding in easy_read_findings(library)
    ]


def test_a_text_that_keeps_the_rules_has_no_finding(tmp_path: Path) -> None:
    """The text has two short sentences, in full words, and a picture of the standard size."""
    assert found(root_with(tmp_path, SOUND)) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (" ".join(["word"] * 16) + ".", "easy-read-sentence"),
        ("One thing. Another thing. A third thing.", "easy-read-idea"),
        ("You don't have to.", "easy-read-shortened"),
        ("You don’t have to.", "easy-read-shortened"),
        ("It's your choice.", "easy-read-shortened"),
        ("We'll ring you.", "easy-read-shortened"),
        ("This is a PDSA cycle.", "easy-read-hard-word"),
    ],
)
def test_a_broken_rule_is_reported_at_its_line(tmp_path: Path, words: str, code: str) -> None:
    """The finding gives file, line, column and field."""
    place = "to-read.yaml:13:18 easy_read.parts[1].ideas[1].words"
    assert found(root_with(tmp_path, words)) == [f"{code} {place}"]


@pytest.mark.parametrize(
    "words",
    [
        " ".join(["word"] * 15) + ".",
        "The carer's friend comes on 3 March.",
        "We use the theme's own name.",
    ],
)
def test_what_only_looks_like_a_fault_is_not_reported(tmp_path: Path, words: str) -> None:
    """Fifteen words are not too many, and a possessive is not a contraction."""
    assert found(root_with(tmp_path, words)) == []


def test_a_hard_word_that_is_explained_is_not_reported(tmp_path: Path) -> None:
    """An entry in `hard_words` explains it, whatever its capitals."""
    more = "  hard_words:\n    - {word: pdsa cycle, meaning: A small test.}\n"
    assert found(root_with(tmp_path, "This is a PDSA cycle.", more=more)) == []


def test_the_meaning_of_a_hard_word_must_be_simple_too(tmp_path: Path) -> None:
    """The explanation follows the same rules as the text."""
    more = f"  hard_words:\n    - {{word: a thing, meaning: {' '.join(['word'] * 16)}.}}\n"
    assert found(root_with(tmp_path, SOUND, more=more)) == [
        "easy-read-sentence to-read.yaml:16:32 easy_read.hard_words[1].meaning"
    ]


def test_a_picture_must_have_the_standard_size(tmp_path: Path) -> None:
    """Pictures of different sizes would not line up."""
    root = root_with(tmp_path, SOUND, picture=PICTURE.replace("height: 40", "height: 30"))
    assert found(root) == ["canvas ring.yaml:2:10 drawing"]


def test_a_missing_picture_is_an_error(tmp_path: Path) -> None:
    """The id of a picture is checked like any other id."""
    root = root_with(tmp_path, SOUND)
    (root / "pictures" / "ring.yaml").rename(root / "pictures" / "rings.yaml")
    finding, _ = examine(root)[1]
    assert (finding.code, finding.field) == ("unknown-id", "easy_read.parts[1].ideas[1].picture")
    assert finding.fix == "Did you mean 'rings'?"


def long_text(ideas: int) -> EasyRead:
    return EasyRead(title="T", parts=(IdeaGroup(title="P", ideas=(Idea(words=SOUND, picture="group"),) * ideas),))


@pytest.mark.parametrize(("ideas", "levels"), [(90, []), (130, ["warning"]), (160, ["error"])])
def test_a_text_that_is_too_long_is_reported(library: Library, ideas: int, levels: list[str]) -> None:
    """More than 20 pages is a warning, more than 24 an error, as in public guidance."""
    text = long_text(ideas)
    assert (easy_read_pages(text) > MANY_PAGES, easy_read_pages(text) > MOST_PAGES) == (
        bool(levels),
        levels == ["error"],
    )
    theme = evolve(library.themes["sharing-power"], easy_read=text)
    themes = evolve(library.themes, items_in_order=(theme,))
    told = easy_read_findings(evolve(library, themes=themes))
    assert [(finding.code, finding.level) for finding in told] == [("easy-read-pages", level) for level in levels]


def test_the_library_has_all_the_texts_it_promises(library: Library) -> None:
    """These are the introduction, the six themes, First steps and its 24 postcards, four for each theme."""
    told = {item.id for item in library if easy_read_of(item)}
    cards = [card for card in library.postcards.values() if card.easy_read]
    slots = [getattr(slot, "postcards", ()) for slot in library.workshops["first-steps"].agenda]
    assert {card.id for card in cards} == {id_ for ids in slots for id_ in ids}
    assert {sum(card.theme == theme for card in cards) for theme in library.themes} == {4}
    assert told >= {"introduction", "first-steps", *library.themes, *(card.id for card in cards)}


def test_no_text_claims_to_have_been_tested(library: Library) -> None:
    """People with learning disabilities have not tested the texts of the library yet; change this once they have."""
    assert {text.tested_by for text in map(easy_read_of, library) if text} == {None}


def test_nearly_every_picture_is_used(library: Library) -> None:
    """A few more are there to choose from."""
    used = {idea.picture for text in map(easy_read_of, library) if text for part in text.parts for idea in part.ideas}
    assert len(library.pictures) - len(used) <= 6


def test_no_two_pictures_are_the_same(library: Library) -> None:
    """Each has its own drawing, without words, and its own short description."""
    drawn = [picture.drawing for picture in library.pictures.values()]
    assert len(set(drawn)) == len(drawn)
    assert len({picture.alt for picture in library.pictures.values()}) == len(drawn)
    assert not [picture.id for picture in library.pictures.values() if picture.drawing.words]
