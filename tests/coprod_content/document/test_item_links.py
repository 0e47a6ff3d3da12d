"""Links in running text that lead to other items."""

from pathlib import Path

import pytest
from attrs import evolve
from tests.support.command_line import coprod
from tests.support.roots import changed, small_root, written

from coprod_content import Library, load
from coprod_content.content.item_texts import marked_fields, pointers
from coprod_content.content.kinds import KINDS, kind_of
from coprod_content.content.retirement import without_references
from coprod_content.document.blocks import Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.document.item_links import linked_sections, with_item_links
from coprod_content.editions.items.item_page import _MAKERS, has_page
from coprod_content.findings.finding import Finding
from coprod_content.loading import examine
from coprod_content.text.spans import Span, Text, plain, text_of


def written_links(folder: Path, purpose: str) -> tuple[Finding, ...]:
    """Return the findings on a library in which a tool's purpose has this text."""
    return examine(small_root(folder, changed("tools/pairs.yaml", "Hear each other.", f"'{purpose}'")))[1]


def test_a_link_to_an_item_is_a_span_with_its_kind_and_id() -> None:
    """Its words can be marked up, and an address that is no kind and id stays an address."""
    words = text_of(
        "Use [**power** mapping](tool:power-mapping) or [us](https://www.example.org) and [mail](mailto:a@b.uk)."
    )
    assert [(span.text, span.kind, span.item, span.url) for span in words if span.kind or span.url] == [
        ("power", "tool", "power-mapping", ""),
        (" mapping", "tool", "power-mapping", ""),
        ("us", "", "", "https://www.example.org"),
        ("mail", "", "", "mailto:a@b.uk"),
    ]
    assert plain(words) == "Use power mapping or us and mail."


def test_the_kinds_with_pages_are_those_that_pages_are_made_of(library: Library) -> None:
    """An author can link to an item of each of these kinds, and of no other."""
    assert {kind.type for kind in KINDS if kind.has_pages} == set(_MAKERS)
    assert all(has_page(item) == kind_of(item).has_pages for item in library)


@pytest.mark.parametrize(
    ("words", "what", "fix"),
    [
        ("[a card](postcard:who-decide)", "there is no postcard 'who-decide'.", "Did you mean 'who-decides'?"),
        ("[a card](tool:who-decides)", "'who-decides' is a postcard, not a tool.", "Run `coprod list tools`"),
        (
            "[a card](postcrad:who-decides)",
            "leads to the kind 'postcrad', which does not exist.",
            "Did you mean 'postcard'?",
        ),
        (
            "[a card](Postcard:who-decides)",
            "leads to the kind 'Postcard', which does not exist.",
            "Did you mean 'postcard'?",
        ),
        (
            "[a ring](picture:ring)",
            "leads to a picture, which has no page.",
            "Link to one of these kinds: theme, tool,",
        ),
        ("[ ](postcard:who-decides)", "the link has no text.", "Write it as [words]"),
        ("[here](postcard:who-decides)", "the link says 'here'.", ""),
    ],
)
def test_a_wrong_link_is_reported_where_it_is_written(tmp_path: Path, words: str, what: str, fix: str) -> None:
    """The finding gives file, line, column and field, and suggests the nearest kind or id."""
    (finding,) = written_links(tmp_path, f"Try {words} first.")
    assert str(finding.where) == f"{tmp_path}/tools/pairs.yaml:2:10"
    assert finding.field == "purpose"
    assert finding.what.endswith(what)
    assert finding.fix.startswith(fix)


def test_two_links_with_the_same_words_must_lead_to_the_same_item(tmp_path: Path) -> None:
    """As for addresses, a reader who hears only the links cannot tell them apart."""
    (finding,) = written_links(tmp_path, "[Read on that](article:to-read), [read on that](postcard:who-decides).")
    assert finding.code == "link-same-words"


def test_the_command_says_what_is_wrong_and_a_sound_link_passes(tmp_path: Path) -> None:
    """`coprod check` prints one line with the place, and nothing for a sound link."""
    root = small_root(tmp_path, changed("tools/pairs.yaml", "Hear each other.", "'Or [a card](postcard:who-decide).'"))
    result = coprod("check", str(root))
    assert result.exit_code == 1
    assert (
        "tools/pairs.yaml:2:10: purpose: there is no postcard 'who-decide'. Did you mean 'who-decides'?"
        in result.output
    )
    assert written_links(tmp_path / "sound", "Or [a card](postcard:who-decides).") == ()


def test_a_link_to_a_retired_item_becomes_its_words(tmp_path: Path) -> None:
    """In the root that retires the item, such a link is an error instead."""
    text = "'Or [a **card** [1]](postcard:who-decides), then rest.'"
    below = small_root(tmp_path / "below", changed("tools/pairs.yaml", "Hear each other.", text))
    retiring = written(tmp_path / "ours", {"retire.yaml": "retire: [meeting, who-decides]\n"})
    library, findings = examine(below, retiring)
    assert library is not None
    assert library.tools["pairs"].purpose == "Or a **card** [1], then rest."
    assert "this item no longer refers to 'who-decides': pairs." in [each.what for each in findings]
    own = (below / "tools/pairs.yaml").read_text()
    _, findings = examine(below, written(tmp_path / "ours", {"tools/pairs.yaml": own}))
    assert "the postcard 'who-decides' was retired." in [each.what for each in findings]


def document(*sections: Section, edition: str = "guide") -> Document:
    return Document(title="D", language="en-GB", edition=edition, sections=sections)


def linking(words: str, **about: object) -> Section:
    return Section(title="A", blocks=(Paragraph(text_of(words)),), **about)  # type: ignore[arg-type]  # any field


def link_in(made: Document) -> Span:
    block = made.sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    text: Text = block.text
    return next((span for span in text if span.text == "pairs"), Span(""))


def test_a_link_gets_the_address_of_the_page_on_the_site(library: Library) -> None:
    """Without a site it has none, and on cards and in easy read it is only words."""
    site = evolve(library, about=evolve(library.about, url="https://www.example.org/co/"))
    silent = evolve(library, about=evolve(library.about, url=None))
    section = linking("Use [pairs](tool:collaborative-pairs).")
    address = "https://www.example.org/co/tools/collaborative-pairs.html"
    assert link_in(with_item_links(document(section), site)).url == address
    assert link_in(with_item_links(document(section), silent)).url == ""
    for made in (
        document(evolve(section, role="card-back")),
        document(section, edition="easy-read"),
        document(evolve(section, items=("collaborative-pairs",))),
    ):
        assert link_in(with_item_links(made, site)).text == ""


def test_the_section_about_an_item_is_the_place_of_a_link_to_it() -> None:
    """Lists of many items are not, and nor is the list of references."""
    about = Section(title="B", items=("one",))
    lists = Section(title="C", items=("one", "two")), Section(title="R", role="references", items=("one",))
    made = document(linking("[x](tool:one) and [y](tool:two)"), *lists, about, Section(title="D", items=("one",)))
    assert linked_sections(made) == (("one", about),)
    assert linked_sections(document(linking("None"), about)) == ()


def test_each_link_in_our_content_leads_to_a_page() -> None:
    """At least forty places link to a tool, a form or a page that they name."""
    library = load()
    links = [(item, found) for item in library for found in pointers(item) if found.words and found.kind != "link"]
    assert len(links) >= 40
    assert all(has_page(library[found.target]) for _, found in links)
    for item, found in links[:5]:
        assert marked_fields(type(item))
        assert without_references(item, (found.target,)) is not None
