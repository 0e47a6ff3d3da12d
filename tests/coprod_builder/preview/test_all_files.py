"""The preview leads to every file and back to the plan."""

from collections.abc import Callable

import pytest
from tests.support.running_builder import Answer, Site, form, summary, with_values


def test_slides_have_notes_and_each_edition_a_web_page(site: Site) -> None:
    """The preview shows every slide with its notes, opens each web page, and leads back to the same plan."""
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


def planned(site: Site) -> Answer:
    """Return a planned session."""
    return site.planned(minutes=60, people=8, purpose="decide", setting="online", starts="13:30")


def loaded(site: Site) -> Answer:
    """Return a planned session that was saved under another name, and loaded again."""
    saved = site.post("/plan/file", form(planned(site)))
    return site.post("/plan", (), do="load", file=("Our own (2).yaml", saved.body))


def with_postcards(site: Site) -> Answer:
    """Return a workshop from the library with some postcards added."""
    page = site.get("/workshops/board-session")
    return site.post("/plan", with_values(form(page), {"minutes": "60"}), do="add postcards")


@pytest.mark.parametrize(
    "made", [planned, *(pytest.param(each, marks=pytest.mark.thorough) for each in (loaded, with_postcards))]
)
def test_every_button_of_a_plan_answers(site: Site, made: Callable[[Site], Answer]) -> None:
    """Each file of a plan that is not in the library can be previewed, opened as a web page and downloaded."""
    page = made(site)
    shown = site.post("/plan/preview", form(page))
    assert shown.status == 200, summary(shown)
    keys = dict.fromkeys(shown.tree.xpath("//button[@name='look' or @name='open']/@value"))
    assert any("postcards" in key for key in keys) or made is not with_postcards
    for key in keys:
        if not key.endswith(".web"):
            assert site.post("/plan/preview", (*form(shown, "/plan"), ("look", key))).status == 200, key
        seen = site.post("/plan/open", (*form(shown, "/plan"), ("open", key.partition(" ")[0])))
        assert seen.status == 200, (key, summary(seen))
        assert len(seen.body) > 1000
    assert site.post("/plan/pack", form(page)).headers["content-type"] == "application/zip"
