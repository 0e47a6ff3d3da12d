"""The editor page: what is written in its form is in the plan, and the page says what is wrong."""

import pytest
from tests.support.running_builder import Site, form, summary, titles, with_values

from coprod_content import Library
from coprod_content.planner.workshop_file import read_workshop, workshop_text


def text_of(library: Library, id_: str = "first-steps") -> str:
    return workshop_text(library.workshops[id_])


def test_every_workshop_survives_the_form(site: Site, library: Library) -> None:
    """Opened and downloaded without a change, each workshop of the library is the same to the letter."""
    for workshop in library.workshops.values():
        page = site.get(f"/workshops/{workshop.id}")
        assert page.status == 200
        saved = site.post("/plan/file", form(page), do="file")
        assert saved.headers["content-disposition"] == f'attachment; filename="{workshop.id}.yaml"'
        assert read_workshop(saved.body, f"{workshop.id}.yaml", library) == workshop
        assert saved.text == workshop_text(workshop)


def test_what_is_written_in_the_form_is_in_the_plan(site: Site, library: Library) -> None:
    """Words and minutes of items, the organisation, the place and the people are in the downloaded plan."""
    page = site.get("/workshops/first-steps")
    values = {
        "title": "Our first Thursday",
        "agenda[1].minutes": "5",
        "agenda[1].points": "One point\n\n  Another   point \n",
        "agenda[2].title": "How we want to be",
        "agenda[2].who": "Sam",
        "agenda[2].minutes": "15",
        "event.organisation": "An example trust",
        "event.place": "Room 4",
        "event.day": "2026-12-03",
        "event.team[1].name": "Sam",
        "event.team[1].part": "Leads the welcome",
    }
    saved = site.post("/plan/file", with_values(form(page), values), do="file")
    made = read_workshop(saved.body, "first-steps.yaml", library)
    assert made.title == "Our first Thursday"
    assert [slot.minutes for slot in made.agenda][:2] == [5, 15]
    assert made.agenda[0].points == ("One point", "Another point")
    assert (made.agenda[1].title, made.agenda[1].who) == ("How we want to be", "Sam")
    assert made.event is not None
    assert (made.event.organisation, made.event.place, made.event.day) == ("An example trust", "Room 4", "2026-12-03")
    assert [(each.name, each.part) for each in made.event.team] == [("Sam", "Leads the welcome")]
    again = site.post("/plan", (("name", "x"), ("plan", saved.text)), do="text")
    emptied = {name: "" for name in values if name.startswith("event")}
    plain = read_workshop(site.post("/plan/file", with_values(form(again), emptied)).body, "x.yaml", library)
    assert plain.event is None


def test_the_time_zone_and_the_forms_can_be_chosen(site: Site, library: Library) -> None:
    """Ticked forms come after those that were there before. An unknown time zone is named beside its field."""
    page = site.get("/workshops/first-steps")
    before = library.workshops["first-steps"].forms
    left = [(name, value) for name, value in form(page) if (name, value) != ("forms", before[0])]
    chosen = with_values(left, {"event.day": "2027-02-11", "event.time_zone": "Europe/Dublin"})
    saved = site.post("/plan/file", (*chosen, ("forms", "sign-in-sheet")), do="file")
    made = read_workshop(saved.body, "first-steps.yaml", library)
    assert made.forms == (*before[1:], "sign-in-sheet")
    assert made.event is not None
    assert made.event.time_zone == "Europe/Dublin"
    wrong = site.post("/plan", with_values(chosen, {"event.time_zone": "Europe/Nowhere"}), do="update")
    assert wrong.status == 200
    assert "There is no time zone 'Europe/Nowhere'" in wrong.words("event-time_zone-problem")


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"event.place": "Room 4", "event.day": "2026-12-03", "starts": "11:00"}, True),
        ({"agenda[1].points": "Something else"}, False),
    ],
)
def test_easy_read_text_is_dropped_when_the_content_changes(
    site: Site, library: Library, values: dict[str, str], kept: bool
) -> None:
    """A new place or time keeps the Easy Read text. Other words drop it, since it may no longer be true."""
    page = site.get("/workshops/first-steps")
    saved = site.post("/plan/file", with_values(form(page), values), do="file")
    made = read_workshop(saved.body, "first-steps.yaml", library)
    assert library.workshops["first-steps"].easy_read is not None
    assert made.easy_read == (library.workshops["first-steps"].easy_read if kept else None)


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ("15", "Adds up to 95 of 90 minutes: 5 too many."),
        ("5", "Adds up to 85 of 90 minutes: 5 to spare."),
        ("10", "Adds up to 90 of 90 minutes."),
        ("ten", "Adds up to 80 minutes so far. Items without minutes: 1."),
        ("", "Adds up to 80 minutes so far. Items without minutes: 1."),
    ],
)
def test_the_agenda_adds_up(site: Site, minutes: str, said: str) -> None:
    """The total is beside the agenda, with what to do about it."""
    page = site.get("/workshops/first-steps")
    shown = site.post("/plan", with_values(form(page), {"agenda[2].minutes": minutes}), do="update")
    assert shown.words("totals") == said
    assert shown.tree.xpath("string(//input[@name='agenda[2].minutes']/@value)") == minutes


