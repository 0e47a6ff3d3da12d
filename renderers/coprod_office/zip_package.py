"""Write Office packages reproducibly."""

import io
import zipfile
from collections.abc import Iterable
from datetime import date

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_EARLIEST = date(1980, 1, 1)


def packed(parts: Iterable[tuple[str, bytes]], day: str) -> bytes:
    """Return the given parts as a ZIP package, all dated `day`."""
    when = max(date.fromisoformat(day), _EARLIEST)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in sorted(parts, key=lambda part: (part[0] not in _FIRST, part[0])):
            info = zipfile.ZipInfo(name, (when.year, when.month, when.day, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = 0o600 << 16
            archive.writestr(info, data)
    return out.getvalue()
