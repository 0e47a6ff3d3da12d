"""Syllables of English words, counted by spelling.

Each run of vowels is a syllable. Patterns then correct the count: `_FEWER` for silent vowels, `_MORE` for vowels that
are said separately. Hyphenation is not used, because it breaks words for the eye: it splits "lim-its" but not "idea".
"""

import re
from functools import cache

_VOWELS = re.compile("[aeiouyáéèêëïöü]+")
_FIRST_WORDS = (
    "care|else|face|fore|grape|home|house|life|more|name|note|place|some|stake|there|time|voice|where(?!v)|white|wide"
)
_LAST_PARTS = (
    "body|books?|cards?|ful|fully|guard(?:ed|ing|s)?|holders?|keepers?|less|lines?|ly|ments?|ness|self|selves|thing"
    "|times?|ty|works?"
)
_FEWER = re.compile(
    rf"""
      [^aeiouy]e$ (?<![^aeiouyrl]le) (?<![bt]re)                             # made, but not table or centre
    | [^aeiouytd]ed$ (?<![^aeiouyrl]led)                                     # asked, but not wanted or handled
    | [^aeiouyszxcg]es$ (?<![^aeiouyrl]les) (?<![cs]hes) (?<![bt]res)        # names, but not boxes or tables
    | (?<=[aeiouy])[^aeiouy]{{1,2}}e(?=(?:{_LAST_PARTS})$) (?<![^aeiouyrl]le)  # safely, hopeful
    | ^(?:{_FIRST_WORDS})(?=[^aeiouyrds])                                    # something, timetable
    | (?<!r)gues?$ | ques?$                                                  # colleague, technique
    | (?<=ic)al(?=ly$)                                                       # typically
    | ^every | ^evening | ^business | ^wednes | ^friend | ^parliam
    """,
    re.VERBOSE,
)
_MORE = re.compile(
    r"""
      i(?=a(?!l(?:l|s?$|i[sz]|ly)|n(?!c|t)|ge|b))                            # dialogue, but not special
    | i(?=o(?!n|us|rs?$)) | i(?=um) | i(?=et)                                # period, medium, quiet
    | (?<![ct])i(?=e(?:n(?!ds?$)|r))                                         # client, but not patient
    | [bdlnrv]i(?=ous|al(?:s|ly)?$|ans?$)                                    # serious, material, guardian
    | pi(?=on) | li(?=ar$) | ^scie                                           # champion, familiar, science
    | (?<=[^aeiou])ie[rd]?(?=st$) | (?<=[^aeiou])ier$                        # easiest, easier
    | (?<=[^gq])ua(?=[lrt]) | (?<!q)ue(?=n) | uu                             # usual, fluent, continuum
    | (?<=[aeiouy])ing(?=s?$) | [aeo]y(?=al|ee|ers?$) | yo(?=n[ed])          # being, employer, anyone
    | ^neo | eo(?=[gl]|$)                                                    # geology, video
    | crea(?=t) | idea | area | real(?=i) | rea(?=ct) | oe(?=m|ver$)         # create, idea, poem
    | ^re(?=[iu]|en|ex) | ^co(?=op|or|ali|ex) | ^mc(?=[^aeiouy])             # reuse, cooperate
    | sms?$                                                                  # criticism
    """,
    re.VERBOSE,
)
_HISS = re.compile(r"(?:[sxz]|[cs]h|[csz]e|ge)$")
"""Matches a word whose possessive has one more syllable, such as nurse's."""
_NOT = frozenset(("could", "did", "does", "had", "has", "have", "is", "must", "need", "should", "was", "would"))
"""Verbs that gain a syllable with n't."""


@cache
def syllables(word: str) -> int:
    """Return the number of syllables in an English word, at least 1."""
    parts = [part for part in word.casefold().replace("’", "'").split("-") if part]
    return max(1, sum(map(_of_part, parts)))


def _of_part(word: str) -> int:
    if word.endswith("n't"):
        return _of_part(word[:-3]) + (word[:-3] in _NOT)
    stem, _, end = word.partition("'")
    added = end == "s" and _HISS.search(stem) is not None
    return max(1, len(_VOWELS.findall(stem)) - len(_FEWER.findall(stem)) + len(_MORE.findall(stem))) + added
