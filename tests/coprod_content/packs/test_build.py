"""A file is composed, fitted and rendered, or findings say why not."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.plugins import install

from coprod_content import Library
from coprod_content.brand.brand import Brand, ReferenceFiles
from coprod_content.content.library import Items
from coprod_content.document.document import Document, Section
from coprod_content.packs.build import make, render
from coprod_content.packs.writing.build_date import build_date
from coprod_content.plugins.renderers import RendererError


def test_a_made_file_says_what_is_in_it(library: Library, brand: Brand) -> None:
    """The result has the bytes, the suffix, the number of cards and the items."""
    made = make("postcards", "cards", library, brand, ("who-speaks-first",))
    assert made.data is not None
    assert made.suffix == ".pdf"
    assert (made.card_count, made.items, made.findings) == (1, ("who-speaks-first",), ())


def test_text_that_cannot_fit_gives_a_finding_with_its_file_and_no_bytes(library: Library, brand: Brand) -> None:
    """A sentence too long for a slide is reported at its content file, and no bytes are made."""
    tool = library.tools["what-matters-to-you"]
    endless = " ".join(["words"] * 400)
    steps = (evolve(tool.steps[0], task=None, say=endless), *tool.steps[1:])
    tools = tuple(evolve(t, steps=steps) if t.id == tool.id else t for t in library.tools.values())
    made = make("deck", "slides", evolve(library, tools=Items(tools)), brand, ("first-steps",))
    assert made.data is None
    assert [finding.code for finding in made.findings] == ["does-not-fit"]
    where = made.findings[0].where
    assert where is not None
    assert where.file.endswith("tools/what-matters-to-you.yaml")
    assert "words too long" in made.findings[0].what


@pytest.mark.parametrize(
    ("words", "fix"),
    [
        ("สวัสดี", "Install the font: pip install fontpkg-noto-sans-thai"),
        (
            "สวัสดี 你好",
            "No font package that coprod can use has Chinese, Japanese or Korean characters. "
            "To make all files except PDFs, use `coprod pack --allow-findings`.",
        ),
        ("สวัสดี 🙂", "Install a font package (fontpkg-…) with these characters, or write the text without them."),
    ],
)
def test_characters_that_no_font_has_are_found_before_they_are_printed(
    words: str, fix: str, library: Library, brand: Brand
) -> None:
    """A card with a script that no font covers is not made. The finding names the font to add."""
    card = evolve(library.postcards["who-speaks-first"], question=f"What does {words} mean?")
    cards = tuple(card if c.id == card.id else c for c in library.postcards.values())
    made = make("postcards", "cards", evolve(library, postcards=Items(cards)), brand, (card.id,))
    assert made.data is None
    assert [(finding.code, finding.fix) for finding in made.findings] == [("no-glyph", fix)]
    assert "U+0E2A" in made.findings[0].what
    assert str(made.findings[0].where).endswith("postcards/who-speaks-first.yaml:1:1")


def test_a_section_from_no_item_still_gives_its_finding(library: Library, brand: Brand) -> None:
    """Text of a document made in Python is reported by the title of its section, without a file."""
    title = "x" * 3000
    document = Document(title="By hand", language="en-GB", sections=(Section(title=title, items=("unknown",)),))
    made = render(document, "slides", brand, library)
    assert made.findings[0].where is None
    assert made.findings[0].field == title


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("raise ValueError('no such\\nluck')", r"from thrower 1.2.3 failed \(ValueError: no such\). Report this"),
        ("return 'text'", "from thrower 1.2.3 returned str, not bytes. Report this"),
    ],
)
def test_a_renderer_that_fails_is_named(
    body: str, said: str, library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A renderer that raises an exception, or does not return bytes, is an error that names its package."""
    code = (
        "from coprod_content.plugins.renderers import Renderer\n"
        f"def render(document, brand):\n    {body}\n"
        "renderer = Renderer(suffix='.txt', media_type='text/plain', render=render)\n"
    )
    install(tmp_path, monkeypatch, "thrower", code, {"thrower": "thrower:renderer"})
    monkeypatch.delitem(__import__("sys").modules, "thrower", raising=False)
    with pytest.raises(RendererError, match=said):
        make("handouts", "thrower", library, brand, ("first-steps",))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("", "2026-01-01"),
        ("0", "1970-01-01"),
        ("86400", "1970-01-02"),
        ("soon", "2026-01-01"),
        ("9" * 30, "2026-01-01"),
    ],
)
def test_source_date_epoch_sets_the_day(value: str, day: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH sets the date if it is a valid number of seconds, and is ignored if not."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert build_date("2026-01-01") == day


def test_a_template_that_cannot_be_used_is_not_blamed_on_the_renderer(library: Library, brand: Brand) -> None:
    """The message is that of the renderer, about the template, in one line."""
    unusable = evolve(brand, reference=ReferenceFiles(guide="trust.dotx"), files=(("trust.dotx", b"PK"),))
    with pytest.raises(RendererError, match=r"^The template 'trust\.dotx' cannot be read: .*\.$"):
        make("handouts", "guide", library, unusable, ("first-steps",))


def test_the_look_of_a_template_reaches_fitting_and_rendering(
    library: Library, brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A renderer's `templated` is called before the access edition, which can still enlarge type."""
    code = """
from attrs import evolve
from coprod_content.plugins.renderers import Renderer

def templated(brand):
    return evolve(brand, name=f"{brand.name} templated", guide=evolve(brand.guide, body=14))

def render(document, brand):
    return f"{brand.name} {brand.guide.body}".encode()

renderer = Renderer(suffix=".txt", media_type="text/plain", render=render, templated=templated)
"""
    install(tmp_path, monkeypatch, "stranger", code, {"strange": "stranger:renderer"})
    made = [make("handouts", "strange", library, brand, ("first-steps",), access=access).data for access in
            ("standard", "large-print")]  # fmt: skip
    assert made == [b"coprod_content templated 14", b"coprod_content templated 18"]
