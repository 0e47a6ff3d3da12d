"""Detecting uninformative link text and alternative text."""

import re

from coprod_content.text.spans import one_line

_BARE = re.compile(r"(?:https?://|www\.)\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+/\S*", re.IGNORECASE)
# fmt: off
_VAGUE = frozenset((
    "click", "click here", "click this", "click this link", "click on this link", "click for more", "here",
    "see here", "look here", "go here", "go", "link", "this link", "a link", "the link", "this", "this page",
    "this site", "this website", "this document", "page", "website", "site", "document", "download", "more",
    "more info", "more information", "more details", "read more", "read this", "read on", "learn more",
    "find out more", "see more", "view more", "view", "details", "info", "continue", "start", "url",
))
_PLACEHOLDERS = frozenset((
    "image", "picture", "photo", "photograph", "graphic", "figure", "diagram", "drawing", "chart", "icon", "logo",
    "canvas", "poster",
    "shape", "group", "alt", "alt text", "alternative text", "description", "text", "todo", "tbc", "tbd", "xxx",
    "untitled", "placeholder", "insert alt text", "insert alt text here", "add alt text", "spacer", "banner",
))
# fmt: on
_NUMBERED = re.compile(
    r"(?:image|img|picture|photo|graphic|figure|diagram|drawing|chart|shape|group|object|table|line|circle|rectangle"
    r"|oval|text ?box|content placeholder|picture placeholder|placeholder|screenshot|dsc|pict)[ _-]*\d+",
    re.IGNORECASE,
)
_FILE = re.compile(r"\S*\.(?:png|jpe?g|gif|svg|emf|wmf|bmp|tiff?|webp|heic|pptx?|docx?|pdf)$", re.IGNORECASE)
_PICTURE_OF = re.compile(
    r"(?:an?|the|this is an?)?\s*(?:image|picture|photo|photograph|graphic|icon)s? of\b", re.IGNORECASE
)


def link_text_fault(words: str) -> str:
    """Return the code of the rule that link text breaks, or ""."""
    bare = one_line(words).strip(" .,:;!?…›»>→()[]").casefold()
    if bare in _VAGUE:
        return "link-vague"
    return "link-bare-address" if _BARE.fullmatch(bare) else ""


def is_file_name(words: str) -> bool:
    """Return whether text ends in a file name, such as `IMG_0012.JPG`."""
    return bool(_FILE.search(one_line(words)))


def alt_text_fault(alt: str, title: str = "") -> str:
    """Return the code of the rule that alternative text breaks, or "".

    `title` is printed beside the picture. The alternative text must not repeat it. An empty text breaks no rule.
    """
    words = one_line(alt)
    bare = words.casefold().strip(" .")
    if _FILE.search(words):
        return "alt-file-name"
    if bare in _PLACEHOLDERS or _NUMBERED.fullmatch(words):
        return "alt-placeholder"
    if _PICTURE_OF.match(words):
        return "alt-picture-of"
    return "alt-repeats-title" if bare and bare == one_line(title).casefold().strip(" .") else ""
