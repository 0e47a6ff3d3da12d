"""Read the record of what an Office file was made from."""

from coprod_office.parts import CUSTOM, MADE_FROM
from coprod_office.reading.package import OfficePackage


def made_from(package: OfficePackage) -> str:
    """Return the record of what a file was made from, or ""."""
    root = package.root(package.related("", "custom-properties") or CUSTOM)
    found = () if root is None else (each for each in root if each.get("name") == MADE_FROM)
    return next(("".join(map(str, each.itertext())).strip() for each in found), "")
