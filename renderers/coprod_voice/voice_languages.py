"""The languages that have a voice."""

CREDIT = "a computer voice, Pico by SVOX"
"""Completes the words "spoken by"."""
_PICO = {"en-gb": "en-GB", "en-us": "en-US", "en": "en-GB", "de": "de-DE", "es": "es-ES", "fr": "fr-FR", "it": "it-IT"}
SPOKEN_LANGUAGES = "English, French, German, Italian and Spanish"


def pico_name(language: str) -> str | None:
    """Return the name of Pico's voice for a language tag, or None."""
    tag = language.lower()
    return _PICO.get(tag) or _PICO.get(tag.partition("-")[0])
