"""Read the parts, content types and relationships of an Office package."""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple

from attrs import field, frozen
from lxml import etree

from coprod_office.reading.errors import FileRefused
from coprod_office.reading.xml import Element, parse_xml

_MAX_ENTRIES = 20_000
_MAX_TOTAL, _MAX_XML, _MAX_XML_PART = 200_000_000, 64_000_000, 20_000_000  # bytes
_MAX_RATIO, _RATIO_APPLIES_FROM = 200, 1_000_000
_CHUNK = 1 << 18
_DESCRIBING = ("docProps/", "ppt/printerSettings/")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODD_NAME = re.compile(r"[\x00-\x1f\\:]|^/|(^|/)\.\.?(/|$)|%2f|%5c|\.(/|$)", re.IGNORECASE)
_TYPES = "[Content_Types].xml"
_FIRST_TAG = re.compile(rb"<(?:[\w.-]+:)?(\w+)")
_ROOTS = {
    **{f"{name}+xml": name for name in ("theme", "notesMaster", "styles", "numbering", "settings")},
    "slideMaster+xml": "sldMaster",
    "slideLayout+xml": "sldLayout",
    "header+xml": "hdr",
    "footer+xml": "ftr",
    "fontTable+xml": "fonts",
}
"""Names of root elements, keyed by the text after the last full stop of a part's content type."""


class Relationship(NamedTuple):
    """A relationship from a part to another part or an address.

    `kind` is the last segment of the address that identifies the relationship type, such as `hyperlink`. `target` is
    outside the package if `external` is true.
    """

    id: str
    kind: str
    target: str
    external: bool


@frozen
class OfficePackage:
    """An Office file's parts as bytes, with their content types.

    `parts` contains only XML, unless binary parts were requested. Methods raise FileRefused for invalid or unsafe XML.
    """

    parts: dict[str, bytes] = field(repr=False)
    types: dict[str, str] = field(repr=False)
    _relationships: dict[str, tuple[Relationship, ...]] = field(factory=dict, init=False, repr=False)
    _roots: dict[str, Element] = field(factory=dict, init=False, repr=False)

    def root(self, name: str) -> Element | None:
        """Return a part's root element, or None if the part is missing."""
        data = self.parts.get(name)
        if data is None:
            return None
        if name not in self._roots:
            self._roots[name] = parse_xml(data, name)
        return self._roots[name]

    def check_roots(self, *, parse: bool = False) -> None:
        """Raise FileRefused if a part has an unexpected root element.

        Only parts of certain content types are checked. If `parse` is true, they must also be well formed.
        """
        for name, type_ in self.types.items():
            wanted, found = _ROOTS.get(type_.rpartition(".")[2]), _FIRST_TAG.search(self.parts.get(name, b""))
            if wanted and (parse or found is None or found[1].decode() != wanted):
                root = self.root(name)
                if root is None or etree.QName(root).localname != wanted:
                    raise FileRefused("corrupt", "is not the kind of part that its content type states.", name)

    def relationships(self, name: str) -> tuple[Relationship, ...]:
        """Return a part's relationships, or the package's if `name` is empty."""
        if name not in self._relationships:
            folder, slash, file = name.rpartition("/")
            part = f"{folder}{slash}_rels/{file}.rels"
            data = self.parts.get(part)
            found = () if data is None else parse_xml(data, part)
            self._relationships[name] = tuple(_relationship(element) for element in found)
        return self._relationships[name]

    def of_type(self, content_type: str | tuple[str, ...]) -> tuple[str, ...]:
        """Return the names of parts whose content type ends with `content_type`.

        If several endings are given, any of them can match.
        """
        return tuple(name for name, type_ in self.types.items() if type_.endswith(content_type))

    def related(self, name: str, kind: str) -> str:
        """Return the name of the first part related to a given part.

        `name` is the name of the given part, or empty for the package itself. `kind` is the kind of relationship to
        follow. Returns "" if there is no such relationship.
        """
        found = (each.target for each in self.relationships(name) if each.kind == kind and not each.external)
        return next((part_name(name, target) for target in found), "")


def part_name(source: str, target: str) -> str:
    """Return the name of the part that a relationship points to.

    `source` is the name of the part that has the relationship.
    """
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), target)).lstrip("/")


def _relationship(element: Element) -> Relationship:
    kind = (element.get("Type") or "").rsplit("/", 1)[-1]
    external = element.get("TargetMode") == "External"
    return Relationship(element.get("Id") or "", kind, element.get("Target") or "", external)


