"""Words that count the parts of a picture."""

import pytest
from attrs import evolve

from coprod_content.checks.canvas_counts import canvas_count_findings
from coprod_content.content.library import Items, Library


@pytest.mark.parametrize(("how", "found"), [
    ("Use three bones.", True), ("Use 3 empty bones.", True), ("Read out the five bones.", False),
    ("Put notes on up to three bones.", False), ("Take three notes from each person.", False),
    ("Three of you hold the bones.", False),
])  # fmt: skip
def test_a_number_of_parts_agrees_with_the_picture(library: Library, how: str, found: bool) -> None:
    """Only parts that the alternative text counts are compared, and only exact numbers of them."""
    tool = library.tools["fishbone-together"]
    assert tool.short
    changed = evolve(tool, short=evolve(tool.short, how=(how,)))
    findings = [*canvas_count_findings(evolve(library, tools=Items((changed,))))]
    assert [finding.field for finding in findings] == (["short.how[1]"] if found else [])


def test_words_in_another_language_are_not_counted(library: Library) -> None:
    """The numbers and parts that are looked for are English."""
    tool = library.tools["fishbone-together"]
    assert tool.short
    changed = evolve(tool, short=evolve(tool.short, how=("Use three bones.",)))
    other = evolve(library, about=evolve(library.about, language="cy"), tools=Items((changed,)))
    assert [*canvas_count_findings(other)] == []
