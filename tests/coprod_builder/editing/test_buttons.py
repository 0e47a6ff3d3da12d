"""The buttons of the editor page: move, remove, add, undo, shorten."""

import re

import pytest
from tests.support.running_builder import Fields, Site, form, summary, titles, with_values

from coprod_content import Library
from coprod_content.planner.workshop_file import read_workshop, workshop_text


def text_of(library: Library, id_: str = "first-steps") -> str:
    return workshop_text(library.workshops[id_])


def test_buttons_move_remove_and_order_items(site: Site) -> None:
    """Up, Down and Remove act on their own item, and the focus follows it."""
    page = site.get("/workshops/first-steps")
    before = titles(page)
    down = site.post("/plan", form(page), do="down 1")
    assert titles(down) == [before[1], before[0], *before[2:]]
    assert "Item 1 is now item 2 of 8." in down.words("message")
    assert down.tree.xpath("//*[@autofocus]/@id") == ["down-2"]
    assert titles(site.post("/plan", form(down), do="up 2")) == before
    top = site.post("/plan", form(down), do="up 2")
    assert top.tree.xpath("//*[@autofocus]/@id") == ["down-1"], "a button that cannot be pressed has no focus"
    gone = site.post("/plan", form(page), do="remove 5")
    assert titles(gone) == [*before[:4], *before[5:]]
    assert gone.words("totals") == "Adds up to 80 of 90 minutes: 10 to spare."
    order = "8,7,6,5,4,3,2,1"
    assert titles(site.post("/plan", with_values(form(page), {"order": order}), do="order")) == before[::-1]


@pytest.mark.parametrize(
    "do", ["up 0", "up 99", "down x", "remove 9", "order", "add tool:nothing", "nonsense", "cut x", ""]
)
def test_an_unknown_button_changes_nothing(site: Site, do: str) -> None:
    """A value that no button has, or of an item that is not there, leaves the plan as it was."""
    page = site.get("/workshops/first-steps")
    fields = with_values(form(page), {"order": "1,2", "add.other": "nothing"})
    answer = site.post("/plan", fields, do=do)
    assert answer.status == 200
    assert titles(answer) == titles(page)


def lasting(sent: Fields) -> dict[str, tuple[str, ...]]:
    """Return a plan's form fields without the history for undo."""
    names = {name for name, _ in sent if name != "history"}
    return {name: tuple(value for each, value in sent if each == name) for name in names}


@pytest.mark.parametrize("do", ["up 2", "remove 3", "add break", "cut 30"])
def test_a_change_can_be_undone_and_redone(site: Site, do: str) -> None:
    """Undo restores the plan with its reasons and wording, and redo repeats the change."""
    page = site.get("/planned?purpose=decide&minutes=90&people=12&starts=10:00&setting=in-person")
    assert not page.tree.xpath("//button[@id='undo' or @id='redo']")
    first = with_values(form(page), {"title": "Our words"})
    changed = site.post("/plan", first, do=do)
    undone = site.post("/plan", form(changed), do="undo")
    typed = site.post("/plan", form(site.post("/plan", first, do="update")), do="update")
    assert lasting(form(undone)) == lasting(form(typed))
    redone = site.post("/plan", form(undone), do="redo")
    assert lasting(form(redone)) == lasting(form(changed))
    assert not redone.tree.xpath("//button[@id='redo']")
    untyped = site.post("/plan", form(site.post("/plan", form(redone), do="undo")), do="undo")
    assert lasting(form(untyped)) == lasting(form(page)), "what was typed is a step too"
    assert untyped.tree.xpath("//*[@autofocus]/@id") == ["totals"]
    assert not site.post("/plan", form(untyped), do="up 2").tree.xpath("//button[@id='redo']")


@pytest.mark.thorough
def test_fifty_changes_can_be_undone_and_redone(site: Site) -> None:
    """Undo goes back 50 steps and redo forward again, even after a preview, a refusal or an unknown button."""
    page = site.get("/workshops/half-day")
    seen = [titles(page)]
    for at in range(52):
        page = site.post("/plan", form(page), do=f"{('down', 'up')[at % 2]} {1 + at % 2 + at // 2 % 5}")
        seen.append(titles(page))
    assert sum(len(value) for name, value in form(page) if name == "history") < 60_000
    shown = site.post("/plan/preview", form(page))
    page = site.post("/plan", form(shown, "/plan"), do="update")
    page = site.post("/plan", form(page), do="cut 7")
    assert page.status == 422
    for before in seen[-2:1:-1]:
        page = site.post("/plan", form(page), do="undo")
        assert titles(page) == before
    assert not page.tree.xpath("//button[@id='undo']")
    for after in seen[3:]:
        page = site.post("/plan", form(page), do="redo")
        assert titles(page) == after
    assert not page.tree.xpath("//button[@id='redo']")
    for nonsense in ("x", "AAAA", "e30=", "\u00e9"):
        answer = site.post("/plan", with_values(form(page), {"history": nonsense}), do="undo")
        assert (answer.status, titles(answer)) == (200, seen[-1])


