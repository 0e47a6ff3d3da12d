"""The package of an Office file: its parts, unpacked with every byte counted, and what leads from one to another."""

import io
import posixpath
import re
import zipfile
import zlib
from typing import NamedTuple

from attrs import field, frozen

from coprod_content.findings.fault import Fault
from coprod_office.reading.unpacking import unpacked
from coprod_office.reading.xml import Element, FileRefused, parsed

_MOST_ENTRIES = 20_000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODD_NAME = re.compile(r"[\x00-\x1f\\:]|^/|(^|/)\.\.?(/|$)|%2f|%5c|\.(/|$)", re.IGNORECASE)
_TYPES = "[Content_Types].xml"


class Relationship(NamedTuple):
    """What a part leads to: the last word of its type, the target as written, and whether that lies outside."""

    id: str
    kind: str
    target: str
    outside: bool


@frozen
class OfficePackage:
    """The XML parts of an Office file by name, as bytes, with the names of all parts and their content types."""

    parts: dict[str, bytes] = field(repr=False)
    names: tuple[str, ...] = field(repr=False)
    types: dict[str, str] = field(repr=False)
    _relations: dict[str, tuple[Relationship, ...]] = field(factory=dict, init=False, repr=False)
    _roots: dict[str, Element] = field(factory=dict, init=False, repr=False)

    def root(self, name: str) -> Element | None:
        """The root of an XML part, parsed once; nothing where there is no such part. Raises FileRefused."""
        data = self.parts.get(name)
        if data is None:
            return None
        if name not in self._roots:
            self._roots[name] = parsed(data, name)
        return self._roots[name]

    def relations(self, name: str) -> tuple[Relationship, ...]:
        """What a part leads to; the package itself is the part with the empty name."""
        if name not in self._relations:
            folder, slash, file = name.rpartition("/")
            part = f"{folder}{slash}_rels/{file}.rels"
            data = self.parts.get(part)
            self._relations[name] = () if data is None else tuple(map(_relation, parsed(data, part)))
        return self._relations[name]

    def named(self, content: str) -> tuple[str, ...]:
        """The names of the parts of a content type; its last word is enough."""
        return tuple(name for name, type_ in self.types.items() if type_.endswith(content))

    def beside(self, name: str, kind: str) -> str:
        """The name of the first part of a kind that another part leads to, or nothing."""
        targets = (r.target for r in self.relations(name) if r.kind == kind and not r.outside)
        return next((resolved(name, target) for target in targets), "")


def resolved(name: str, target: str) -> str:
    """The name of a part that another points to."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), target)).lstrip("/")


def _relation(element: Element) -> Relationship:
    get = element.get
    kind = (get("Type") or "").rsplit("/", 1)[-1]
    return Relationship(get("Id") or "", kind, get("Target") or "", get("TargetMode") == "External")


def opened(data: bytes, main: str) -> OfficePackage:
    """The package of some bytes, whose main part is of a content type that ends in `main`. Raises FileRefused."""
    if data.startswith(_OLE):
        raise FileRefused(_compound(data))
    if not data.startswith(b"PK\x03\x04"):
        what = "is empty." if not data else "is not an Office file: it does not start as a zip file does."
        raise FileRefused(Fault(code="not-what-it-says", what=what))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            _sound(entries, archive.start_dir)
            parts = unpacked(archive, entries, data)
            names = tuple(entry.filename for entry in entries)
            package = OfficePackage(parts, names, _content_types(parts, names))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise FileRefused(Fault(code="corrupt", what=f"is a damaged zip file ({error}).")) from error
    if not package.named(main):
        known = next((type_ for type_ in package.types.values() if ".main+xml" in type_), "")
        what = f"holds '{known.rsplit('.', 2)[-2]}'" if known else "holds no document that its name promises"
        raise FileRefused(Fault(code="not-what-it-says", what=f"{what}, not what its ending says."))
    return package


def _compound(data: bytes) -> Fault:
    """What an OLE container is: an encrypted Office file, or one of before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Fault(code="encrypted", what="is encrypted with a password or by rights management.")
    return Fault(code="not-what-it-says", what="is of the format of Office before 2007, or another compound file.")


def _sound(entries: list[zipfile.ZipInfo], end: int) -> None:
    """Refuse what an Office program would never write: too many parts, parts over each other, two of a name."""
    if len(entries) > _MOST_ENTRIES:
        raise FileRefused(Fault(code="zip-bomb", what=f"has {len(entries):,} parts."))
    names = [entry.filename.casefold() for entry in entries]
    if len(set(names)) < len(names):
        twice = next(name for at, name in enumerate(names) if name in names[:at])
        raise FileRefused(Fault(code="odd-package", what=f"has two parts called '{twice}'."))
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefused(Fault(code="encrypted", what="has encrypted parts."))
    odd = next((e.filename for e in entries if _ODD_NAME.search(e.filename) or e.external_attr >> 28 == 0xA), None)
    if odd is not None:
        raise FileRefused(Fault(code="odd-package", what=f"has a part called '{odd[:60]}'."))
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    ends = [*(entry.header_offset for entry in ordered[1:]), end]
    if any(e.header_offset + 30 + e.compress_size > after for e, after in zip(ordered, ends, strict=False)):
        raise FileRefused(Fault(code="odd-package", what="has parts that lie over each other."))


def _content_types(parts: dict[str, bytes], names: tuple[str, ...]) -> dict[str, str]:
    """Return the content type of each part. Raises FileRefused if the list is missing or incomplete."""
    data = parts.get(_TYPES)
    if data is None:
        raise FileRefused(
            Fault(code="not-what-it-says", what="is a zip file without the list of parts of an Office file.")
        )
    defaults: dict[str, str] = {}
    own: dict[str, str] = {}
    for element in parsed(data, _TYPES):
        type_ = element.get("ContentType") or ""
        if element.get("Extension") is not None:
            defaults[(element.get("Extension") or "").casefold()] = type_
        else:
            own[(element.get("PartName") or "").lstrip("/")] = type_
    types = {name: own.get(name) or defaults.get(name.rsplit(".", 1)[-1].casefold(), "") for name in names}
    lost = next((name for name in own if name not in types), None)
    untyped = next((name for name, type_ in types.items() if not type_ and name != _TYPES and name[-1] != "/"), None)
    if lost is not None:
        raise FileRefused(Fault(code="corrupt", spot=lost, what="is named in the list of parts, and is not there."))
    if untyped is not None:
        raise FileRefused(Fault(code="corrupt", spot=untyped, what="has no content type in the list of parts."))
    return types
