"""The sizes of paper and posters."""

from typing import Literal

PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
"""The width and the height of paper, in millimetres."""
PaperSize = Literal["A4", "Letter"]
POSTERS = {
    "A3": (297.0, 420.0), "A2": (420.0, 594.0), "A1": (594.0, 841.0), "A0": (841.0, 1189.0),
    "Tabloid": (279.4, 431.8), "18x24": (457.2, 609.6), "24x36": (609.6, 914.4),
}  # fmt: skip
"""The short and the long side of posters, in millimetres. `24x36` is 24 by 36 inches."""
PosterSize = Literal["A3", "A2", "A1", "A0", "Tabloid", "18x24", "24x36"]
