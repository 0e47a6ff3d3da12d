"""Sessions planned in the builder, and answers to questions that make no sense."""

import pytest
from tests.support.running_builder import Site, form, summary, titles

from coprod_content import Library
from coprod_content.planner.workshop_file import read_workshop


def test_a_session_is_planned(site: Site, library: Library) -> None:
    """The session adds up and says why each item is there. Reasons move with their items."""
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


def test_an_impossible_session_comes_with_changes_that_work(site: Site) -> None:
    """Each change on offer leads to a plan, and the form keeps its answers."""
    page = site.planned(minutes=40, people=12, purpose="decide", must=["fishbone-together", "pdsa-together"])
    assert page.status == 422
    assert page.words("refusal") == "No session can meet all of these requirements"
    assert page.tree.xpath("string(//input[@name='minutes']/@value)") == "40"
    assert "fishbone-together" in page.tree.xpath("//input[@name='must'][@checked]/@value")
    ways = page.tree.xpath("//ul[@class='changes']//a/@href")
    assert ways
    for way in ways:
        assert site.get(way).status == 200


@pytest.mark.parametrize(
    ("values", "label", "said"),
    [
        ({"minutes": "ten"}, "How many minutes?", "found 'ten'"),
        ({"people": "-1"}, "How many people?", "found '-1'"),
        ({"purpose": "nothing"}, "What is the session for?", "There is no purpose 'nothing'."),
        ({"starts": "25:00"}, "When does it start?", "found '25:00'"),
        ({"starts": "23:50"}, "When does it start?", "would end after midnight"),
        ({"themes": "nothing"}, "Themes that matter most", "There is no theme 'nothing'."),
        ({"break_minutes": "600"}, "Minutes for each break", "found 600"),
        ({"must": "first-steps"}, "Tools to include", "cannot be an activity"),
        ({"minutes": "<b>"}, "How many minutes?", "found '<b>'"),
    ],
)
def test_wrong_answers_are_reported_at_their_question(
    site: Site, values: dict[str, str], label: str, said: str
) -> None:
    """A value that makes no sense is reported with its question, and nothing that was written is lost."""
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
