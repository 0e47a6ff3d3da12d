"""The builder by its answers: what each button does, what is said about bad input, and that a plan is never lost."""

import io
import zipfile

import docx
import pytest
from pptx import Presentation
from tests.support.running_builder import Fields, Site, form, summary, titles, with_values

from coprod_content import Library
from coprod_content.planner.workshop_file import read_workshop, workshop_text

HOSTILE = "<script>alert(1)</script> & \"quotes\" 'single' {{ 7*7 }} =1+1 ${x} %s \\n"


NO_PLAN = "This file is not a plan. Choose the small file, with a name that ends in .yaml, that you downloaded here."


def text_of(library: Library, id_: str = "first-steps") -> str:
    return workshop_text(library.workshops[id_])


def test_every_workshop_comes_back_from_the_form_as_it_went_in(site: Site, library: Library) -> None:
    """Opened and downloaded without a change, each workshop of the library is the same to the letter."""
    for workshop in library.workshops.values():
        page = site.get(f"/workshops/{workshop.id}")
        assert page.status == 200
        saved = site.post("/plan/file", form(page), do="file")
        assert saved.headers["content-disposition"] == f'attachment; filename="{workshop.id}.yaml"'
        assert read_workshop(saved.body, f"{workshop.id}.yaml", library) == workshop
        assert saved.text == workshop_text(workshop)


def test_items_are_moved_removed_and_put_in_order(site: Site) -> None:
    """Up, down and remove do what they say with the item that they stand beside, and go to where it is now."""
    page = site.get("/workshops/first-steps")
    before = titles(page)
    down = site.post("/plan", form(page), do="down 1")
    assert titles(down) == [before[1], before[0], *before[2:]]
    assert "Item 1 is now item 2 of 8." in down.words("said")
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
def test_what_no_button_says_changes_nothing(site: Site, do: str) -> None:
    """A value that no button has, or one of an item that is not there, leaves the plan as it was."""
    page = site.get("/workshops/first-steps")
    fields = with_values(form(page), {"order": "1,2", "add.other": "nothing"})
    answer = site.post("/plan", fields, do=do)
    assert answer.status == 200
    assert titles(answer) == titles(page)


def lasting(sent: Fields) -> dict[str, tuple[str, ...]]:
    """The fields of a plan, but for what can be had back and what was left out."""
    names = {name for name, _ in sent if not name.startswith(("undo", "left_out"))}
    return {name: tuple(value for each, value in sent if each == name) for name in names}


@pytest.mark.parametrize("do", ["up 2", "remove 3", "add break", "cut 30"])
def test_a_change_can_be_undone_and_done_again(site: Site, do: str) -> None:
    """Undo brings back the plan with its reasons and all words in it, and pressed again it does what it undid."""
    page = site.get("/planned?purpose=decide&minutes=90&people=12&starts=10:00&setting=in-person")
    first = with_values(form(page), {"title": "Our words"})
    changed = site.post("/plan", first, do=do)
    assert changed.tree.xpath("//button[@id='undo']")
    undone = site.post("/plan", form(changed), do="undo")
    again = site.post("/plan", form(site.post("/plan", first, do="update")), do="update")
    assert lasting(form(undone)) == lasting(form(again))
    assert lasting(form(site.post("/plan", form(undone), do="undo"))) == lasting(form(changed))
    assert not again.tree.xpath("//button[@id='undo']")


def test_a_plan_that_took_the_place_of_another_can_be_put_back(site: Site, library: Library) -> None:
    """What was on the page before a file was loaded is one button away, and the page says what is there now."""
    page = site.get("/workshops/half-day")
    loaded = site.post("/plan", form(page), do="load", file=("first-steps.yaml", text_of(library).encode()))
    assert loaded.words("said") == "The plan of the file first-steps.yaml is here."
    assert titles(site.post("/plan", form(loaded), do="undo")) == titles(page)


def test_what_was_left_out_stays_on_the_page(site: Site) -> None:
    """It is of use when an item is replaced, which is after the first change."""
    page = site.get("/planned?purpose=decide&minutes=90&people=12&starts=10:00&setting=in-person")
    left = page.tree.xpath("//details[@class='left-out']//li")
    after = site.post("/plan", form(site.post("/plan", form(page), do="down 2")), do="remove 2")
    assert len(after.tree.xpath("//details[@class='left-out']//li")) == len(left) > 3


