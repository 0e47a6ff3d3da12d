"""Office files as their programs need them: valid by the schemas, and complete as packages.

The schema validator does not find a part that nothing leads to, or one without a content type; `holes` does.
"""

import hashlib
import io
import posixpath
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import islice
from pathlib import Path

from attrs import field, frozen
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from openxml_audit.context import ValidationContext
from openxml_audit.errors import ValidationError
from openxml_audit.parts import OpenXmlPart
from openxml_audit.schema.validator import SchemaValidator
from tests.support.made_files import kept
from tests.support.measuring import unmeasured

_CONTENT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USED_IDS = etree.XPath(
    "//@r:*", namespaces={"r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}
)
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_FIRST_SLIDE = 256
# Other elements are too large to occur twice, or so small that validating them is as quick as comparing them.
_OFTEN_THE_SAME = frozenset(
    (
        *(_P + name for name in ("sp", "grpSp", "graphicFrame", "nvSpPr", "nvGrpSpPr", "grpSpPr", "spPr", "txBody")),
        *(_A + name for name in ("p", "r", "pPr", "rPr", "bodyPr", "tc", "tcPr", "custGeom")),
        *(_W + name for name in ("p", "r", "pPr", "rPr", "tr", "tc", "tcPr", "hyperlink", "style")),
        *(_WPS + name for name in ("wsp", "spPr", "cNvPr", "bodyPr")),
    )
)


def faults(data: bytes, suffix: str) -> list[str]:
    """Return what is wrong with a file by the schemas of Microsoft 365, strictly, and as a package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix}")
        path.write_bytes(data)
        with unmeasured():
            validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, strict=True)
            validator._schema_validator = _parts()
            found = [*(str(error) for error in validator.validate(path).errors), *holes(data)]
    here = kept()
    if here and not found:
        here.passed(data, suffix, "openxml-audit")
    return found


class _Parts(SchemaValidator):
    """A validator that skips parts and elements that were sound before.

    The layouts of decks, the styles of texts and most slides, shapes and paragraphs are the same in many files. What
    parts say together is judged in each file.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sound: set[bytes] = set()
        self._sound_elements: set[tuple[str, str, frozenset[str], bytes]] = set()

    def validate_part(self, part: OpenXmlPart, context: ValidationContext) -> list[ValidationError]:
        """Return the errors in a part after those in the parts before it."""
        digest, before = hashlib.sha256(part.raw_content or b"").digest(), len(context.errors)
        if digest not in self._sound:
            super().validate_part(part, context)
            if len(context.errors) == before and not context.should_stop:
                self._sound.add(digest)
        return context.errors

    def _validate_element(
        self, element: etree._Element, context: ValidationContext, ignorable_ns: frozenset[str] = frozenset()
    ) -> None:
        """Validate an element, unless the same one was sound in the same place.

        The schemas depend only on the element, the names of its parent and grandparent, and the namespaces that a
        reader may ignore.
        """
        if element.tag not in _OFTEN_THE_SAME:
            super()._validate_element(element, context, ignorable_ns)
            return
        above = [str(found.tag) for found in islice(element.iterancestors(), 2)]
        parent, grandparent = (*above, "", "")[:2]
        words = hashlib.sha256(etree.tostring(element, with_tail=False)).digest()
        key, before = (parent, grandparent, ignorable_ns, words), len(context.errors)
        if key not in self._sound_elements:
            super()._validate_element(element, context, ignorable_ns)
            if len(context.errors) == before and not context.should_stop:
                self._sound_elements.add(key)


@cache
def _parts() -> _Parts:
    """Return the only validator of parts. It takes a second to read the schemas."""
    return _Parts()


def holes(data: bytes) -> list[str]:
    """Return what a package lacks, and what it should not have."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    package = _Package(parts)
    twice = [f"{name} is there twice" for name, count in Counter(map(str.lower, names)).items() if count > 1]
    return [*twice, *package.types(), *package.relations(), *package.numbers()]


@frozen(slots=False)
class _Package:
    parts: dict[str, bytes] = field(repr=False)

    @cached_property
    def roots(self) -> dict[str, etree._Element]:
        """The root element of each XML part."""
        return {name: etree.fromstring(data) for name, data in self.parts.items() if name.endswith((".xml", ".rels"))}

    def types(self) -> Iterator[str]:
        """Yield parts without a content type, and content types without a part."""
        root = self.roots["[Content_Types].xml"]
        defaults = {found.get("Extension", "").lower() for found in root.iter(f"{_CONTENT}Default")}
        overrides = {found.get("PartName", "").lstrip("/") for found in root.iter(f"{_CONTENT}Override")}
        for name in self.parts:
            plain = name.endswith(".xml") and name != "[Content_Types].xml"
            known = name in overrides or (name.rsplit(".", 1)[-1].lower() in defaults and not plain)
            if not known and name != "[Content_Types].xml":
                yield f"{name} has no content type"
        yield from (f"the content type of {name} has no part" for name in overrides - set(self.parts))

    def relations(self) -> Iterator[str]:
        """Yield relationships that lead nowhere or are missing, and parts that nothing leads to."""
        reached = {"[Content_Types].xml"}
        for name in [name for name in self.parts if name.endswith(".rels")]:
            folder, file = posixpath.split(name)
            source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            reached.add(name)
            found = list(self.roots[name].iter(_RELATION))
            for relation in found:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(source), relation.get("Target", "")))
                if relation.get("TargetMode") != "External":
                    reached.add(target.lstrip("/"))
                    if target.lstrip("/") not in self.parts:
                        yield f"{name} leads to {target}, which is not there"
            ids = [relation.get("Id", "") for relation in found]
            yield from (f"{name} has {id_} twice" for id_, count in Counter(ids).items() if count > 1)
            if source and source not in self.parts:
                yield f"{name} is about {source}, which is not there"
            elif source.endswith(".xml"):
                yield from (f"{source} uses {id_}, which is not there" for id_ in self._used(source) - set(ids))
        alone = {name for name in self.parts if name.endswith(".xml") and b"r:id=" in self.parts[name]}
        yield from (f"{name} uses relationships and has none" for name in alone if not self._has_relations(name))
        yield from (f"nothing leads to {name}" for name in set(self.parts) - reached)

    def numbers(self) -> Iterator[str]:
        """Yield ids that occur twice: of shapes on a slide, of drawings in a text, or of slides."""
        for name, root in self.roots.items():
            for tag in (f"{_P}cNvPr", f"{_WP}docPr"):
                count = Counter(found.get("id") for found in root.iter(tag))
                yield from (f"{name}: the id {id_} is there {times} times" for id_, times in count.items() if times > 1)
            slides = [int(found.get("id", "0")) for found in root.iter(f"{_P}sldId")]
            if len(set(slides)) < len(slides) or min(slides, default=_FIRST_SLIDE) < _FIRST_SLIDE:
                yield f"{name}: ids of slides are not unique and from {_FIRST_SLIDE}"

    def _used(self, name: str) -> set[str]:
        return set(_USED_IDS(self.roots[name])) - {""}

    def _has_relations(self, name: str) -> bool:
        folder, file = posixpath.split(name)
        return posixpath.join(folder, "_rels", f"{file}.rels") in self.parts
