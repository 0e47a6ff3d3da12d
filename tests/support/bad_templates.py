"""Templates that are damaged, locked, enormous or dangerous, as people send them."""

import io
import zipfile
from collections.abc import Callable

from tests.support.decks_by_others import as_template, built, repacked, with_unsafe_content
from tests.support.word_templates import WITH_MACROS, WordTemplateParts

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = b"application/vnd.ms-powerpoint.template.macroEnabled.main+xml"


def _bomb(*, as_one: bool) -> bytes:
    """Return a deck with more than 200 MB of zeros, in one picture or in twenty."""
    out, whole = io.BytesIO(built(str)), 210 << 20
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        count = 1 if as_one else 20
        for at in range(count):
            with archive.open(f"ppt/media/zeros{at}.bin", "w") as part:
                for _ in range(whole // count >> 20):
                    part.write(b"\0" * (1 << 20))
    return out.getvalue()


def _cut_off() -> bytes:
    return built(str)[:20_000]


def _broken_part() -> bytes:
    end = b"</p:sldMaster>"
    return repacked(built(str), lambda _, part: part.replace(end, b"") if part.endswith(end) else part)


def _with_macros(name: str, part: bytes) -> bytes:
    kind = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    return part.replace(b"</Types>", kind) if name == "[Content_Types].xml" else part


REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("trust.potx", lambda: b"", "It is empty"),
    "text": ("trust.potx", lambda: b"Our template", "not a zip file"),
    "cut off": ("trust.potx", _cut_off, "damaged"),
    "broken part": ("trust.potx", _broken_part, "is not valid XML at line 2"),
    "encrypted": ("trust.potx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le") + bytes(4096), "password"),
    "old format": ("trust.potx", lambda: _OLE + bytes(4096), "from before 2007"),
    "bomb": ("trust.potx", lambda: _bomb(as_one=True), "unpacks to"),
    "bomb in pieces": ("trust.potx", lambda: _bomb(as_one=False), "unpacks to"),
    "word as slides": ("trust.potx", WordTemplateParts().data, "not the type of file"),
    "slides as word": ("trust.dotx", lambda: built(str), "not a Word file"),
    "picture": ("trust.png", lambda: b"\x89PNG", "not a template"),
}
"""For each bad template, its file name, its data and words of the message."""
USABLE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "no properties": (
        "trust.potx",
        lambda: repacked(built(str), lambda name, part: None if name.startswith("docProps/") else part),
        "254 by",
    ),
    "external links": ("trust.potx", lambda: built(with_unsafe_content), "Left out of decks"),
    "macros in slides": (
        "trust.potm",
        lambda: repacked(as_template(built(str), _MACROS), _with_macros, {"ppt/vbaProject.bin": _OLE}),
        "its macros",
    ),
    "macros in Word": ("trust.dotm", WordTemplateParts(main=WITH_MACROS, vbaProject="x").data, "macros"),
}
"""Templates that are used without their dangerous or missing parts. The report has the words."""
