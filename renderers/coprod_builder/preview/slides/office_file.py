"""The file of a deck or a document: its parts, and the colours and the font of its theme."""

import io
import posixpath
import zipfile
from functools import cached_property
from typing import ClassVar, Self

from attrs import field, frozen
from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EMU_PER_PT = 12_700
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
Element = etree._Element  # lxml gives its element no public name


@frozen(eq=False)
class OfficeFile:
    """A file that was made here: its parts by name, read once each. `main` is the part that leads to the others."""

    main: ClassVar[str]
    _archive: zipfile.ZipFile = field(repr=False)
    _read: dict[str, Element] = field(factory=dict, init=False, repr=False)

    @classmethod
    def of(cls, data: bytes) -> Self:
        """The file in some bytes."""
        return cls(zipfile.ZipFile(io.BytesIO(data)))

    def data(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._archive.read(name)

    def xml(self, name: str) -> Element:
        """The root of a part."""
        if name not in self._read:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
            self._read[name] = etree.fromstring(self._archive.read(name), parser)
        return self._read[name]

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """What a part leads to by the ids of its relationships: the kind, and the part or address."""
        folder, _, file = name.rpartition("/")
        try:
            root = self.xml(f"{folder}/_rels/{file}.rels")
        except KeyError:
            return {}
        return {
            each.get("Id", ""): (each.get("Type", "").removeprefix(_OFFICE), _target(each, folder))
            for each in root.iter(_RELATION)
        }

    def one(self, name: str, kind: str) -> str:
        """The part of a kind that a part leads to, empty where there is none."""
        return next((target for found, target in self.related(name).values() if found == kind), "")

    @cached_property
    def colours(self) -> dict[str, str]:
        """The colours of the theme by the names that shapes use, as `#rrggbb`."""
        scheme = self.xml(self.one(self.main, "theme")).find(f".//{A}clrScheme")
        assert scheme is not None
        own = {
            etree.QName(each).localname: f"#{each[0].get('val') or each[0].get('lastClr') or '000000'}".lower()
            for each in scheme
        }
        return {**own, "bg1": own["lt1"], "tx1": own["dk1"], "bg2": own["lt2"], "tx2": own["dk2"]}

    @cached_property
    def font(self) -> str:
        """The font of the theme."""
        found = self.xml(self.one(self.main, "theme")).find(f".//{A}minorFont/{A}latin")
        return found.get("typeface", "Arial") if found is not None else "Arial"


def _target(relation: Element, folder: str) -> str:
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return target
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
