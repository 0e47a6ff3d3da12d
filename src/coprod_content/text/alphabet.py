"""Alphabetical order."""

import unicodedata


def without_accents(words: str) -> str:
    """Return words without accents on their letters."""
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


def sort_key(title: str) -> tuple[str, str]:
    """Return a key that sorts titles alphabetically.

    The key ignores case, and quotation marks and brackets at the start of the title. Accents count only between titles
    that are otherwise the same.
    """
    folded = title.casefold().lstrip("“\"'‘(")
    return without_accents(folded), folded
