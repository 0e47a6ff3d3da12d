"""Renderers are found by name and imported when asked for. Broken ones are named."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.plugins import WORKING, install

from coprod_content.plugins import renderers

CARDS = {"cards", "cards-a4-long-edge", "cards-a4-short-edge", "cards-reading", "cards-test-sheet"}
OURS = {"slides", "guide", *CARDS}


def test_our_renderers_are_plugins_like_any_other() -> None:
    """Our renderers are found by entry points too."""
    assert set(renderers.names()) >= OURS
    assert renderers.package_of("slides").startswith("coprod-content ")


def test_listing_imports_no_renderer() -> None:
    """Listing names imports neither renderers nor their libraries."""
    code = (
        "import sys; from coprod_content.plugins import renderers; renderers.names(); "
        "print([m for m in sys.modules if m.split('.')[0] in "
        "('pptx', 'docx', 'typst', 'pikepdf', 'lxml', 'coprod_slides', 'coprod_guide', 'coprod_cards')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_strangers_renderer_is_found_and_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An entry point is all that a distribution of someone else needs."""
    install(tmp_path, monkeypatch, "strange", WORKING, {"strange": "strange:renderer"})
    assert "strange" in renderers.names()
    assert renderers.renderer("strange").suffix == ".txt"
    assert renderers.package_of("strange") == "strange 1.2.3"


def test_a_mistyped_name_gets_its_nearest_match() -> None:
    """The error for an unknown name suggests the nearest known one."""
    with pytest.raises(renderers.UnknownRenderer, match=r"no renderer 'slids'. Did you mean 'slides'"):
        renderers.renderer("slids")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "import not_installed_anywhere",
            "needs the module 'not_installed_anywhere'.*pip install \"broken\\[fancy\\]\"",
        ),
        ("1 / 0", "from broken 1.2.3 cannot be imported \\(ZeroDivisionError.*Report this"),
        ("renderer = 42", "must be a Renderer, not int.*Report this"),
    ],
)
def test_a_broken_renderer_is_named_with_its_package_and_a_way_out(
    code: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing extra, a failing import and a wrong type are reported with what to do."""
    install(tmp_path, monkeypatch, "broken", code, {"bad": "broken:renderer [fancy]"})
    monkeypatch.delitem(sys.modules, "broken", raising=False)
    with pytest.raises(renderers.RendererError, match=said):
        renderers.renderer("bad")


def test_two_renderers_of_one_name_cannot_be_used_but_all_others_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error names both packages, also if one of the two is ours."""
    expected = renderers.installed_renderers().usable
    install(tmp_path, monkeypatch, "first", WORKING, {"same": "first:renderer"})
    install(tmp_path, monkeypatch, "second", WORKING, {"same": "second:renderer"})
    with pytest.raises(renderers.RendererError, match="Two renderers are called 'same', in first and second"):
        renderers.renderer("same")
    found = renderers.installed_renderers()
    assert (found.usable, len(found.problems)) == (expected, 1)
    install(tmp_path, monkeypatch, "third", WORKING, {"plain": "third:renderer"})
    found = renderers.installed_renderers()
    assert found.usable == tuple(pair for pair in expected if pair[0] != "plain")
    assert "Two renderers are called 'plain', in coprod-content and third. Uninstall one" in found.problems[0]


OFFERING = """
from coprod_content.plugins.renderers import OfferedFile, Renderer
renderer = Renderer(
    suffix=".html", media_type="text/html", render=lambda document, brand: b"", in_pack=(OfferedFile({}, "deck"),)
)
"""


def test_renderers_are_listed_by_rank_and_name_and_others_after_ours() -> None:
    """Files that people can edit come first, then those to print, then web pages, then everyone else's formats."""
    found = renderers.installed_renderers()
    assert found.problems == ()
    assert [name for name, _ in found.usable] == [
        *(
            "guide",
            "slides",
            *sorted(CARDS),
            "poster",
            "tuck-box",
            "tuck-box-print-shop",
            "web",
            "epub",
            "epub-read-aloud",
            "whiteboard-png",
            "whiteboard-svg",
            "audio",
            "plain",
        )
    ]
    assert [name for name, _ in found.in_pack("run-sheet")] == ["guide", "cards-reading", "web"]


@pytest.mark.parametrize(
    ("edition", "problem"),
    [
        ("'dek'", r"offers a file that cannot be made. There is no edition 'dek'. Did you mean 'deck'\?"),
        ("'deck'", r"offers deck.html in packs, and so does 'web'. Uninstall one"),
    ],
)
def test_a_file_that_cannot_enter_a_pack_is_a_problem_of_its_renderer(
    edition: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unknown edition, or a name that another renderer has taken: nothing of ours is lost or overwritten."""
    install(tmp_path, monkeypatch, "offering", OFFERING.format(edition), {"zz": "offering:renderer"})
    monkeypatch.delitem(sys.modules, "offering", raising=False)
    found = renderers.installed_renderers()
    assert "zz" not in dict(found.usable)
    assert len(found.problems) == 1
    assert found.problems[0].startswith("The renderer 'zz' from offering 1.2.3 ")
    assert re.search(problem, found.problems[0])


def test_every_format_of_ours_has_a_caption() -> None:
    """People read a word for each format, never the name of a renderer."""
    assert all(found.caption for _, found in renderers.installed_renderers().usable)
