"""Types and indexes that match slide placeholders to layout placeholders."""

_TYPES = {
    "title": ("Title", "title", None),
    "body": ("Text", "body", 1),
    "label": ("Label", "body", 10),
    "minutes": ("Minutes", "body", 11),
    "source": ("Source", "body", 13),
    "number": ("Slide number", "sldNum", 14),
    "imprint": ("Imprint", "ftr", 15),
    "logo": ("Logo", "pic", 16),
    "caption": ("Caption", "body", 17),
    "left": ("Text", "", 20),
    "right": ("More text", "", 21),
    "picture": ("Picture", "pic", 22),
    "table": ("Table", "tbl", 23),
    "large": ("Number", "body", 24),
    **{f"part_{at}": (f"Part {at}", "body", 50 + at) for at in range(1, 8)},
    **{f"person_{at}": (f"Picture {at}", "pic", 30 + at) for at in range(1, 5)},
    **{f"name_{at}": (f"Name {at}", "body", 40 + at) for at in range(1, 5)},
}
_NUMBER_FIELD = "{9D3A4E3C-5B1F-5C0E-8A57-3F6B0E2D7C11}"
NAMES = {key: name for key, (name, _, _) in _TYPES.items()}
USED = frozenset({"title", "body", "label", "minutes", "source", "number", "imprint", "logo", "caption", "picture"}) | {
    f"part_{at}" for at in range(1, 8)
}
"""The placeholders that coprod fills. The others are for slides that people add."""


def placeholder(key: str) -> str:
    """Return the `p:ph` element of the placeholder for `key`."""
    _, kind, number = _TYPES[key]
    index = "" if number is None else f' idx="{number}"'
    size = ' sz="quarter"' if key in ("number", "imprint") else ""
    type_ = f' type="{kind}"' if kind else ""
    return f"<p:ph{type_}{size}{index}/>"


def key_of(kind: str, index: str) -> str | None:
    """Return our key for a placeholder's type and index, or None.

    Returns None for placeholders that coprod does not fill.
    """
    if kind in ("title", "ctrTitle"):
        return "title"
    if kind == "sldNum":
        return "number"
    return next((key for key, (_, _, number) in _TYPES.items() if index == str(number) and key in USED), None)


def number_field(words: str, language: str, attributes: str = "", fill: str = "") -> str:
    """Return a paragraph with a slide-number field, showing `words` until updated.

    `language` is already quoted as an XML attribute. `attributes` and `fill` change the look of the number.
    """
    properties = (
        f"<a:rPr lang={language}{attributes}>{fill}</a:rPr>" if fill else f"<a:rPr lang={language}{attributes}/>"
    )
    return (
        f'<a:p><a:fld id="{_NUMBER_FIELD}" type="slidenum">{properties}<a:t>{words}</a:t></a:fld>'
        f"<a:endParaRPr lang={language}{attributes}/></a:p>"
    )
