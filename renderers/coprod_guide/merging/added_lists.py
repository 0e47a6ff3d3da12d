"""Add our lists to those of a template."""

from collections.abc import Iterable

from lxml import etree

from coprod_content.brand.brand import Brand
from coprod_guide.styles.list_numbering import STEPS, numbering_part
from coprod_guide.styles.style_names import LISTS
from coprod_guide.wordprocessingml import W_NAMESPACE
from coprod_office.reading.xml import Element, W, first_child

_ABSTRACT, _LIST = ("abstractNum", "abstractNumId"), ("num", "numId")
_UNNUMBERED = (
    '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="none"/>'
    '<w:suff w:val="nothing"/><w:lvlText w:val=""/><w:lvlJc w:val="left"/>'
    '<w:pPr><w:ind w:left="0" w:firstLine="0"/></w:pPr></w:lvl>'
)


def add_lists(numbering: Element, brand: Brand) -> int:
    """Add our lists to a template's, and return their id offset.

    The id of each list is its id in our reference document plus this offset. The lists for numbered headings are not
    added if `numbering`, the template's `w:numbering` element, already contains them.
    """
    _drop_broken(numbering)
    ours = etree.fromstring(numbering_part(brand))
    has_steps = any(name.get(f"{W}val") == STEPS for name in numbering.iterfind(f"{W}abstractNum/{W}name"))
    definitions, lists = (
        ours.findall(f"{W}{tag}")[: len(LISTS) if has_steps else None] for tag in ("abstractNum", "num")
    )
    first_definition, first = _last_id(numbering, *_ABSTRACT), _last_id(numbering, *_LIST)
    for each in definitions:
        each.set(f"{W}abstractNumId", str(list_number(each, "abstractNumId") + first_definition))
        for linked in list(each.iter(f"{W}pStyle")):
            linked.getparent().remove(linked)  # type: ignore[union-attr]  # the level that it is in
    for each in lists:
        each.set(f"{W}numId", str(list_number(each, "numId") + first))
        target = first_child(each, f"{W}abstractNumId")
        assert target is not None  # our lists have definitions
        target.set(f"{W}val", str(list_number(target, "val") + first_definition))
    _insert(numbering, definitions, lists)
    return first


def add_unnumbered(numbering: Element) -> int:
    """Add a list without numbers, and return its id.

    A heading in this list does not get the number that a template's heading style would give it.
    """
    definition, id_ = _last_id(numbering, *_ABSTRACT) + 1, _last_id(numbering, *_LIST) + 1
    made = etree.fromstring(
        f'<w:numbering {W_NAMESPACE}><w:abstractNum w:abstractNumId="{definition}">{_UNNUMBERED}</w:abstractNum>'
        f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{definition}"/></w:num></w:numbering>'
    )
    _insert(numbering, made.findall(f"{W}abstractNum"), made.findall(f"{W}num"))
    return id_


def list_number(element: Element, name: str) -> int:
    """Return an attribute as an integer, or 0 if missing or invalid."""
    value = element.get(f"{W}{name}") or "0"
    return int(value) if value.lstrip("-").isdigit() else 0


def _drop_broken(numbering: Element) -> None:
    """Remove lists whose definition is missing."""
    known = {each.get(f"{W}abstractNumId") for each in numbering.iterfind(f"{W}abstractNum")}
    for each in numbering.findall(f"{W}num"):
        target = first_child(each, f"{W}abstractNumId")
        if target is None or target.get(f"{W}val") not in known:
            numbering.remove(each)


def _last_id(numbering: Element, tag: str, name: str) -> int:
    return max((list_number(each, name) for each in numbering.iter(f"{W}{tag}")), default=0)


def _insert(numbering: Element, definitions: Iterable[Element], lists: Iterable[Element]) -> None:
    """Insert definitions and lists in the order of the schema."""
    for tags, elements in (
        (("numPicBullet", "abstractNum"), definitions),
        (("numPicBullet", "abstractNum", "num"), lists),
    ):
        at = sum(each.tag in {f"{W}{tag}" for tag in tags} for each in numbering)
        numbering[at:at] = list(elements)
