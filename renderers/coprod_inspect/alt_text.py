"""Check the alternative text of objects in Office files."""

from collections.abc import Iterator

from coprod_content.findings.fault import Fault
from coprod_content.text.link_and_alt_text import alt_text_fault
from coprod_inspect.quotes import quoted
from coprod_office.reading.xml import Element, is_decorative


def alt_text_faults(non_visual: Element, kind: str, spot: str, heading: str, *, title: str = "") -> Iterator[Fault]:
    """Yield the faults in an object's alternative text.

    `kind` is the word for the object in messages. `title` is nearby text that is read out anyway.
    """
    alt = (non_visual.get("descr") or "").strip()
    name = non_visual.get("name") or ""
    if not alt and not is_decorative(non_visual):
        code = "table-no-name" if kind == "table" else "alt-missing"
        what = f"the {kind} {quoted(name)} has no alternative text."
        yield Fault(code=code, spot=spot, what=what, words=name, heading=heading)
    code = alt_text_fault(alt, title) or ("alt-repeats-title" if alt and alt.casefold() == name.casefold() else "")
    if code:
        what = f"the alternative text of the {kind} is {quoted(alt)}."
        yield Fault(code=code, spot=spot, what=what, words=alt, heading=heading)
