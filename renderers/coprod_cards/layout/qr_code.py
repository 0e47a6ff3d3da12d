"""QR codes large enough for cameras to read."""

from functools import lru_cache

import segno

_MIN_MODULE = 0.33  # millimetres; cameras misread smaller modules


@lru_cache(maxsize=4096)
def qr_code(url: str, side: float) -> tuple[str, ...]:
    """Return a QR code as rows of `1` (dark) and `0` (light).

    The code has error correction level M. White space of four modules must be left around it. Returns an empty tuple if
    the URL cannot be encoded, or if modules would be smaller than 0.33 mm. `side` is the width of the code in
    millimetres.
    """
    try:
        code = segno.make(url, error="m", boost_error=False, micro=False)
    except ValueError:
        return ()
    rows = tuple("".join("1" if module else "0" for module in row) for row in code.matrix)
    return rows if side / len(rows) >= _MIN_MODULE else ()
