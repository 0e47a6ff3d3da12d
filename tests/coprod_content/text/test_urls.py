"""Links: which ones are allowed, and what is wrong with the others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content.text.urls import url_fault


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org",
        "http://example.org/a/b.html?c=d&e=f#g",
        "HTTPS://EXAMPLE.ORG/",
        "https://example.org:8443/x",
        "https://bücher.example.org/ä",
        "https://xn--bcher-kva.example/",
        "https://a-b.c-d.co.uk",
        "mailto:someone@example.org",
        "mailto:first.last+tag@mail.example.co.uk",
        "tel:+441234567890",
        "tel:01234-567.890",
    ],
)
def test_web_pages_mailboxes_and_telephone_numbers_are_allowed(url: str) -> None:
    """Addresses that people put on a card are accepted."""
    assert url_fault(url) == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", "has no address"),
        (" ", "has no address"),
        ("javascript:alert(1)", "does not start with https:, http:, mailto: or tel:"),
        ("JavaScript:alert(1)", "does not start with"),
        ("data:text/html,x", "does not start with"),
        ("file:///etc/passwd", "does not start with"),
        ("ftp://example.org", "does not start with"),
        ("//example.org/a", "does not start with"),
        ("www.example.org", "does not start with"),
        ("page.html", "does not start with"),
        ("\\\\host\\share", "contains a space, a backslash or a control character"),
        ("https://example.org/a b", "contains a space"),
        ("https://example.org/\n", "contains a space"),
        ("java\tscript:alert(1)", "contains a space"),
        ("https://example.org\\@evil.org", "contains a space, a backslash"),
        ("https:example.org", "has no host"),
        ("https://", "has no host"),
        ("https:///a", "has no host"),
        ("https://localhost/a", "has no host"),
        ("https://127.0.0.1/a", "has no host"),
        ("https://[::1]/a", "has no host"),
        ("https://[::1/a", "is not a valid address"),
        ("https://example.org:99999/", "is not a valid address"),
        ("https://example.org:port/", "is not a valid address"),
        ("https://user:secret@example.org/", "contains a user name or password"),
        ("https://@example.org/", "contains a user name or password"),
        ("https://a..org/", "has an invalid host name"),
        (f"https://{'a' * 64}.org/", "has an invalid host name"),
        ("https://exa_mple.org/", "has no host"),
        (f"https://example.org/{'a' * 2000}", "is longer than 2,000 characters"),
        ("mailto:someone", "is not a single email address"),
        ("mailto:a@example.org,b@example.org", "is not a single email address"),
        ("mailto:a@example.org?bcc=b@example.org", "is not a single email address"),
        ("tel:call-me", "is not a telephone number in digits"),
        ("tel:", "is not a telephone number in digits"),
    ],
)
def test_any_other_link_is_refused_with_a_reason(url: str, expected: str) -> None:
    """Links that could run a program, reach into the machine or lead nowhere are refused in a few words."""
    assert url_fault(url).startswith(expected)


@given(st.text(max_size=60) | st.text(max_size=40).map("https://{}".format) | st.text(max_size=20).map("tel:{}".format))
def test_only_four_schemes_ever_pass(url: str) -> None:
    """Any text is judged without an exception, and an accepted link starts with an allowed scheme."""
    if not url_fault(url):
        assert url.lower().startswith(("https://", "http://", "mailto:", "tel:"))