def test_why_and_left_out_travel_in_the_plan_file(site: Site, library: Library) -> None:
    """A planned session that is saved and loaded again still says why each item is there and what was left out."""
    page = site.get("/planned?purpose=decide&minutes=90&people=12&starts=10:00&setting=in-person")
    saved = site.post("/plan/file", form(page)).body
    made = read_workshop(saved, "ours.yaml", library)
    assert all(slot.reason for slot in made.agenda)
    assert len(made.left_out) > 3
    loaded = site.post("/plan", (), do="load", file=("ours.yaml", saved))
    for found in ("//p[@class='reason']", "//details[@class='left-out']//li"):
        assert [each.text_content() for each in loaded.tree.xpath(found)] == [
            each.text_content() for each in page.tree.xpath(found)
        ]
    assert site.post("/plan", form(loaded), do="cut 60").text.count("Why it’s here") >= 3


def test_loading_a_plan_can_be_undone(site: Site, library: Library) -> None:
    """After a file is loaded, the plan that was on the page is one button away."""
    page = site.get("/workshops/half-day")
    loaded = site.post("/plan", form(page), do="load", file=("first-steps.yaml", text_of(library).encode()))
    assert loaded.words("message") == "The plan in first-steps.yaml was loaded."
    assert titles(site.post("/plan", form(loaded), do="undo")) == titles(page)


def test_what_was_left_out_stays_on_the_page(site: Site) -> None:
    """The list of tools left out is still there after changes, when you need it to replace an item."""
    page = site.get("/planned?purpose=decide&minutes=90&people=12&starts=10:00&setting=in-person")
    left = page.tree.xpath("//details[@class='left-out']//li")
    after = site.post("/plan", form(site.post("/plan", form(page), do="down 2")), do="remove 2")
    assert len(after.tree.xpath("//details[@class='left-out']//li")) == len(left) > 3


def test_there_is_a_postcard_for_each_person(site: Site, library: Library) -> None:
    """A new conversation has as many postcards as people, with the themes taking turns."""
    page = site.get("/workshops/half-day")
    added = site.post("/plan", with_values(form(page), {"people.most": "14"}), do="add postcards")
    chosen = added.tree.xpath(f"//input[@name='agenda[{len(titles(page))}].postcards'][@checked]/@value")
    assert len(chosen) == 14
    assert len({library.postcards[id_].theme for id_ in chosen}) > 1


def test_everything_on_offer_can_be_added(site: Site, library: Library) -> None:
    """Each choice becomes an item where you asked for it. Tools that don’t fit are marked."""
    page = site.get("/workshops/first-steps")
    for value in page.tree.xpath("//select[@name='add.other']/option/@value"):
        added = site.post("/plan", with_values(form(page), {"add.other": value, "add.at": "1"}), do="add")
        assert len(titles(added)) == 9
        assert added.tree.xpath("//*[@autofocus]/@id") == ["agenda-2"]
        kind = added.tree.xpath("string(//li[@id='agenda-2']//p[@class='kind'])").lower()
        assert value.partition(":")[0] in kind
    offered = page.tree.xpath("//ul[@class='offers']//button/@value")
    assert {each.removeprefix("add tool:") for each in offered} == set(library.tools)
    unfit = page.tree.xpath("//li[contains(@class, 'unfit')]//button/@value")
    assert "add tool:group-agreement" in unfit, "it is on the agenda already"
    tool = site.post("/plan", form(page), do="add tool:fishbowl")
    assert titles(tool)[-2] == "Fishbowl"


def test_a_new_talk_must_be_written_before_the_pack_is_made(site: Site) -> None:
    """A new talk starts empty, and asking for the pack points to the fields to fill in."""
    page = site.get("/workshops/first-steps")
    added = site.post("/plan", with_values(form(page), {"add.other": "talk", "add.at": "1"}), do="add")
    refused = site.post("/plan/pack", form(added), do="pack")
    assert refused.status == 422
    assert refused.text.count("<title>Error: ") == 1
    problems = summary(refused)
    assert "Item 2, title: This is missing. Fill it in." in problems
    for link in refused.tree.xpath("//*[contains(@class, 'problems')]//a/@href"):
        assert refused.tree.get_element_by_id(link.removeprefix("#")) is not None
    assert titles(refused) == titles(added)


def test_people_are_added_row_by_row(site: Site) -> None:
    """There is always an empty row, and a button adds another and moves the focus to it."""
    page = site.get("/workshops/first-steps")
    assert page.tree.xpath("count(//fieldset[@class='team']//input)") == 2
    named = site.post(
        "/plan", with_values(form(page), {"event.team[1].name": "A", "event.team[1].part": "B"}), do="update"
    )
    assert named.tree.xpath("count(//fieldset[@class='team']//input)") == 4
    more = site.post("/plan", form(page), do="person 2")
    assert more.tree.xpath("//*[@autofocus]/@id") == ["event-team-2-name"]


