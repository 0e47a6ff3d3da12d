"""QR codes as rows of modules."""

from functools import lru_cache

import segno
from segno import DataOverflowError

_QUIET_ZONE = 4  # modules on each side
_MIN_MODULE = 0.33  # millimetres; cameras misread smaller ones


@lru_cache(maxsize=4096)
def qr_code(url: str, side: float) -> tuple[str, ...]:
    """Return a QR code as rows of `1` (dark) and `0` (light).

    The code has error correction level M and no quiet zone. Returns an empty tuple if the URL cannot be encoded, or if
    modules would be under 0.33 mm in a square of `side` millimetres that includes the quiet zone.
    """
    try:
        code = segno.make(url, error="m", boost_error=False, micro=False)
    except (DataOverflowError, ValueError):
        return ()
    rows = tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
    return rows if side / (len(rows) + 2 * _QUIET_ZONE) >= _MIN_MODULE else ()
