"""Names and quoted titles, which a reading age leaves out."""

import re
from collections.abc import Collection

_QUOTED = re.compile(r"""["“]([^"“”]+)["”]""")
_NAME = re.compile(r"""(?<=[\w,)"”'’]\s)(?!I\b)[A-ZÀ-Þ][\w'’&-]*|(?<![\w-])[A-Z]{2,}[\w-]*(?:['’]s)?""")
_PUNCTUATION = " .,:;!?…"


def title_key(title: str) -> str:
    """Return a title without case and end punctuation, for comparison."""
    return title.strip(_PUNCTUATION).casefold()


def without_names(sentence: str, titles: Collection[str]) -> str:
    """Return a sentence without the names and quoted titles in it.

    A name is an abbreviation in capitals, or a capitalised word other than "I" that comes after another word. The first
    word of a sentence or of a quotation, or after a colon, is therefore kept, even if it is a name. A title in
    quotation marks is left out if its key is in `titles`.
    """
    untitled = _QUOTED.sub(lambda quoted: "" if title_key(quoted[1]) in titles else quoted[0], sentence)
    return _NAME.sub("", untitled)
