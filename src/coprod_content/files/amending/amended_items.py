"""Apply amend files to the items of earlier roots."""

from collections.abc import Collection, Mapping
from pathlib import Path

from attrs import evolve, frozen

from coprod_content.content.item_texts import pointers
from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Item
from coprod_content.content.source import display_path
from coprod_content.files.amending.amended_yaml import REMOVE, AmendedYaml, amended_yaml
from coprod_content.files.amending.amendment import Amendment
from coprod_content.files.content_root import ContentRoot, item_at
from coprod_content.files.field_positions import parsed_source
from coprod_content.files.pictures.photos import with_photos
from coprod_content.files.text_file import UnreadableFile
from coprod_content.findings.finding import Finding, Place, nearest


@frozen(kw_only=True)
class AmendedItem:
    """The result of applying one amend file to an item.

    `item` is the amended item, or None if it cannot be used. `pointers` contains the ids of other items to which the
    amend file refers.
    """

    id: str
    item: Item | None
    pointers: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()


def amended_items(
    root: ContentRoot, below: Mapping[str, Item], broken: Collection[str], retired: Collection[str]
) -> tuple[AmendedItem, ...]:
    """Apply the amend files of a content root to items.

    `below` maps ids to items: those of earlier roots that this root does not retire. `broken` contains the ids of items
    that could not be read, and `retired` those of items that were retired.
    """
    own = {item.id: item for item in root.items}
    made = []
    for each in root.amendments:
        where = Place(display_path(each.source.path))
        if each.id in own:
            what = f"'{each.id}' is also in {display_path(own[each.id].source.path)}."
            made.append(_refused(each, where, "duplicate-id", what, "Delete one of the two files."))
        elif each.id in retired:
            what = f"'{each.id}' is retired, so it cannot be amended."
            fix = "Delete this file, or take the id off the list in retire.yaml."
            made.append(_refused(each, where, "unknown-id", what, fix))
        elif each.id in below:
            made.append(_amended(each, below[each.id], root.path))
        elif each.id not in broken:
            what = f"there is no item '{each.id}' to amend in the roots before this one."
            fix = (
                nearest(each.id, below)
                or "Name the file after the id of an item, or move it to the folder for its kind."
            )
            made.append(_refused(each, where, "unknown-id", what, fix))
    return tuple(made)


def _refused(each: Amendment, where: Place, code: str, what: str, fix: str) -> AmendedItem:
    return AmendedItem(id=each.id, item=None, findings=(Finding(code=code, where=where, what=what, fix=fix),))


def _amended(amendment: Amendment, base: Item, root: Path) -> AmendedItem:
    source = evolve(amendment.source, base=base.source)
    try:
        fields, within = parsed_source(base.source)
    except UnreadableFile as error:
        return AmendedItem(id=base.id, item=None, findings=(error.finding,))
    parsed = amended_yaml(fields, within, amendment.parsed)
    item, found = item_at(kind_of(base), base.id, parsed, source)
    findings = [*parsed.findings, *(_required(each, parsed) for each in found)]
    if parsed.findings:
        item = None
    if item:
        item = with_photos(item, parsed, source.path, root, findings)
    own = _own_pointers(item, parsed, amendment) if item else frozenset()
    return AmendedItem(id=base.id, item=item, pointers=own, findings=tuple(findings))


def _required(finding: Finding, parsed: AmendedYaml) -> Finding:
    """Return a finding, reworded if the amend file removes a required field.

    The finding says that the field is missing, but the amend file lists it after `remove`.
    """
    if finding.code != "missing-key" or not finding.where or finding.where.file != parsed.file:
        return finding
    name = finding.field.rpartition(".")[2]
    if not any(path[-1:] == (name,) and REMOVE in here for path, (_, here) in parsed.parts.items()):
        return finding
    return evolve(
        finding, what="cannot be removed, because it is required.", fix="Take it off the list of fields to remove."
    )


def _own_pointers(item: Item, parsed: AmendedYaml, amendment: Amendment) -> frozenset[str]:
    found = ((parsed.part(path)[0], target) for path, kind, target, _ in pointers(item) if kind != "link")
    return frozenset(target for part, target in found if part is amendment.parsed)
