"""Each page offers the downloads that belong to it."""

import pytest
from tests.support.canonical_site import WITHDRAWN, by_path, in_use, links_of, offered, pages_of
from tests.support.site_reading import reading, resolved
from tests.support.web_reading import normal

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.packs.downloads import Download
from coprod_site import make_site
from coprod_site.addresses import path_of


def test_downloads_are_on_the_page_of_their_item(few: Library, brand: Brand) -> None:
    """A file is offered with its format and size on that page and on the list of its kind, and nowhere else."""
    file = Download(
        item="meeting", path="downloads/meeting/deck.pptx", edition="deck", format="PowerPoint", data=bytes(340_400)
    )
    pages = pages_of(by_path(make_site(few, brand, (file,))))
    assert {path for path, page in pages.items() if "downloads/" in page} == {
        "workshops/meeting.html",
        "workshops/index.html",
    }
    (part,) = reading(pages["workshops/meeting.html"]).of_class("downloads")
    assert part.said == "Download Slides PowerPoint (Slides) 340 kB"
    (part,) = reading(pages["workshops/index.html"]).of_class("downloads")
    assert part.said == "Download A short meeting Slides PowerPoint (Slides: A short meeting) 340 kB"
    assert '<dt class="unseen">Slides</dt>' in pages["workshops/index.html"]


@pytest.mark.thorough
def test_every_page_offers_something_to_download(library: Library) -> None:
    """Each download link works, and each file is offered somewhere. Files of a theme are named for it."""
    files, pages = offered(library), pages_of(in_use())
    links = {path: {resolved(path, address) for address in links_of(page)} for path, page in pages.items()}
    leads = {path: {each for each in found if each.startswith("downloads/")} for path, found in links.items()}
    assert {path for path, found in leads.items() if not found} == {"search.html", "about.html", "404.html"}
    assert set().union(*leads.values()) == set(files)
    for item in (*library.tools.values(), *library.postcards.values()):
        title = library.themes[item.theme].title
        for path in (path_of(item), f"cards/{item.id}.html"):
            page = reading(pages[path])
            (part,) = page.of_class("downloads")
            terms = [element.said for element in page.find("dt") if part in element.within]
            assert terms, path
            assert all(term.endswith(f": {normal(title)}") for term in terms), path
    assert leads[WITHDRAWN]


def test_a_tool_and_a_postcard_offer_the_files_of_their_theme(few: Library, brand: Brand) -> None:
    """A tool offers the theme's guide and tool cards, a postcard the theme's postcards."""
    files = tuple(
        Download(
            item="sharing",
            path=f"downloads/sharing/{edition}.x",
            edition=edition,
            format="Word",
            data=bytes(1_200_000),
        )
        for edition in ("theme-guide", "tool-cards", "postcards")
    )
    pages = pages_of(by_path(make_site(few, brand, files)))

    def said(path: str) -> str:
        return reading(pages[path]).of_class("downloads")[0].said

    assert "Theme guide: Sharing Word (Theme guide: Sharing) 1.2 MB Tools on cards: Sharing" in said("tools/pairs.html")
    assert "Postcards" not in said("tools/pairs.html")
    assert said("postcards/who-decides.html").startswith("Download Postcards: Sharing Word")
    assert all(name in said("themes/sharing.html") for name in ("Theme guide", "Tools on cards", "Postcards"))


def test_downloads_come_first_on_a_workshop_only(few: Library, brand: Brand) -> None:
    """People come to a workshop for its pack, and to anything else to read, see or play it."""
    pages = pages_of(by_path(make_site(few, brand, tuple(offered(few).values()))))
    for path, said in {
        "tools/pairs.html": "When to use it",
        "films/once.html": "Before watching",
        "postcards/who-decides.html": "Why ask this",
        "workshops/meeting.html": "By the end, people will",
    }.items():
        headings = [element.said for element in reading(pages[path]).find("h2")]
        first = headings.index(said) < headings.index("Download")
        assert first == (not path.startswith("workshops/")), path