def test_there_is_a_postcard_for_each_person(site: Site, library: Library) -> None:
    """A conversation with postcards starts with as many cards as people come, the themes taking turns."""
    page = site.get("/workshops/half-day")
    added = site.post("/plan", with_values(form(page), {"people.most": "14"}), do="add postcards")
    chosen = added.tree.xpath(f"//input[@name='agenda[{len(titles(page))}].postcards'][@checked]/@value")
    assert len(chosen) == 14
    assert len({library.postcards[id_].theme for id_ in chosen}) > 1


def test_anything_can_be_put_on_the_agenda(site: Site, library: Library) -> None:
    """Each thing that the page offers becomes an item where it was asked for; tools that fit are told from others."""
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


def test_a_new_talk_has_to_be_written_before_there_is_a_pack(site: Site) -> None:
    """What the builder cannot know stays empty, and is asked for beside its field when the pack is wanted."""
    page = site.get("/workshops/first-steps")
    added = site.post("/plan", with_values(form(page), {"add.other": "talk", "add.at": "1"}), do="add")
    refused = site.post("/plan/pack", form(added), do="pack")
    assert refused.status == 422
    assert refused.text.count("<title>Error: ") == 1
    problems = summary(refused)
    assert "Item 2, title: Is missing. Fill it in." in problems or "Item 2, title: Expected text" in str(problems)
    for link in refused.tree.xpath("//*[contains(@class, 'problems')]//a/@href"):
        assert refused.tree.get_element_by_id(link.removeprefix("#")) is not None
    assert titles(refused) == titles(added)


def test_words_minutes_and_event_are_changed(site: Site, library: Library) -> None:
    """What is written into the fields is in the file: an item's words and minutes, the organisation, the people."""
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


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({"event.place": "Room 4", "event.day": "2026-12-03", "starts": "11:00"}, True),
        ({"agenda[1].points": "Something else"}, False),
    ],
)
def test_simple_words_stay_only_with_what_they_tell_of(
    site: Site, library: Library, values: dict[str, str], kept: bool
) -> None:
    """A place, a time and a name change nothing that an Easy Read text says; other words may, and it is left out."""
    page = site.get("/workshops/first-steps")
    saved = site.post("/plan/file", with_values(form(page), values), do="file")
    made = read_workshop(saved.body, "first-steps.yaml", library)
    assert library.workshops["first-steps"].easy_read is not None
    assert made.easy_read == (library.workshops["first-steps"].easy_read if kept else None)


def test_people_are_added_row_by_row(site: Site) -> None:
    """There is always an empty row, and a button makes another one and goes to it."""
    page = site.get("/workshops/first-steps")
    assert page.tree.xpath("count(//fieldset[@class='team']//input)") == 2
    named = site.post(
        "/plan", with_values(form(page), {"event.team[1].name": "A", "event.team[1].part": "B"}), do="update"
    )
    assert named.tree.xpath("count(//fieldset[@class='team']//input)") == 4
    more = site.post("/plan", form(page), do="person 2")
    assert more.tree.xpath("//*[@autofocus]/@id") == ["event-team-2-name"]


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ("15", "Adds up to 95 of 90 minutes: take 5 out."),
        ("5", "Adds up to 85 of 90 minutes: 5 to spare."),
        ("10", "Adds up to 90 of 90 minutes."),
        ("ten", "Adds up to 80 minutes so far. Items without minutes: 1."),
        ("", "Adds up to 80 minutes so far. Items without minutes: 1."),
    ],
)
def test_the_agenda_says_what_it_adds_up_to(site: Site, minutes: str, said: str) -> None:
    """The sum stands beside the agenda, with what to do about it."""
    page = site.get("/workshops/first-steps")
    shown = site.post("/plan", with_values(form(page), {"agenda[2].minutes": minutes}), do="update")
    assert shown.words("totals") == said
    assert shown.tree.xpath("string(//input[@name='agenda[2].minutes']/@value)") == minutes


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02", NO_PLAN),
        (b"a: 1\ntitle: [", "Line 3: this is not YAML"),
        (b"just words", "this file holds no plan."),
        (b"", "this file holds no plan."),
        (b"eggs: 12", "this file holds no plan."),
        (b'{"file": "manifest.json"}', "this file holds no plan."),
        (b"a: &x 1\nb: *x", "anchor"),
        (b"a: !!python/object/apply:os.system [ls]", "tag"),
        (b"\xff\xfe\x00", NO_PLAN),
        (b"x" * (10 << 20), NO_PLAN),
    ],
)
def test_a_file_that_is_no_plan_is_said_to_be_none(site: Site, data: bytes, said: str) -> None:
    """Beside the field, with the line; on the page of another plan that one is kept, on the first page the text is."""
    first = site.post("/plan", (), do="load", file=("../../etc/passwd", data))
    assert first.status == 422
    assert said in " ".join(summary(first))
    assert said in first.words("load-fault")
    page = site.get("/workshops/first-steps")
    kept = site.post("/plan", with_values(form(page), {"title": "Mine"}), do="load", file=("plan.yaml", data))
    assert kept.status == 422
    assert said in kept.words("load-fault")
    assert kept.tree.xpath("string(//input[@name='title']/@value)") == "Mine"
    assert titles(kept) == titles(page)


