"""Leave out the composed layouts that no slide uses."""

import posixpath

from attrs import evolve
from lxml import etree

from coprod_office.reading.package import part_name
from coprod_office.reading.xml import P, R
from coprod_slides.template.deck_template import DeckTemplate


def with_used_layouts(template: DeckTemplate, names: frozenset[str]) -> DeckTemplate:
    """Return a template whose only composed layouts are those in `names`."""
    out = {each.part for each in template.layouts if not each.own and each.name not in names}
    out |= {_relationships(part) for part in out}
    masters = {part for _, part in template.masters}
    parts = {each.name: each for each in template.parts if each.name not in out}
    for master in masters:
        linked = etree.fromstring(parts[_relationships(master)].data)
        gone = [each for each in linked if part_name(master, each.get("Target") or "") in out]
        ids = {each.get("Id") for each in gone}
        if not gone:
            continue
        for each in gone:
            linked.remove(each)
        root = etree.fromstring(parts[master].data)
        for entry in root.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId"):
            if entry.get(f"{R}id") in ids:
                entry.getparent().remove(entry)  # type: ignore[union-attr]  # it was found below the root
        for name, changed in ((master, root), (_relationships(master), linked)):
            data = etree.tostring(changed, encoding="UTF-8", standalone=True)
            parts[name] = evolve(parts[name], data=data)
    return evolve(template, parts=tuple(parts.values()))


def _relationships(part: str) -> str:
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels"
