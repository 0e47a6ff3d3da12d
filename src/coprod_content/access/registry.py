"""The table of access editions."""

from coprod_content.access import high_contrast, large_print
from coprod_content.access.access_edition import STANDARD, Access, Instead, UnknownAccess
from coprod_content.findings.finding import nearest

ACCESS = (
    STANDARD,
    Access(
        name="large-print",
        about="Nothing under 16 pt, text of 18 pt and more, wide tables as lists",
        title="large print",
        document=large_print.document,
        brand=large_print.brand,
    ),
    Access(
        name="high-contrast",
        about="Dark on white or white on dark at 15:1, nothing tinted or see-through, heavier lines",
        title="high contrast",
        document=high_contrast.document,
        brand=high_contrast.brand,
    ),
    Access(
        name="easy-read",
        about="Simple words with pictures, of items that have them; called Easy Read once people have tested them",
        called="simple-words",
        editions=(
            Instead("easy-read", "handouts"),
            Instead("easy-read-postcards", "postcards"),
            Instead("easy-read", "theme-guide"),
            Instead("easy-read", "article"),
            Instead("easy-read", "introduction", ("introduction",)),
        ),
    ),
    Access(
        name="plain",
        about="Text without layout, for whoever transcribes into braille or audio",
        title="plain text",
        renderers=(("*", "plain"),),
    ),
)


def access_named(name: str) -> Access:
    """The access edition of a name. Raises UnknownAccess with the nearest match."""
    found = next((access for access in ACCESS if access.name == name), None)
    if found is None:
        near = nearest(name, [access.name for access in ACCESS])
        raise UnknownAccess(" ".join(part for part in (f"There is no access edition '{name}'.", near) if part))
    return found
