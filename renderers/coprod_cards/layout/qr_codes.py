"""QR codes, as the modules of their matrix."""

from functools import lru_cache

import segno
from segno import DataOverflowError

QUIET = 4
_LEAST_MODULE = 0.33


@lru_cache(maxsize=4096)
def code(url: str, side: float) -> tuple[str, ...]:
    """The rows of the QR code of an address at error level M, `1` for a dark module, without its quiet zone.

    Nothing where its modules would be under 0.33 mm in a square of `side` millimetres with the quiet zone, which
    cameras read badly.
    """
    try:
        made = segno.make(url, error="m", boost_error=False, micro=False)
    except (DataOverflowError, ValueError):
        return ()
    rows = tuple("".join("1" if module else "0" for module in row) for row in made.matrix)
    return rows if side / (len(rows) + 2 * QUIET) >= _LEAST_MODULE else ()
