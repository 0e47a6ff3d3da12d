"""Postcards and tool cards, and the web addresses printed on them."""

from typing import get_args

from attrs import evolve

from coprod_content.content.drawing import Circle, Drawing
from coprod_content.content.field_types import Moment
from coprod_content.content.library import Library
from coprod_content.content.model import Postcard, Theme, Tool
from coprod_content.content.phrases import minutes_in_words
from coprod_content.document.blocks import Block, Bullets, Fact, Facts, Paragraph, Signpost
from coprod_content.document.document import Document, Section, ShorterVersion
from coprod_content.editions.sections.prose_blocks import callouts, labelled
from coprod_content.editions.sections.theme_pictures import themed, with_tool_sign
from coprod_content.editions.sections.titles import theme_label
from coprod_content.editions.sections.tool_sections import tool_facts
from coprod_content.editions.selection import selected_postcards, selected_tools
from coprod_content.text.sentences import joined, sentences
from coprod_content.text.spans import Span, text_of, verbatim

_NO_BREAK = "\u00a0"


def postcards_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a document of the selected postcards (by default, all)."""
    cards = selected_postcards(library, ids)
    return Document(
        title="Postcards that start conversations",
        subtitle=f"{len(cards)} card{'s' if len(cards) != 1 else ''}",
        language=library.about.language,
        sections=tuple(_in_deck(card, f"{at} of {len(cards)}", library) for at, card in enumerate(cards, 1)),
    )


def _in_deck(card: Postcard, number: str, library: Library) -> Section:
    """Return a postcard with facts on the front, such as its number."""
    front = postcard_section(card, library)
    facts = (
        Fact("Stage", card.moment.capitalize(), stage_sign(card.moment)),
        Fact("For", ", ".join(card.audience)),
        Fact("Card", number),
    )
    backs = tuple(evolve(back, label="") for back in front.sections)
    return evolve(front, blocks=(Facts(f"Card {number}", facts),), sections=backs)


def stage_sign(moment: Moment) -> Drawing:
    """Return a row of dots, one per stage, the largest for `moment`."""
    stages = get_args(Moment)
    return Drawing(
        width=12.0 * len(stages),
        height=12,
        shapes=tuple(
            Circle(x=6 + 12 * at, y=6, radius=6 if stage == moment else 2.5, fill="sun" if stage == moment else "paper")
            for at, stage in enumerate(stages)
        ),
    )


def tool_cards_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return cards for the selected tools (by default, all)."""
    tools = selected_tools(library, ids)
    return Document(
        title="Tool cards",
        subtitle=f"{len(tools)} tool{'s' if len(tools) != 1 else ''}",
        language=library.about.language,
        sections=tuple(
            _numbered(tool_card_section(tool, library), f"{at} of {len(tools)}") for at, tool in enumerate(tools, 1)
        ),
    )


def _numbered(front: Section, number: str) -> Section:
    """Add a number such as `3 of 40` to a card's facts."""
    *text, facts = front.blocks
    assert isinstance(facts, Facts)
    return evolve(front, blocks=(*text, evolve(facts, items=(*facts.items, Fact("Card", number)))))


def postcard_section(card: Postcard, library: Library) -> Section:
    """Return a postcard: question on the front, guidance on the back."""
    theme = library.themes[card.theme]
    back = Section(
        title="Why ask this",
        label=f"{card.moment.capitalize()} · {', '.join(card.audience)}",
        blocks=(
            Paragraph(text_of(card.why)),
            Bullets(card.follow_ups),
            Paragraph(labelled("Listen for", text_of(card.listen_for))),
            _page_link(card.id, library),
        ),
    )
    return card_section(card.id, theme, Section(title=card.question, label=theme_label(theme)), back)


