"""Whose material a file is, and the credit for what it is based on."""

from pathlib import Path
from shutil import copy

import pytest
from attrs import evolve
from tests.support.roots import TOOL

from coprod_content import Document, Library, load, load_brand
from coprod_content.brand.brand import Brand
from coprod_content.brand.organisation import Organisation
from coprod_content.content.library import Items
from coprod_content.content.model import Rights
from coprod_content.document.blocks import block_texts
from coprod_content.document.typography import with_curly_quotes
from coprod_content.editions import compose
from coprod_content.editions.identity import identified
from coprod_content.files.content_root import canonical_root
from coprod_content.text.quotation_marks import curly
from coprod_content.text.spans import plain, text_of

OURS = Organisation(
    name='Bwrdd "Iechyd" Prifysgol & Chyfeillion Llanfair',
    strapline="Better together",
    address="https://www.trust.example/coproduction/",
    contact="hello@trust.example",
    accessibility_statement="https://www.trust.example/accessibility",
)
NAME, PRINTED = OURS.name, curly(OURS.name)
CREDIT = "Based on coprod_content, CC BY 4.0, independent of NHS England"


@pytest.fixture(scope="module")
def brand() -> Brand:
    return evolve(load_brand(), organisation=OURS)


def told(document: Document) -> list[str]:
    """Return the paragraphs of the section on the material."""
    (section,) = (each for each in document.sections if each.role == "credits")
    return [plain(text) for block in section.blocks for text in block_texts(block)]


def with_own(tool_id: str, tmp_path: Path) -> Library:
    (tmp_path / "tools").mkdir()
    text = TOOL.replace("theme: sharing", "theme: sharing-power").replace("Listen in pairs", "Our walk")
    (tmp_path / "tools" / f"{tool_id}.yaml").write_text(text)
    return load(canonical_root(), tmp_path)


def test_a_guide_is_theirs_and_credits_us_once(library: Library, brand: Brand) -> None:
    """The footer and author are the organisation's. The credit is in the section on the material."""
    made = identified(compose("facilitator-guide", library, ["first-steps"]), brand, library)
    assert (made.imprint, made.author, made.publisher) == (f"{PRINTED} · trust.example/coproduction", NAME, NAME)
    cover = [plain(text) for block in made.sections[0].blocks for text in block_texts(block)]
    assert cover[-1] == "Better together"
    assert plain(text_of(library.about.statement)) not in cover
    first, second, credit, *_ = told(made)
    assert first == f"This material is from {PRINTED}. Better together."
    assert second == "Contact: hello@trust.example · Accessibility statement"
    assert credit == f"{CREDIT}."
    assert identified(made, brand, library) == made


def test_cards_get_a_card_on_the_material(library: Library, brand: Brand) -> None:
    """Cards have the organisation's name, and one card has the credit."""
    made = identified(compose("tool-cards", library, ["fishbowl"]), brand, library)
    assert CREDIT not in made.imprint
    assert told(made)[-1] == f"{CREDIT}."


def test_a_single_sheet_has_the_credit_in_its_imprint(library: Library, brand: Brand) -> None:
    """A run sheet has no section on the material."""
    made = identified(compose("run-sheet", library, ["first-steps"]), brand, library)
    assert made.imprint == f"{PRINTED} · trust.example/coproduction · {CREDIT}"


def test_what_they_wrote_has_their_terms(brand: Brand, tmp_path: Path) -> None:
    """A file with only their own items does not claim our licence, with or without an organisation."""
    library = with_own("our-walk", tmp_path)
    own = compose("tool-cards", library, ["our-walk"])
    made = identified(own, brand, library)
    assert told(made)[-1] == f"Written by {PRINTED}. Please ask before you copy it."
    licensed = evolve(brand, organisation=evolve(OURS, licence="Free for charities."))
    assert told(identified(own, licensed, library))[-1] == f"Written by {PRINTED}. Free for charities."
    assert identified(own, load_brand(), library).imprint == "Made with coprod_content"


def test_theirs_is_told_from_ours(brand: Brand, tmp_path: Path) -> None:
    """In a mixed file, their items are named, then ours are credited."""
    library = with_own("our-walk", tmp_path)
    words = told(identified(compose("tool-cards", library, ["our-walk", "fishbowl"]), brand, library))
    assert words[-2:] == [f"Written by {PRINTED}: Our walk. Please ask before you copy it.", f"{CREDIT}."]


def test_changes_to_ours_are_said(brand: Brand, tmp_path: Path) -> None:
    """CC BY asks for changes to be said."""
    library = with_own("fishbowl", tmp_path)
    words = told(identified(compose("tool-cards", library, ["fishbowl"]), brand, library))
    assert words[-2:] == [f"Based on coprod_content and changed by {PRINTED}: Our walk.", f"{CREDIT}."]


def test_an_unchanged_copy_is_ours(brand: Brand, tmp_path: Path) -> None:
    """An item that was adopted and not edited is not called changed."""
    (tmp_path / "tools").mkdir()
    copy(canonical_root() / "tools" / "fishbowl.yaml", tmp_path / "tools")
    library = load(canonical_root(), tmp_path)
    words = told(identified(compose("tool-cards", library, ["fishbowl"]), brand, library))
    assert words[-2:] == ["Contact: hello@trust.example · Accessibility statement", f"{CREDIT}."]


def test_an_item_can_have_its_own_rights(brand: Brand, tmp_path: Path) -> None:
    """Its holder and licence are said with its title, in the text and in the properties, and apart from the others."""
    library = with_own("our-walk", tmp_path)
    rights = Rights(holder="Llanfair Carers' Forum", licence="CC BY-SA 4.0.")
    walk = evolve(library.tools["our-walk"], rights=rights)
    library = evolve(
        library, tools=Items(tuple(walk if each.id == walk.id else each for each in library.tools.values()))
    )
    made = identified(compose("tool-cards", library, ["our-walk", "fishbowl"]), brand, library)
    said = "From Llanfair Carers' Forum: Our walk. CC BY-SA 4.0."
    assert told(made)[-2:] == [curly(said), f"{CREDIT}."]
    assert made.licence == f"{said} {CREDIT}."


def test_without_an_organisation_our_own_material_is_as_before(library: Library) -> None:
    """Only the publisher, the licence and how words are said are recorded, and quotation marks are curly."""
    made = compose("deck", library, ["first-steps"])
    found = identified(made, load_brand(), library)
    assert ("QI", library.pronunciations["say-qi"].said) in found.sayings
    licence = plain(text_of(library.about.licence))
    assert evolve(found, sayings=()) == with_curly_quotes(evolve(made, publisher=library.about.title, licence=licence))