def test_no_file_is_said_too(site: Site) -> None:
    """Pressing the button without a file asks for one."""
    answer = site.post("/plan", (), do="load", file=("", b""))
    assert answer.status == 422
    assert "No file is chosen. Choose one first." in answer.words("load-fault")


def test_what_is_wrong_in_a_plan_stands_beside_its_field(site: Site, library: Library) -> None:
    """A loaded plan with an unknown tool and a sum that is wrong: each is told at its place, can be put right there,
    and the rest of the plan is kept."""
    bad = text_of(library).replace("tool: group-agreement", "tool: group-agrement")
    bad = bad.replace("minutes: 90", "minutes: 95")
    page = site.post("/plan", (), do="load", file=("our plan.yaml", bad.encode()))
    assert page.status == 200
    assert titles(page) == ["Welcome", "group-agrement", *titles(site.get("/workshops/first-steps"))[2:]]
    told = summary(page)
    assert "Item 2, tool: There is no tool 'group-agrement'. Did you mean 'group-agreement'?" in told
    assert any(each.startswith("Agenda: The agenda adds up to 90 minutes, but the workshop lasts 95.") for each in told)
    assert "There is no tool 'group-agrement'." in page.words("agenda-2-tool-fault")
    mended = {"agenda[2].tool": "group-agreement", "minutes": "90"}
    saved = site.post("/plan/file", with_values(form(page), mended))
    assert read_workshop(saved.body, "first-steps.yaml", library) == library.workshops["first-steps"]


def test_a_key_too_many_is_left_out_by_a_button(site: Site, library: Library) -> None:
    """What nothing on the page shows can be left out, and what is missing is filled in where it belongs."""
    bad = text_of(library).replace("starts: ", "startz: ", 1)
    page = site.post("/plan", (), do="load", file=("our plan.yaml", bad.encode()))
    told = summary(page)
    assert any(each.startswith("startz: There is no such key here. Did you mean 'starts'?") for each in told)
    assert any(each.startswith("It starts at: Is missing. Fill it in.") for each in told)
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
def test_a_plan_of_any_shape_is_shown_with_what_is_wrong(site: Site, bad: str) -> None:
    """Whatever stands where a field should be, there is a page with findings and the plan in it, and no failure."""
    page = site.post("/plan", (), do="load", file=("plan.yaml", bad.encode()))
    assert page.status == 200
    assert summary(page)
    for do in ("update", "down 1", "remove 1", "add tool:fishbowl", "person 3"):
        assert site.post("/plan", form(page), do=do).status == 200
    assert site.post("/plan/file", form(page)).status == 200
    assert site.post("/plan/pack", form(page)).status == 422
    assert site.post("/plan/preview", form(page)).status == 422


def test_a_plan_can_be_written_as_text(site: Site, library: Library) -> None:
    """The text of the page counts when its button is pressed; where it is no YAML it is shown again."""
    page = site.get("/workshops/first-steps")
    text = text_of(library, "half-day")
    written = site.post("/plan", with_values(form(page), {"plan": text}), do="text")
    assert titles(written) == titles(site.get("/workshops/half-day"))
    broken = site.post("/plan", with_values(form(page), {"plan": "title: ["}), do="text")
    assert broken.status == 422
    assert broken.tree.xpath("string(//textarea[@name='plan'])").strip() == "title: ["
    mended = site.post("/plan", with_values(form(broken, "/plan"), {"plan": text}), do="text")
    assert mended.status in (200, 422)


