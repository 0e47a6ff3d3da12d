"""Office files as their programs want them: valid by the schemas, and whole as packages.

The validator of the schemas sees neither a part that nothing leads to nor one without a content type; `holes` does.
"""

import hashlib
import io
import posixpath
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator
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
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_FIRST_SLIDE = 256
# Others are too large to be the same twice, or so small that to look at them is as quick as to compare them.
_OFTEN_THE_SAME = frozenset(
    (
        *(_P + name for name in ("sp", "grpSp", "graphicFrame", "nvSpPr", "nvGrpSpPr", "grpSpPr", "spPr", "txBody")),
        *(_A + name for name in ("p", "r", "pPr", "rPr", "bodyPr", "tc", "tcPr", "custGeom")),
        *(_W + name for name in ("p", "r", "pPr", "rPr", "tr", "tc", "tcPr", "hyperlink", "style")),
        *(_WPS + name for name in ("wsp", "spPr", "cNvPr", "bodyPr")),
    )
)


def faults(data: bytes, suffix: str) -> list[str]:
    """What is wrong with a file: by the schemas of Microsoft 365, strictly, and as a package."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file{suffix}")
        path.write_bytes(data)
        with unmeasured():
            validator = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365, strict=True)
            validator._schema_validator = _PARTS
            found = [*(str(error) for error in validator.validate(path).errors), *holes(data)]
    here = kept()
    if here and not found:
        here.passed(data, suffix, "openxml-audit")
    return found


class _Parts(SchemaValidator):
    """Looks at a part by the schemas unless there was one of the same bytes with nothing wrong: the layouts of a deck,
    the styles of a text and most slides are the same in many files. So are most shapes and paragraphs of those parts
    that differ. What parts say together is judged in each file.
    """

    def __init__(self) -> None:
        super().__init__()
        self._sound: set[bytes] = set()
        self._sound_elements: set[tuple[str, str, frozenset[str], bytes]] = set()

    def validate_part(self, part: OpenXmlPart, context: ValidationContext) -> list[ValidationError]:
        """What is wrong with a part, added to what is wrong with those before it."""
        digest, before = hashlib.sha256(part.raw_content or b"").digest(), len(context.errors)
        if digest not in self._sound:
            super().validate_part(part, context)
            if len(context.errors) == before and not context.should_stop:
                self._sound.add(digest)
        return context.errors

    def _validate_element(
        self, element: etree._Element, context: ValidationContext, ignorable_ns: frozenset[str] = frozenset()
    ) -> None:
        """Looks at an element unless there was one of the same words and namespaces in the same place. The schemas ask
        no more than what is in an element, the names of its parent and of the parent of that, and which namespaces a
        reader may pass over.
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


_PARTS = _Parts()


def holes(data: bytes) -> list[str]:
    """What a package lacks, or has and should not have."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name) for name in names}
    package = _Package(parts)
    twice = [f"{name} is there twice" for name, count in Counter(map(str.lower, names)).items() if count > 1]
    return [*twice, *package.types(), *package.relations(), *package.numbers()]


@frozen
class _Package:
    parts: dict[str, bytes] = field(repr=False)

    def types(self) -> Iterator[str]:
        """Parts without a content type, and content types without a part."""
        root = etree.fromstring(self.parts["[Content_Types].xml"])
        defaults = {found.get("Extension", "").lower() for found in root.iter(f"{_CONTENT}Default")}
        overrides = {found.get("PartName", "").lstrip("/") for found in root.iter(f"{_CONTENT}Override")}
        for name in self.parts:
            plain = name.endswith(".xml") and name != "[Content_Types].xml"
            known = name in overrides or (name.rsplit(".", 1)[-1].lower() in defaults and not plain)
            if not known and name != "[Content_Types].xml":
                yield f"{name} has no content type of its own"
        yield from (f"the content type of {name} has no part" for name in overrides - set(self.parts))

    def relations(self) -> Iterator[str]:
        """Relationships that lead nowhere, that are used and not there, and parts that nothing leads to."""
        reached = {"[Content_Types].xml"}
        for name in [name for name in self.parts if name.endswith(".rels")]:
            folder, file = posixpath.split(name)
            source = posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))
            reached.add(name)
            found = list(etree.fromstring(self.parts[name]).iter(_RELATION))
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
        """Ids that are there twice: of the shapes of a slide or of the drawings of a text; and those of slides."""
        for name, data in self.parts.items():
            if not name.endswith(".xml"):
                continue
            root = etree.fromstring(data)
            for tag in (f"{_P}cNvPr", f"{_WP}docPr"):
                count = Counter(found.get("id") for found in root.iter(tag))
                yield from (f"{name}: the id {id_} is there {times} times" for id_, times in count.items() if times > 1)
            slides = [int(found.get("id", "0")) for found in root.iter(f"{_P}sldId")]
            if len(set(slides)) < len(slides) or min(slides, default=_FIRST_SLIDE) < _FIRST_SLIDE:
                yield f"{name}: ids of slides are not each its own and from {_FIRST_SLIDE}"

    def _used(self, name: str) -> set[str]:
        root = etree.fromstring(self.parts[name])
        return {
            value for found in root.iter() for key, value in found.attrib.items() if str(key).startswith(_R) and value
        }

    def _has_relations(self, name: str) -> bool:
        folder, file = posixpath.split(name)
        return posixpath.join(folder, "_rels", f"{file}.rels") in self.parts