def test_a_closing_in_the_middle_is_pointed_out(site: Site) -> None:
    """A closing before other items has advice beside it until it is moved to the end. Files can still be made."""
    page = site.get("/workshops/first-steps")
    early = site.post("/plan", form(page), do="up 8")
    advice = early.tree.xpath("string(//li[@id='agenda-7']//p[@class='advice'])")
    assert advice.startswith("People go home after the closing, but other items follow it.")
    assert "People go home" not in site.post("/plan", form(early), do="down 7").text
    assert site.post("/plan/preview", form(early)).status == 200


def test_problems_are_beside_their_fields(site: Site, library: Library) -> None:
    """A loaded plan with an unknown tool and a wrong total says so at each field, where it can be corrected.

    The rest of the plan is kept.
    """
    bad = text_of(library).replace("tool: group-agreement", "tool: group-agrement")
    bad = bad.replace("minutes: 90", "minutes: 95")
    page = site.post("/plan", (), do="load", file=("our plan.yaml", bad.encode()))
    assert page.status == 200
    assert titles(page) == ["Welcome", "group-agrement", *titles(site.get("/workshops/first-steps"))[2:]]
    told = summary(page)
    assert "Item 2, tool: There is no tool 'group-agrement'. Did you mean 'group-agreement'?" in told
    assert any(each.startswith("Agenda: The agenda adds up to 90 minutes, but the workshop lasts 95.") for each in told)
    assert "There is no tool 'group-agrement'." in page.words("agenda-2-tool-problem")
    mended = {"agenda[2].tool": "group-agreement", "minutes": "90"}
    saved = site.post("/plan/file", with_values(form(page), mended))
    assert read_workshop(saved.body, "first-steps.yaml", library) == library.workshops["first-steps"]


def test_an_unknown_key_can_be_removed(site: Site, library: Library) -> None:
    """A key that the page does not show has a button to remove it. A missing one is asked for at its field."""
    bad = text_of(library).replace("starts: ", "startz: ", 1)
    page = site.post("/plan", (), do="load", file=("our plan.yaml", bad.encode()))
    told = summary(page)
    assert any(each.startswith("startz: There is no such key here. Did you mean 'starts'?") for each in told)
    assert any(each.startswith("Start time: This is missing. Fill it in.") for each in told)
    dropped = site.post("/plan", form(page), do="drop startz")
    saved = site.post("/plan/file", with_values(form(dropped), {"starts": "10:00"}))
    assert read_workshop(saved.body, "first-steps.yaml", library) == library.workshops["first-steps"]


@pytest.mark.parametrize(
    "bad",
    [
        "agenda: 5",
        "agenda: [x, [y], {kind: nothing}]",
        "title: [a, b]\nagenda: []",
        "people: 12\nevent: here\nthemes: x",
        "event: {team: [x, {name: [a]}]}\nagenda:\n- kind: tool\n  tool: {a: b}\n  minutes: {}",
        "agenda:\n- kind: postcards\n  postcards: {x: y}\n  how: z",
        "starts: '99:99'\nminutes: '99999999999999999999'",
        "title: " + "[" * 15 + "]" * 15,
    ],
)
def test_a_plan_of_any_shape_is_shown(site: Site, bad: str) -> None:
    """Whatever is in the place of a field, the page shows the plan and what is wrong with it."""
    page = site.post("/plan", (), do="load", file=("plan.yaml", bad.encode()))
    assert page.status == 200
    assert summary(page)
    for do in ("update", "down 1", "remove 1", "add tool:fishbowl", "person 3"):
        assert site.post("/plan", form(page), do=do).status == 200
    assert site.post("/plan/file", form(page)).status == 200
    assert site.post("/plan/pack", form(page)).status == 422
    assert site.post("/plan/preview", form(page)).status == 422