def test_text_of_a_plan_is_text_on_every_page_and_in_every_file(site: Site) -> None:
    """Markup, templates and formulas that somebody writes come out as they were written, nowhere as anything else."""
    page = site.get("/workshops/first-steps")
    hostile = HOSTILE.replace("\\n", "").strip()
    values = {"title": hostile, "agenda[1].title": hostile, "event.organisation": hostile, "agenda[1].points": hostile}
    fields = with_values(form(page), values)
    for answer in (site.post("/plan", fields, do="update"), site.post("/plan/preview", fields)):
        assert answer.status == 200, summary(answer)
        assert "<script>alert" not in answer.text
        assert answer.tree.xpath("count(//script[not(@src)])") == 0
        assert hostile in " ".join(answer.tree.text_content().split()) or "49" not in answer.words("heading")
    packed = site.post("/plan/pack", fields)
    assert packed.headers["content-type"] == "application/zip", summary(packed)
    with zipfile.ZipFile(io.BytesIO(packed.body)) as archive:
        names = archive.namelist()
        assert {name.partition("/")[0] for name in names} == {"first-steps"}
        for name in names:
            if name.endswith(".html"):
                assert b"<script" not in archive.read(name)
                assert b"&lt;script&gt;alert(1)" in archive.read(name) or "postcards" in name
        deck, guide = (
            archive.read(f"first-steps/first-steps-{name}") for name in ("deck.pptx", "facilitator-guide.docx")
        )
    slides = Presentation(io.BytesIO(deck)).slides
    assert hostile in slides[0].shapes.title.text_frame.text.replace("\u00a0", " ").replace("\u2011", "-")
    assert hostile in " ".join(paragraph.text for paragraph in docx.Document(io.BytesIO(guide)).paragraphs)


def test_a_name_of_a_file_leads_nowhere(site: Site, library: Library) -> None:
    """The name under which a plan is sent gives small letters, digits and hyphens, whatever it was."""
    names = ("../../../etc/passwd.yaml", "C:\\x\\Our plan.yaml", 'a"b;c=d.yaml', "…", "x" * 400 + ".yaml", "CON.yaml")
    for name in names:
        page = site.post("/plan", (), do="load", file=(name.replace('"', "%22"), text_of(library).encode()))
        saved = site.post("/plan/file", form(page)).headers["content-disposition"]
        kept = saved.removeprefix('attachment; filename="').removesuffix('.yaml"')
        assert kept
        assert set(kept) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert len(kept) <= 64


@pytest.mark.parametrize(
    "path", ["/nothing", "/workshops/nothing", "/workshops/", "/static/", "/static/nothing.css", "/plan/x"]
)
def test_an_address_that_does_not_exist_leads_on(site: Site, path: str) -> None:
    """There is a page that says so and leads to the first page."""
    answer = site.get(path)
    assert answer.status == 404
    assert "There is no such page" in answer.words("heading")
    assert "/" in answer.tree.xpath("//main//a/@href")


def test_the_address_of_a_form_leads_to_the_first_page(site: Site) -> None:
    """A plan has no address of its own, so whoever opens the address that the form has goes to the start."""
    for path in ("/plan", "/plan/pack", "/plan/preview", "/plan/file", "/plan/open"):
        answer = site.get(path)
        assert (answer.status, answer.headers["location"]) == (303, "/")


def test_slides_and_web_pages_are_shown_before_they_are_made(site: Site) -> None:
    """The preview has every slide with its notes and leads to each web page of the pack and back to the same plan."""
    page = site.get("/workshops/first-steps")
    fields = with_values(form(page), {"title": "Our first Thursday"})
    shown = site.post("/plan/preview", fields)
    assert shown.status == 200
    slides = shown.tree.xpath("//ol[@class='sheets']/li/*[name()='svg']/@aria-label")
    assert slides[0] == "Slide 1: Our first Thursday"
    assert len(slides) > 20
    assert shown.tree.xpath("count(//ol[@class='sheets']/li/details)") > 10
    back = site.post("/plan", form(shown, "/plan"), do="update")
    assert back.tree.xpath("string(//input[@name='title']/@value)") == "Our first Thursday"
    pages = [value for value in shown.tree.xpath("//button[@name='open']/@value") if value.endswith(".web")]
    assert {"deck.web", "facilitator-guide.web", "handouts.web", "postcards.web", "run-sheet.web"} <= set(pages)
    for key in (*dict.fromkeys(pages), "print-test-sheet.web"):
        seen = site.post("/plan/open", (*form(shown, "/plan"), ("open", key)))
        assert seen.status == 200
        assert "Our first Thursday" in seen.text or key in ("postcards.web", "print-test-sheet.web")
        meta = seen.tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        style = meta.partition("style-src ")[2].partition(";")[0]
        assert style in seen.headers["content-security-policy"]


