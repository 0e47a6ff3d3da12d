"""The files that the web edition offers for download."""

from itertools import islice

import pytest

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.packs.build import make_file
from coprod_content.packs.downloads import LIBRARY, download_specs


def test_every_workshop_theme_and_item_has_its_downloads(library: Library) -> None:
    """There are packs, guides, cards, slides, handouts and texts, each under a different name."""
    wanted = tuple(download_specs(library))
    per_item: dict[str, int] = {}
    for spec in wanted:
        per_item[spec.item] = per_item.get(spec.item, 0) + 1
    kinds = ("workshops", "themes", "purposes", "articles", "films", "canvases", "diagrams", "forms", "programmes")
    every = {id_ for kind in kinds for id_ in library.of_kind(kind)}
    assert per_item.keys() == {*every, "terms", "cases", "resources", "references", LIBRARY}
    assert per_item["first-steps"] == 18
    assert all(per_item[theme] == 7 for theme in library.themes)
    assert len({(spec.item, spec.file.name, spec.file.renderer) for spec in wanted}) == len(wanted)


@pytest.mark.parametrize("most", [2, pytest.param(None, marks=pytest.mark.thorough)])
def test_films_diagrams_and_references_are_made_without_a_finding(
    most: int | None, library: Library, brand: Brand
) -> None:
    """Their files and the cards of a purpose fit their pages and pass inspection."""
    cards = ("decide-tools-flip-on-long-edge",)
    films, diagrams = list(islice(library.films, most)), list(islice(library.diagrams, most))
    wanted = [
        spec
        for spec in download_specs(library)
        if (spec.file.edition.startswith(("film-", "diagram-")) and spec.item in (*films, *diagrams))
        or spec.file.edition == "references"
        or spec.file.name in cards
    ]
    done = {spec.file.name: make_file(spec.file, library, brand) for spec in wanted}
    assert len(done) == 2 * len(films) + 2 * len(diagrams) + 2
    assert {name: made.findings for name, made in done.items() if made.findings} == {}
    assert all(made.data and not made.not_inspected for made in done.values())
    tools = {tool.id for tool in library.tools.values() if "decide" in tool.purposes}
    assert set(done[cards[0]].items) == tools
