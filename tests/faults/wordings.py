"""Good content roots with one fault each for editorial advice and easy-read rules."""

from attrs import evolve
from tests.faults.contents import Planted, edit, in_root, items_of, more, purpose
from tests.support.roots import ARTICLE, EASY_READ, POSTCARD, SMALL, TERMS

TEXT, SHOP = "articles/to-read.yaml", "workshops/meeting.yaml"
_JARGON = "run-chart:\n  term: Run chart (of four)\n  meaning: A line of dots.\n  why: It is short.\n  jargon: yes\n"
_HARD = "The organisation's deliberative capability necessitates multidisciplinary accountability."
_IDEA = "        - words: You choose a card.\n          picture: ring\n"


def idea(words: str) -> Planted:
    """Return a plant of other words in the only easy-read idea of the article."""
    easy = EASY_READ.replace("You choose a card.", f'"{words}"')
    changes = {TEXT: ARTICLE + easy, "terms.yaml": TERMS + _JARGON}
    return in_root(f"{TEXT}:13 easy_read.parts[1].ideas[1].words", dict(changes))


ADVICE = items_of(
    {
        "reading-age": evolve(
            in_root("", {TEXT: ARTICLE.replace("A paragraph.", f'"{f"{_HARD} " * 35}"')}), at=("article (facilitator)",)
        ),
        "long-sentence": purpose("word " * 26 + "end."),
        "acronym": purpose("Hear the ABC."),
        "unexplained": in_root(
            f"{SHOP}:35 terms",
            {
                SHOP: SMALL[SHOP].replace("points: [Who we are]", "points: [What a run chart is]"),
                "terms.yaml": TERMS + _JARGON,
            },
        ),
        "same-question": in_root(
            "postcards/zeal.yaml:2 question",
            {"postcards/zeal.yaml": POSTCARD.replace("Who decides here?", "Who really decides here?")},
        ),
    }
)
EASY = items_of(
    {
        "easy-read-sentence": idea(" ".join(["word"] * 16) + "."),
        "easy-read-idea": idea("One thing. Another thing. A third thing."),
        "easy-read-shortened": idea("You don't have to."),
        "easy-read-hard-word": idea("This is a run chart."),
        "easy-read-pages": more("10 easy_read", _IDEA * 160),
        "canvas": edit("2 drawing", "pictures/ring.yaml", "height: 40", "height: 30"),
    }
)
