"""Validating links to web pages, email addresses and telephone numbers."""

import re
from urllib.parse import urlsplit

_LONGEST = 2000
_HOST = re.compile(r"(?=.{4,253}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_MAILBOX = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
_TELEPHONE = re.compile(r"\+?[0-9][0-9().-]{2,24}")


def url_fault(url: str, *, secure: bool = False) -> str:
    """Return what is wrong with a link, or an empty string.

    The result completes a sentence about the link, for example `has no address`. A valid link is http or https with a
    named host, mailto with one email address, or tel with digits. If `secure` is true, only https is valid.
    """
    if not url.strip():
        return "has no address"
    if len(url) > _LONGEST:
        return f"is longer than {_LONGEST:,} characters"
    if _FORBIDDEN.search(url):
        return "contains a space, a backslash or a control character"
    scheme, _, rest = url.partition(":")
    match scheme.lower():
        case found if secure and found != "https":
            return "does not start with https:"
        case "http" | "https":
            return _web_fault(url)
        case "mailto":
            return "" if _MAILBOX.fullmatch(rest) else "is not a single email address"
        case "tel":
            return "" if _TELEPHONE.fullmatch(rest) else "is not a telephone number in digits"
        case _:
            return "does not start with https:, http:, mailto: or tel:"


def _web_fault(url: str) -> str:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        parts.port  # noqa: B018  # reading the port validates it
    except ValueError:
        return "is not a valid address"
    if parts.username is not None or parts.password is not None:
        return "contains a user name or password"
    if host.isascii() and _HOST.fullmatch(host):
        return ""
    try:
        ascii_host = host.encode("idna").decode()
    except UnicodeError:
        return "has an invalid host name"
    return "" if _HOST.fullmatch(ascii_host) else "has no host such as www.example.org"
