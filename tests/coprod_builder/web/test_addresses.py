"""Addresses that do not exist, and those of the form."""

import pytest
from tests.support.running_builder import Site


@pytest.mark.parametrize(
    "path", ["/nothing", "/workshops/nothing", "/workshops/", "/static/", "/static/nothing.css", "/plan/x"]
)
def test_a_missing_page_leads_to_the_first_page(site: Site, path: str) -> None:
    """The page says that the address is wrong, and links to the first page."""
    answer = site.get(path)
    assert answer.status == 404
    assert "Page not found" in answer.words("heading")
    assert "/" in answer.tree.xpath("//main//a/@href")


def test_the_address_of_a_form_redirects(site: Site) -> None:
    """A plan has no address, so opening the address of its form goes to the first page."""
    for path in ("/plan", "/plan/pack", "/plan/preview", "/plan/file", "/plan/open"):
        answer = site.get(path)
        assert (answer.status, answer.headers["location"]) == (303, "/")
