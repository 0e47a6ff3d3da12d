"""The smallest type size that is written anywhere in a file, including its styles."""

import io
import re
import zipfile
from math import sqrt

import pikepdf

_OFFICE = {"ppt/": rb'\bsz="(\d+)"', "word/": rb'<w:szC?s? w:val="(\d+)"'}
_POINTS = {"ppt/": 100, "word/": 2}
Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)


def smallest(data: bytes) -> float:
    """Return the smallest size in points."""
    return min(_pdf_sizes(data) if data.startswith(b"%PDF") else _office_sizes(data))


def _office_sizes(data: bytes) -> list[float]:
    """Return every size in slides, notes, layouts and masters, or in document, styles, headers and lists."""
    sizes = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            kind = next((kind for kind in _OFFICE if name.startswith(kind)), None)
            if kind and name.endswith(".xml"):
                sizes += [int(size) / _POINTS[kind] for size in re.findall(_OFFICE[kind], archive.read(name))]
    return sizes


def _pdf_sizes(data: bytes) -> list[float]:
    """Return the size of each piece of text: the font size, scaled by the matrices in effect."""
    sizes = []
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            now, stack, text, size = UNIT, [], UNIT, 0.0
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "q":
                        stack.append((now, size))
                    case "Q":
                        now, size = stack.pop()
                    case "cm":
                        now = _product(_matrix(operands), now)
                    case "BT":
                        text = UNIT
                    case "Tm":
                        text = _matrix(operands)
                    case "Tf":
                        size = float(operands[1])
                    case "Tj" | "TJ" | "'" | '"':
                        a, b, c, d, *_ = _product(text, now)
                        sizes.append(size * sqrt(abs(a * d - b * c)))
    return sizes


def _matrix(operands: pikepdf._core._ObjectList | list[pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = (float(operand) for operand in operands)
    return a, b, c, d, e, f


def _product(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
