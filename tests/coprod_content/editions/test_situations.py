"""The situations of a tool: which are used, and where they appear."""

import pytest
from attrs import evolve

from coprod_content import Library
from coprod_content.content.model import ToolSlot
from coprod_content.content.model.tool import Situation
from coprod_content.editions import compose
from coprod_content.editions.items.item_page import item_page
from coprod_content.editions.sections.prose_blocks import lead
from coprod_content.editions.sections.tool_sections import chosen_situations
from coprod_content.planner.workshop_file import with_workshop
from coprod_content.text.spans import plain, text_of

TOOL = "comfortable-with-being-uncomfortable"


def words(situation: Situation) -> str:
    """Return the text of a situation as it is shown."""
    return plain(text_of(situation.text))


@pytest.mark.parametrize(
    ("minutes", "numbers", "expected"),
    [
        (12, (), (1, 2, 3, 4, 5, 6)),
        (30, (), (1, 2, 3, 4, 5, 6)),
        (9, (), (1, 2, 3, 4)),
        (1, (), (1,)),
        (9, (20, 3), (20, 3)),
    ],
)
def test_a_step_takes_as_many_situations_as_there_is_time_for(
    library: Library, minutes: int, numbers: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    """An agenda item can choose them. Otherwise they are the first, two minutes each, and at least one."""
    tool = library.tools[TOOL]
    step = next(step for step in tool.steps if step.situations)
    chosen = chosen_situations(tool, ToolSlot(tool=TOOL, minutes=40, situations=numbers), step, minutes)
    assert chosen == tuple(tool.situations[number - 1] for number in expected)


def test_each_situation_has_its_own_slide_message_and_strip(library: Library) -> None:
    """Only the chosen ones are shown, in their order, and printed to cut up. The tool's page has the whole list."""
    workshop = library.workshops["power-sharing"]
    agenda = tuple(
        evolve(slot, situations=(6, 2)) if getattr(slot, "tool", "") == TOOL else slot for slot in workshop.agenda
    )
    changed = with_workshop(library, evolve(workshop, agenda=agenda))
    situations = library.tools[TOOL].situations
    deck = compose("deck", changed, [workshop.id])
    shown = [section.title for _, section in deck.walk() if "Situation" in section.label]
    assert shown == [words(situations[5]), words(situations[1])]
    chat = str(compose("chat", changed, [workshop.id]))
    assert "Situation 1 of 2: A senior leader" in chat
    assert "Situation 2 of 2: A clinician" in chat
    handouts = compose("handouts", changed, [workshop.id])
    (sheet,) = (each for _, each in handouts.walk() if each.title == "Situations, to cut into strips")
    assert [each.title for each in sheet.sections] == ["2. A clinician", "6. A senior leader"]
    assert [each.blocks for each in sheet.sections] == [(lead(situations[at].text),) for at in (1, 5)]
    page = str(item_page(library.tools[TOOL], library))
    assert all(each.role in page for each in situations)
