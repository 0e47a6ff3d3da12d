"""The preview leads to every file and back to the plan."""

from tests.support.running_builder import Site, form, with_values


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
