"""Types and indexes that link slide placeholders to layout placeholders."""

TYPES = {
    "title": ("title", None),
    "body": ("body", 1),
    "label": ("body", 10),
    "minutes": ("body", 11),
    "source": ("body", 13),
    "number": ("sldNum", 14),
    "imprint": ("ftr", 15),
    "logo": ("pic", 16),
}
NAMES = {
    "title": "Title",
    "body": "Text",
    "label": "Label",
    "minutes": "Minutes",
    "source": "Source",
    "number": "Slide number",
    "imprint": "Imprint",
    "logo": "Logo",
}
NUMBER_FIELD = "{9D3A4E3C-5B1F-5C0E-8A57-3F6B0E2D7C11}"


def placeholder(key: str) -> str:
    """Return the element that makes a shape the placeholder for `key`."""
    kind, number = TYPES[key]
    index = "" if number is None else f' idx="{number}"'
    size = ' sz="quarter"' if key in ("number", "imprint") else ""
    return f'<p:ph type="{kind}"{size}{index}/>'


def key_of(kind: str, index: str) -> str | None:
    """Return the key for a type and index, or None if unknown."""
    if kind in ("title", "ctrTitle"):
        return "title"
    if kind == "sldNum":
        return "number"
    return next((key for key, (_, number) in TYPES.items() if index == str(number)), None)