def open_package(
    data: bytes, main: str | tuple[str, ...], *, binary: bool | Callable[[str], bool] = False, template: bool = False
) -> OfficePackage:
    """Return the Office package in `data`.

    The main part's content type must end with `main`, or with one of the strings in `main`. Binary parts such as
    pictures are kept only if `binary` is true, or is a function that returns true for a part's name. If `template` is
    true, document properties and printer settings can be missing, because programs that remove these parts often leave
    them in the list of content types. Raises FileRefused if the file is damaged, encrypted, unsafe or of another type.
    """
    if data.startswith(_OLE):
        raise _compound_file(data)
    if not data.startswith(b"PK\x03\x04"):
        what = "is empty." if not data else "is not an Office file, because it is not a zip file."
        raise FileRefused("not-what-it-says", what)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _check_entries(entries, archive.start_dir)
            parts = _unpacked(archive, binary=binary)
            package = OfficePackage(
                parts, _content_types(parts, [e.filename for e in entries], _DESCRIBING if template else ())
            )
    # zipfile raises NotImplementedError for a compression method or version that it cannot read.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise FileRefused("corrupt", f"is a damaged zip file ({error}).") from error
    if not package.of_type(main):
        known = next((type_ for type_ in package.types.values() if ".main+xml" in type_), "")
        what = f"its main part is '{known.rsplit('.', 2)[-2]}'" if known else "it has no main part"
        raise FileRefused("not-what-it-says", f"is not the type of file that its name suggests: {what}.")
    return package


def binary_parts(data: bytes, names: frozenset[str]) -> dict[str, bytes]:
    """Return parts of a package that `open_package` has already checked.

    Only the parts with the given names are read.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist() if entry.filename in names}


def _compound_file(data: bytes) -> FileRefused:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return FileRefused("encrypted", "is protected with a password or by rights management.")
    return FileRefused("not-what-it-says", "is in an Office format from before 2007, or is not an Office file.")


def _check_entries(entries: list[zipfile.ZipInfo], end: int) -> None:
    """Raise FileRefused for entries that no Office program would write.

    `end` is the offset by which the data of the last entry must end.
    """
    if len(entries) > _MAX_ENTRIES:
        raise FileRefused("zip-bomb", f"has too many parts ({len(entries):,}).")
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        duplicate = next(name for at, name in enumerate(names) if name in names[:at])
        raise FileRefused("odd-package", f"has two parts called '{duplicate}'.")
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused("encrypted", "has parts that are protected with a password.")
    odd = next((e.filename for e in entries if _ODD_NAME.search(e.filename) or e.external_attr >> 28 == 0xA), None)
    if odd is not None:
        raise FileRefused("odd-package", f"has an unsafe part called '{odd[:60]}'.")
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [*(entry.header_offset for entry in ordered[1:]), end]
    if any(e.header_offset + 30 + e.compress_size > after for e, after in zip(ordered, ends, strict=False)):
        raise FileRefused("odd-package", "has parts that overlap in the zip file.")


def _unpacked(archive: zipfile.ZipFile, *, binary: bool | Callable[[str], bool]) -> dict[str, bytes]:
    """Return the XML parts and any requested binary parts, keyed by name.

    `binary` has the same meaning as in `open_package`. All parts are read once, to count their bytes and verify their
    checksums. Raises FileRefused for an unsafe part.
    """
    parts: dict[str, bytes] = {}
    total = xml_total = 0
    for entry in archive.infolist():
        is_xml = entry.filename.endswith((".xml", ".rels"))
        is_kept = is_xml or (binary(entry.filename) if callable(binary) else binary)
        chunks = []
        size = 0
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise FileRefused("odd-package", "is compressed in a way that Office never uses.", entry.filename)
        with archive.open(entry) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                inflated = size > _RATIO_APPLIES_FROM and size > _MAX_RATIO * max(entry.compress_size, 1)
                if inflated or total + size > _MAX_TOTAL:
                    raise FileRefused("zip-bomb", "unpacks to more data than is safe to read.", entry.filename)
                if is_xml and (size > _MAX_XML_PART or xml_total + size > _MAX_XML):
                    raise FileRefused("zip-bomb", "contains too much XML to read.", entry.filename)
                if is_kept:
                    chunks.append(chunk)
        total += size
        if is_xml:
            xml_total += size
        if is_kept:
            parts[entry.filename] = b"".join(chunks)
    return parts


def _content_types(parts: dict[str, bytes], names: list[str], optional: tuple[str, ...]) -> dict[str, str]:
    """Return content types by part name. Raises FileRefused if any are missing.

    A listed part must exist too, unless its name begins with any of `optional`.
    """
    data = parts.get(_TYPES)
    if data is None:
        raise FileRefused("not-what-it-says", f"is a zip file but not an Office file: it has no {_TYPES}.")
    by_extension: dict[str, str] = {}
    by_name: dict[str, str] = {}
    for element in parse_xml(data, _TYPES):
        type_ = element.get("ContentType") or ""
        if element.get("Extension") is not None:
            by_extension[(element.get("Extension") or "").casefold()] = type_
        else:
            by_name[(element.get("PartName") or "").lstrip("/")] = type_
    types = {name: by_name.get(name) or by_extension.get(name.rsplit(".", 1)[-1].casefold(), "") for name in names}
    lost = next((name for name in by_name if name not in types and not name.startswith(optional)), None)
    untyped = next((name for name, type_ in types.items() if not type_ and name != _TYPES and name[-1] != "/"), None)
    if lost is not None:
        raise FileRefused("corrupt", "is in the list of content types but missing from the file.", lost)
    if untyped is not None:
        raise FileRefused("corrupt", "has no content type.", untyped)
    return types
