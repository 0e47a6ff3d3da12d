"""The list of access editions, and lookup by name."""

from coprod_content.access.access_edition import STANDARD, AccessEdition, EditionSubstitute, UnknownAccessEdition
from coprod_content.access.high_contrast import high_contrast_brand, high_contrast_document
from coprod_content.access.large_print import large_print_brand, large_print_document
from coprod_content.findings.finding import nearest

ACCESS_EDITIONS = (
    STANDARD,
    AccessEdition(
        name="large-print",
        about="Text of 18 pt or more, nothing under 16 pt, wide tables as lists",
        title="large print",
        document=large_print_document,
        brand=large_print_brand,
    ),
    AccessEdition(
        name="high-contrast",
        about="Dark on white or white on dark at 15:1 or more, no tints or transparency, heavier lines",
        title="high contrast",
        document=high_contrast_document,
        brand=high_contrast_brand,
    ),
    AccessEdition(
        name="easy-read",
        about="Simple words with pictures, for items that have them; called Easy Read once people have tested them",
        file_suffix="simple-words",
        editions=(
            EditionSubstitute("easy-read", "handouts"),
            EditionSubstitute("easy-read-postcards", "postcards"),
            EditionSubstitute("easy-read", "theme-guide"),
            EditionSubstitute("easy-read", "article"),
            EditionSubstitute("easy-read", "introduction", ("introduction",)),
        ),
    ),
    AccessEdition(
        name="plain",
        about="Text without layout, for transcription into braille or audio",
        title="plain text",
        renderers=(("*", "plain"),),
    ),
)


def access_edition_named(name: str) -> AccessEdition:
    """Return the access edition named `name`. Raises UnknownAccessEdition if there is none."""
    found = next((access for access in ACCESS_EDITIONS if access.name == name), None)
    if found is None:
        near = nearest(name, [access.name for access in ACCESS_EDITIONS])
        raise UnknownAccessEdition(f"There is no access edition '{name}'. {near}".rstrip())
    return found
