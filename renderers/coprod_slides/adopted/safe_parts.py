"""The masters and layouts of a template, without anything unsafe."""

import posixpath
from collections.abc import Iterable, Iterator

from attrs import field, frozen
from lxml import etree

from coprod_content.text.urls import url_fault
from coprod_office import PackagePart, relationships_part
from coprod_office.reading.deck import Deck
from coprod_office.reading.package import Relationship, binary_parts, part_name
from coprod_office.reading.xml import MC, A, Element, P, R, parse_xml

_ALLOWED = frozenset(
    {"slideLayout", "slideMaster", "theme", "themeOverride", "image", "notesMaster", "tags", "hyperlink"}
)
_SHAPES = frozenset(f"{P}{kind}" for kind in ("sp", "pic", "graphicFrame", "cxnSp", "contentPart"))
_WHOLE = _SHAPES | {f"{P}bg", f"{P}transition", f"{P}timing", f"{P}custDataLst", f"{P}controls", f"{P}legacyDrawing"}
_LINKS = frozenset({f"{A}hlinkClick", f"{A}hlinkHover", f"{A}hlinkMouseOver", f"{A}snd"})
_ALTERNATIVES = f"{MC}AlternateContent"
_NAMED = tuple(f"{A}{name}" for name in ("theme", "clrScheme", "fontScheme", "fmtScheme"))
"""The elements of a theme that must have a name."""
_LOGO = "ppt/media/logo."
_MOST_BYTES = 60_000_000
_WORDS = {
    "hyperlink": "a link that is not safe",
    "image": "a picture that is not in the file",
    "oleObject": "an embedded object",
    "package": "an embedded file",
    "control": "an ActiveX control",
    "video": "a video",
    "audio": "a sound",
    "media": "a video or sound",
    "chart": "a chart",
}


@frozen(eq=False)
class SafeParts:
    """A template's parts, each read and cleaned when first needed.

    Each item in `dropped` is a description of something left out, with the name of the part that contained it.
    """

    deck: Deck
    data: bytes
    dropped: list[tuple[str, str]] = field(factory=list, init=False)
    _roots: dict[str, Element] = field(factory=dict, init=False)
    _kept: dict[str, tuple[Relationship, ...]] = field(factory=dict, init=False)

    def root(self, part: str) -> Element:
        """Return a part's root element, with unsafe content removed."""
        if part not in self._roots:
            root = self._roots[part] = parse_xml(self.deck.package.parts[part], part)
            for each in root.iter(*_NAMED) if root.tag == _NAMED[0] else ():
                each.set("name", each.get("name") or "Template")
            _renumber(root)
            kept, unsafe = self._sorted(part)
            self._kept[part] = kept
            if unsafe:
                _without(root, frozenset(each.id for each in unsafe))
                self.dropped.extend(
                    (_WORDS.get(each.kind, f"something unknown ({each.kind})"), part) for each in unsafe
                )
        return self._roots[part]

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return a part's safe relationships."""
        self.root(part)
        return self._kept[part]

    def _sorted(self, part: str) -> tuple[tuple[Relationship, ...], tuple[Relationship, ...]]:
        found = self.deck.package.relationships(part)
        safe = tuple(each for each in found if self._is_safe(each, part))
        return safe, tuple(each for each in found if each not in safe)

    def _is_safe(self, each: Relationship, part: str) -> bool:
        if each.external:
            return each.kind == "hyperlink" and not url_fault(each.target)
        there = part_name(part, each.target) in self.deck.package.types
        return there and each.kind in _ALLOWED and each.kind != "hyperlink"

    def written(self, heads: Iterable[str]) -> Iterator[PackagePart]:
        """Yield parts and all the safe parts they refer to, with relationships.

        `heads` contains the names of the parts to start from. Raises ValueError if the pictures are too large in total.
        """
        waiting, binary = list(heads), list[str]()
        seen = set(waiting)
        while waiting:
            part = waiting.pop(0)
            type_ = self.deck.package.types[part]
            if part not in self.deck.package.parts:
                binary.append(part)
                continue
            yield PackagePart(part, type_, etree.tostring(self.root(part), encoding="UTF-8", standalone=True))
            kept = self.relationships(part)
            found = [part_name(part, each.target) for each in kept if not each.external]
            waiting += [each for each in dict.fromkeys(found) if each not in seen]
            seen.update(found)
            if kept:
                yield relationships_part(part, tuple(written_target(each, part) for each in sorted(kept, key=_number)))
        data = binary_parts(self.data, frozenset(binary)) if binary else {}
        if sum(map(len, data.values())) > _MOST_BYTES:
            raise ValueError(
                "The layouts of the reference deck contain more than 60 MB of pictures. Compress the pictures in "
                "PowerPoint."
            )
        yield from (PackagePart(renamed(part), self.deck.package.types[part], data[part]) for part in binary)


def renamed(part: str) -> str:
    """Return the name of a template's part in our decks.

    The name never clashes with the name of our logo.
    """
    return part.replace(_LOGO, "ppt/media/template-logo.") if part.startswith(_LOGO) else part


def written_target(relationship: Relationship, source: str, new: str = "") -> tuple[str, str, str]:
    """Return a relationship's id, kind and target, as written to decks.

    `source` is the name of the part that has the relationship in the template. `new` is the name of the part that has
    it in the deck, if that is a different one.
    """
    target = relationship.target
    if not relationship.external:
        target = posixpath.relpath(renamed(part_name(source, target)), posixpath.dirname(new or source))
    return relationship.id, relationship.kind, target


def _number(relationship: Relationship) -> tuple[int, str]:
    digits = relationship.id.removeprefix("rId")
    return int(digits) if digits.isdigit() else 0, relationship.id


def _renumber(root: Element) -> None:
    """Give shapes unique ids.

    The first of several shapes with the same id keeps it.
    """
    shapes = [each for each in root.iter(f"{P}cNvPr") if next(each.iterancestors(f"{MC}Fallback"), None) is None]
    ids = [each.get("id") or "" for each in shapes]
    free = max((int(id_) for id_ in ids if id_.isdigit()), default=1)
    for at, shape in enumerate(shapes):
        if ids[at] in ids[:at]:
            free += 1
            shape.set("id", str(free))


def _without(root: Element, ids: frozenset[str]) -> None:
    """Remove elements that refer to relationships with the given ids.

    Animations are removed as well, unless all these elements are links or sounds.
    """
    users = [each for each in root.iter(etree.Element) if any(_refers(each, str(name), ids) for name in each.attrib)]
    for user in users:
        if user.tag == f"{A}blip" and user.get(f"{R}embed") not in ids:
            del user.attrib[f"{R}link"]
        elif user.tag in _LINKS:
            _remove(user)
        else:
            owners = (user, *user.iterancestors())
            _remove(next((each for each in owners if each.tag in _WHOLE), user))
    if any(user.tag not in _LINKS for user in users):
        for animation in root.findall(f"{P}timing"):
            root.remove(animation)


def _refers(element: Element, name: str, ids: frozenset[str]) -> bool:
    return name.startswith(R) and element.get(name) in ids


def _remove(element: Element) -> None:
    """Remove an element, or the `mc:AlternateContent` that contains it."""
    alternatives = next(element.iterancestors(_ALTERNATIVES), None)
    gone = element if alternatives is None else alternatives
    parent = gone.getparent()
    if parent is not None:
        parent.remove(gone)