def test_a_plan_can_be_made_shorter(site: Site, library: Library) -> None:
    """Each shorter version on offer adds up. If there is none, the page says so and keeps the plan."""
    page = site.get("/workshops/half-day")
    offered = [each for each in page.tree.xpath("//button[@name='do']/@value") if each.startswith("cut ")]
    assert offered == ["cut 30", "cut 60", "cut 90"]
    shorter = site.post("/plan", form(page), do="cut 90")
    assert shorter.words("totals") == "Adds up to 90 of 90 minutes."
    made = read_workshop(site.post("/plan/file", form(shorter)).body, "x.yaml", library)
    assert made.minutes == 90
    refused = site.post("/plan", form(page), do="cut 7")
    assert refused.status == 422
    assert "Choose another length" in summary(refused)[0]
    assert titles(refused) == titles(page)


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("setting: in-person", "setting: zoom", "setting: zoom"),
        ("- surprised-in-charge", "- a-card-of-ours", "- a-card-of-ours"),
        ("- surprised-in-charge", "- bad-news-travel", "- bad-news-travel"),
        ("[starting-from-what-matters", "[a-theme-of-ours", "- a-theme-of-ours"),
        ("tool: group-agreement", "tool: a-tool-of-ours", "tool: a-tool-of-ours"),
        ("- Who is here, and what to call each other", "- Bring: pens", "Bring: pens"),
        ("title: Welcome", "title: {first: Welcome}", "first: Welcome"),
        ("setting: in-person", "setting: in-person\nevent: {team: [Ann, {name: Bob, part: x, phone: 1}]}", "phone: 1"),
        ("setting: in-person", "setting: in-person\nevent: {team: [Ann, {name: Bob, part: x}]}", "- Ann"),
        ("setting: in-person\n", "", ""),
        ("kind: break", "kind: brake", "kind: brake"),
        ("outcomes:", "outcomes: We talk\nour_outcomes:", "our_outcomes:"),
    ],
)
def test_what_a_page_cannot_show_is_kept(site: Site, library: Library, before: str, after: str, kept: str) -> None:
    """A plan that is sent back without edits stays the same, even with mistakes, and adds nothing to undo."""
    text = text_of(library)
    loaded = site.post("/plan", (), do="load", file=("plan.yaml", text.replace(before, after).encode()))
    page = site.post("/plan", form(loaded), do="update")
    assert not page.tree.xpath("//button[@id='undo']")
    assert kept in page.words("text")
    removed = site.post("/plan", with_values(form(page), {"title": "Ours"}), do="remove 2")
    for step in ("Ours", "First steps in co-production"):
        removed = site.post("/plan", form(removed), do="undo")
        assert removed.tree.xpath("string(//input[@name='title']/@value)") == step
    assert not removed.tree.xpath("//button[@id='undo']")
    assert len(removed.tree.xpath("//li[contains(@class, 'item')]")) == 8


@pytest.mark.parametrize(
    "choice",
    [
        *("talk", "postcards", "tool:fishbowl"),
        *(pytest.param(each, marks=pytest.mark.thorough) for each in ("break", "closing", "film:starting-small")),
    ],
)
def test_adding_and_moving_an_item_can_be_undone(site: Site, choice: str) -> None:
    """Each step can be undone, even if an item was added with empty fields."""
    page = site.get("/workshops/first-steps")
    seen = [titles(page)]
    for do in (f"add {choice}", "up 2", f"add {choice}", "down 3"):
        page = site.post("/plan", form(page), do=do)
        seen.append(titles(page))
    for steps, do in ((seen[-2::-1], "undo"), (seen[1:], "redo")):
        for before in steps:
            page = site.post("/plan", form(page), do=do)
            assert titles(page) == before
        assert not page.tree.xpath(f"//button[@id='{do}']")


def test_a_value_of_the_wrong_kind_can_be_replaced(site: Site, library: Library) -> None:
    """Text typed on the page replaces a word that is in the place of fields."""
    text = re.sub(r"people:.*\n( .*\n)*", "people: twelve\n", text_of(library)) + "event: Room 1\n"
    page = site.post("/plan", (), do="load", file=("plan.yaml", text.encode()))
    answers = {"people.least": "6", "people.most": "12", "event.place": "Room 2"}
    page = site.post("/plan", with_values(form(page), answers), do="update")
    for name, value in answers.items():
        assert page.tree.xpath(f"string(//input[@name='{name}']/@value)") == value
    assert site.post("/plan/file", form(page)).body.count(b"Room 2") == 1
