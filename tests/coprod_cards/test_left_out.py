"""Tests of what a tool card without enough room leaves out, and in which order."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.roots import small_root

from coprod_content import load
from coprod_content.access import access_edition_named
from coprod_content.brand.load_brand import load_brand
from coprod_content.document.document import Document, words_of
from coprod_content.editions import compose
from coprod_content.layout.fit import FittedDocument
from coprod_content.packs.build import adapted, fitted_to
from coprod_content.plugins.renderers import frames_in

BRAND = load_brand()


def fitted(document: Document, access: str = "standard", to: str = "cards-a4-long-edge") -> FittedDocument:
    document, to, brand = adapted(document, "tool-cards", to, BRAND, access_edition_named(access))
    return fitted_to(to, document, frames_in(to, brand))


def test_access_advice_is_left_out_last(tmp_path: Path) -> None:
    """As it grows, minutes go first, then the QR code, then it moves to a further side. No sentence of it is lost."""
    library = load(small_root(tmp_path, {}))
    (tool,) = library.tools.values()
    about = evolve(library.about, url="https://www.example.org/a/library/of/ours")
    told: list[str] = []
    for count in range(4, 16):
        advice = " ".join(f"Offer a quiet seat by the door to anyone, day {at}." for at in range(1, count + 1))
        longer = evolve(tool, access=(advice,))
        made = fitted(compose("tool-cards", evolve(library, about=about, tools={tool.id: longer})))
        said = " ".join(words_of(made.document)).replace("\u00a0", " ")
        assert advice in said
        assert all(step.title in said for step in tool.steps)
        told += (fault.what for fault in made.faults)
    assert list(dict.fromkeys(told)) == [
        "the card has no room for the minutes of its steps.",
        "the card has no room for the minutes of its steps and its QR code.",
        "the card has no room for its access advice, which is on a further side.",
    ]


def test_a_step_that_is_left_out_is_counted_in_grammatical_words(tmp_path: Path) -> None:
    """One step is "its last step"."""
    library = load(small_root(tmp_path, {}))
    (tool,) = library.tools.values()
    longer = evolve(library, tools={tool.id: evolve(tool, steps=(tool.steps[0],) * 4)})
    omitted = [each.omits for _, section in compose("tool-cards", longer).walk() for each in section.shorter]
    assert omitted[-3:] == ["its last step", "its last 2 steps", "its last 3 steps"]


@pytest.mark.thorough
@pytest.mark.parametrize("access", ["standard", "large-print"])
@pytest.mark.parametrize("to", ["cards", "cards-a4-long-edge"])
def test_no_tool_card_of_the_library_loses_access_advice_or_a_step(access: str, to: str) -> None:
    """With a long web address on each card, at most the minutes of steps are left out."""
    library = load()
    url = "https://www.a-trust-with-a-long-name.example.nhs.uk/improvement/co-production"
    made = fitted(compose("tool-cards", evolve(library, about=evolve(library.about, url=url))), access, to)
    said = " ".join(words_of(made.document)).replace("\u00a0", " ")
    lost = [tool.id for tool in library.tools.values() if tool.access and tool.access[0] not in said]
    assert lost == []
    assert {fault.what for fault in made.faults} <= {
        "the card has no room for the minutes of its steps.",
        "the card has no room for the minutes of its steps and its QR code.",
    }