def tool_card_section(tool: Tool, library: Library) -> Section:
    """Return a tool card: purpose on the front, steps on the back.

    Both sides have shorter versions for cards without enough room. On the front, sentences are left out from the end
    of the purpose. On the back, the minutes of the steps are left out first, then the QR code. After that, the access
    advice moves to a further side. Finally, steps are left out, starting with the last.
    """
    theme = library.themes[tool.theme]
    facts = evolve(tool_facts(tool), caption="At a glance")
    purpose = sentences(text_of(tool.purpose))
    front = Section(
        title=tool.title,
        label=theme_label(theme),
        blocks=(Paragraph(text_of(tool.purpose)), facts),
        shorter=tuple(
            ShorterVersion("the end of its purpose", (Paragraph(joined(purpose[:most])), facts))
            for most in range(len(purpose) - 1, 0, -1)
        ),
    )
    card = card_section(tool.id, theme, front, _steps_side(tool, theme, library))
    return evolve(card, picture=with_tool_sign(card, tool, library).picture)


def _steps_side(tool: Tool, theme: Theme, library: Library) -> Section:
    link = _page_link(tool.id, library)
    titles = tuple(verbatim(step.title) for step in tool.steps)
    timed = tuple(
        (Span(step.title), Span(f" ({minutes_in_words(step.minutes).replace(' ', _NO_BREAK)})")) for step in tool.steps
    )
    access = tool.access[:1]
    panel, lines = (
        callouts("access", "Access", access),
        tuple(Paragraph(labelled("Access", text_of(each))) for each in access),
    )
    address = _without_code(link)
    minutes = "the minutes of its steps"
    shorter = (
        ShorterVersion(minutes, (Bullets(titles, "number"), *panel, link)),
        ShorterVersion(minutes, (Bullets(titles, "number"), *lines, link)),
        ShorterVersion(f"{minutes} and its QR code", (Bullets(titles, "number"), *lines, address)),
        ShorterVersion(
            "its access advice, which is on a further side",
            (Bullets(titles, "number"), address),
            _access_side(tool, theme),
        ),
        *(
            ShorterVersion(
                "its last step" if most == len(titles) - 1 else f"its last {len(titles) - most} steps",
                (Bullets(titles[:most], "number"), address),
                _access_side(tool, theme),
            )
            for most in range(len(titles) - 1, 0, -1)
        ),
    )
    return Section(title="Steps", blocks=(Bullets(timed, "number"), *panel, link), shorter=shorter)


def _access_side(tool: Tool, theme: Theme) -> tuple[Section, ...]:
    """Return a side with a tool's access advice, or an empty tuple."""
    if not tool.access:
        return ()
    advice = sentences(text_of(tool.access[0]))
    side = Section(
        title="Access",
        label=tool.title,
        role="card-back",
        items=(tool.id,),
        blocks=(Paragraph(joined(advice)),),
        shorter=tuple(
            ShorterVersion("the end of its access advice", (Paragraph(joined(advice[:most])),))
            for most in range(len(advice) - 1, 0, -1)
        ),
    )
    return (themed(side, theme),)


def _without_code(link: Block) -> Block:
    """Return a link as a line of text, without its QR code."""
    if not isinstance(link, Signpost):
        return link
    return Paragraph((Span(f"{link.label}: "), Span(link.shown, url=link.url)), "small")


def card_section(id_: str, theme: Theme, front: Section, *others: Section) -> Section:
    """Return a card's front, with its other sides as subsections.

    Each side has the colour and symbol of `theme`.
    """
    first, *behind = (themed(evolve(side, role="card-back", items=(id_,)), theme) for side in (front, *others))
    return evolve(first, role="card-front", sections=tuple(behind))


def card_path(id_: str) -> str:
    """Return the path of a card's web page, below the library's address."""
    return f"cards/{id_}.html"


def _page_link(id_: str, library: Library) -> Block:
    """Return a link to a card's web page.

    If the library has no web address, return a line with the card's id instead.
    """
    about = library.about
    if not about.url:
        return Paragraph(verbatim(f"Card id: {id_}"), "small")
    page = f"{about.url.rstrip('/')}/{card_path(id_)}"
    return Signpost("This card online", f"{page}?printed={about.date}", page.partition("://")[2])
