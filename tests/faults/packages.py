"""Change one thing in the package of an Office file."""

import io
import posixpath
import re
import zipfile
from functools import lru_cache

_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@lru_cache(maxsize=64)
def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return the package of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def changed(data: bytes, part: str, old: str, new: str, count: int = 1) -> bytes:
    """Return a package with text replaced in a part. Fails if the text is not there."""
    parts = dict(parts_of(data))
    text = parts[part].decode()
    assert old in text, f"{old!r} is not in {part}"
    parts[part] = text.replace(old, new, count).encode()
    return packed(parts)


def without(data: bytes, part: str) -> bytes:
    """Return a package without a part."""
    return packed({name: content for name, content in parts_of(data).items() if name != part})


def with_part(data: bytes, name: str, content: bytes, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a package with one more part, and with a content type for known endings."""
    typed = {"xml": "application/xml", "png": "image/png", "exe": "application/octet-stream", "bin": "application/x"}
    ending = name.rsplit(".", 1)[-1]
    if ending in typed and f'Extension="{ending}"' not in parts_of(data)[_TYPES].decode():
        data = changed(
            data, _TYPES, "</Types>", f'<Default Extension="{ending}" ContentType="{typed[ending]}"/></Types>'
        )
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", compression) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def relation(data: bytes, part: str, kind: str, target: str, *, outside: bool = True) -> bytes:
    """Return a package in which a part has one more relationship, `rId90`."""
    folder, file = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{file}.rels")
    mode = ' TargetMode="External"' if outside else ""
    xml = f'<Relationship Id="rId90" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    text = parts_of(data)[rels].decode()
    end = re.search(r"</Relationships>", text)
    assert end
    return changed(data, rels, "</Relationships>", f"{xml}</Relationships>")
