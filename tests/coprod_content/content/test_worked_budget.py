"""Tests that the figures in the worked budget are right."""

import math
import re

from coprod_content import Library

_NUMBER = re.compile(r"£?(\d[\d,]*(?:\.\d+)?)(%?)")


def amounts(text: str) -> tuple[float, ...]:
    return tuple(float(n.replace(",", "")) / (100 if percent else 1) for n, percent in _NUMBER.findall(text))


def test_the_worked_budget_adds_up(library: Library) -> None:
    """Each cost is what its sum says, the totals are those of the lines, and the text below repeats them."""
    chapter = next(it for it in library.articles["payment-and-recognition"].chapters if it.title == "A worked budget")
    made, said = chapter.body[:2]
    assert made.table
    assert said.text
    rows = [(amounts(how), *amounts(cost)) for _, how, cost in made.table.rows]
    lines, (_, subtotal), spare, (_, total) = rows[:-3], rows[-3], rows[-2], rows[-1]
    for factors, cost in (*lines, spare):
        assert math.isclose(math.prod(factors), cost), (factors, cost)
    assert subtotal == sum(cost for _, cost in lines)
    assert spare[0] == (0.1, subtotal)
    assert total == subtotal + spare[1]
    pay = lines[0][1] + lines[1][1]
    assert amounts(said.text) == (round(total / (12 * 4), 2), pay, subtotal - pay)
