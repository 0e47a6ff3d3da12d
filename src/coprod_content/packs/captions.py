"""What the files of a pack are called for people who choose among them, and what each of them is for."""

_EDITIONS = {
    "article": "The whole text",
    "deck": "Slides",
    "diagram-deck": "Slides",
    "diagram-handout": "Handout to write on",
    "facilitator-guide": "Facilitator guide",
    "film-deck": "Slides, a scene on each",
    "film-handout": "Handout to read",
    "glossary": "All words and what they mean",
    "handouts": "Handouts",
    "introduction": "What co-production is, and how to get started",
    "postcards": "Postcards",
    "print-test-sheet": "Test sheet for your printer",
    "references": "All published works, by first author",
    "resources-guide": "All resources by theme",
    "run-sheet": "Run sheet",
    "theme-guide": "Theme guide",
    "tool-cards": "Tools on cards",
}
_FORMATS = {
    "slides": "PowerPoint",
    "guide": "Word",
    "web": "Web page",
    "cards": "PDF for a print shop",
    "cards-a4-long-edge": "PDF on A4, flip on the long edge",
    "cards-a4-short-edge": "PDF on A4, flip on the short edge",
    "cards-reading": "PDF to read",
    "cards-test-sheet": "PDF, print it first",
}

_USES = {
    "deck": "To show in the room, with notes.",
    "facilitator-guide": "To prepare from, item by item.",
    "handouts": "For the people who take part.",
    "postcards": "Questions that open a conversation.",
    "print-test-sheet": "Shows which file suits your printer.",
    "run-sheet": "To hold while you run the session.",
}
_HINTS = {
    "slides": "All of it can be changed in PowerPoint.",
    "guide": "All of it can be changed in Word.",
    "cards": "One side of a card on each page, the front before its back.",
    "cards-a4-long-edge": (
        "Print it on both sides of card, at actual size or 100%, flipped on the long edge, then cut. Each page of "
        "fronts is followed by that of their backs."
    ),
    "cards-a4-short-edge": (
        "The same for a printer that flips on the short edge: both sides, at actual size or 100%, then cut. Each page "
        "of fronts is followed by that of their backs."
    ),
    "cards-reading": "To read on a screen, to send, or to print on plain paper.",
    "cards-test-sheet": "Print it on both sides of plain paper before you print cards, and do what it says.",
}


def edition(name: str) -> str:
    """What an edition is called; its name where it has nothing better."""
    return _EDITIONS.get(name, name)


def format_of(renderer: str) -> str:
    """What the format of a renderer is called; the name of the renderer where it has nothing better."""
    return _FORMATS.get(renderer, renderer)


def use(name: str) -> str:
    """What an edition is for, in a few words; empty where nobody has said."""
    return _USES.get(name, "")


def hint(renderer: str) -> str:
    """How a file of a renderer is used, in a sentence or two; empty where nobody has said."""
    return _HINTS.get(renderer, "")