def test_the_planner_answers_with_a_plan_that_can_be_downloaded(site: Site, library: Library) -> None:
    """Its session adds up, says why each item is there and what was left out; the reasons move with their items."""
    page = site.planned(minutes=120, people=12, purpose="decide", setting="in-person", starts="13:30")
    assert page.status == 200, summary(page)
    assert page.words("totals") == "Adds up to 120 of 120 minutes."
    reasons = page.tree.xpath("//p[@class='reason']")
    assert len(reasons) == len(titles(page))
    assert page.tree.xpath("count(//details[@class='left-out']//li)") > 0
    moved = site.post("/plan", form(page), do="down 2")
    after = [each.text_content() for each in moved.tree.xpath("//p[@class='reason']")]
    before = [each.text_content() for each in reasons]
    assert after == [before[0], before[2], before[1], *before[3:]]
    made = read_workshop(site.post("/plan/file", form(page)).body, "plan.yaml", library)
    assert (made.minutes, made.starts, made.setting) == (120, "13:30", "in-person")
    assert site.post("/plan/pack", form(page)).headers["content-type"] == "application/zip"


def test_an_impossible_question_is_answered_with_what_would_make_it_possible(site: Site) -> None:
    """Each change that is offered leads to a plan, and the question is still in the form."""
    page = site.planned(minutes=40, people=12, purpose="decide", must=["fishbone-together", "pdsa-together"])
    assert page.status == 422
    assert page.words("refused") == "No session fits all of that"
    assert page.tree.xpath("string(//input[@name='minutes']/@value)") == "40"
    assert "fishbone-together" in page.tree.xpath("//input[@name='must'][@checked]/@value")
    ways = page.tree.xpath("//ul[@class='ways']//a/@href")
    assert ways
    for way in ways:
        assert site.get(way).status == 200


@pytest.mark.parametrize(
    ("values", "label", "said"),
    [
        ({"minutes": "ten"}, "How many minutes?", "found 'ten'"),
        ({"people": "-1"}, "How many people?", "found '-1'"),
        ({"purpose": "nothing"}, "What is it for?", "There is no purpose 'nothing'."),
        ({"starts": "25:00"}, "When does it start?", "found '25:00'"),
        ({"starts": "23:50"}, "When does it start?", "would end after midnight"),
        ({"themes": "nothing"}, "Themes that matter most", "There is no theme 'nothing'."),
        ({"break_minutes": "600"}, "Minutes of a break", "found 600"),
        ({"must": "first-steps"}, "Tools that have to be in it", "which cannot be an activity"),
        ({"minutes": "<b>"}, "How many minutes?", "found '<b>'"),
    ],
)
def test_a_wrong_question_is_told_beside_its_field(site: Site, values: dict[str, str], label: str, said: str) -> None:
    """What makes no sense is said with the name of the question, and nothing that was written is lost."""
    asked = {"minutes": "90", "people": "12", "purpose": "decide", **values}
    page = site.planned(**asked)
    assert page.status == 422
    told = summary(page)
    assert any(each.startswith(label) and said in each for each in told), told
    for link in page.tree.xpath("//*[contains(@class, 'problems')]//a/@href"):
        assert page.tree.get_element_by_id(link.removeprefix("#")) is not None
    name, value = next(iter(values.items()))
    if name in ("minutes", "people", "starts", "break_minutes"):
        assert page.tree.xpath(f"string(//input[@name='{name}']/@value)") == value


def test_a_plan_is_cut_to_fewer_minutes(site: Site, library: Library) -> None:
    """The page offers shorter versions, each of which adds up; where there is none, it says so and keeps the plan."""
    page = site.get("/workshops/half-day")
    offered = [each for each in page.tree.xpath("//button[@name='do']/@value") if each.startswith("cut ")]
    assert offered == ["cut 30", "cut 60", "cut 90"]
    shorter = site.post("/plan", form(page), do="cut 90")
    assert shorter.words("totals") == "Adds up to 90 of 90 minutes."
    made = read_workshop(site.post("/plan/file", form(shorter)).body, "x.yaml", library)
    assert made.minutes == 90
    refused = site.post("/plan", form(page), do="cut 7")
    assert refused.status == 422
    assert "Choose a longer time." in summary(refused)[0]
    assert titles(refused) == titles(page)
