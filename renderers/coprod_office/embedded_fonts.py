"""Font files inside Office files, for computers that lack the font.

PowerPoint reads Embedded OpenType files (W3C Member Submission, 5 March 2008). Word reads obfuscated font files
(ECMA-376 part 1, 17.8.1). A font is embedded whole, so that people can type new text in it.
"""

import io
import struct
from functools import cached_property, lru_cache
from uuid import NAMESPACE_OID, UUID, uuid5

from attrs import frozen
from fontTools.ttLib import TTFont

from coprod_content.layout.known_fonts import is_installed
from coprod_content.text.installed_fonts import fontpkg

_SLOTS = (("regular", 400, "normal"), ("bold", 700, "normal"), ("italic", 400, "italic"), ("boldItalic", 700, "italic"))
_MAY_BE_EDITED, _ONLY_BITMAPS = 0x8, 0x200
_VERSION, _DEFAULT_CHARSET, _MAGIC, _ROOT_CHECKSUM = 0x00020002, 1, 0x504C, 0x50475342
_OBFUSCATED = 32
_NAMES = (1, 2, 5, 4)
_BOLD, _ITALIC = 1, 2
_TEXT, _SERIFS = 2, range(2, 11)  # PANOSE


@frozen
class FontFace:
    """One style of a font.

    `slot` is the name that Office uses for the style, such as `boldItalic`. `data` is the font file.
    """

    slot: str
    data: bytes

    @cached_property
    def key(self) -> UUID:
        """The key with which the font is obfuscated, derived from its data."""
        return uuid5(NAMESPACE_OID, self.data.hex())

    @cached_property
    def obfuscated(self) -> bytes:
        """The font as an obfuscated font file, which Word reads."""
        key = self.key.bytes[::-1] * 2
        head = bytes(byte ^ mask for byte, mask in zip(self.data[:_OBFUSCATED], key, strict=True))
        return head + self.data[_OBFUSCATED:]

    @cached_property
    def embedded_opentype(self) -> bytes:
        """The font as an Embedded OpenType file, neither compressed nor encrypted."""
        font = TTFont(io.BytesIO(self.data), lazy=True)
        table, named = font["OS/2"], font["name"]
        fixed = struct.pack(
            "<II10sBBIHH6II16s",
            _VERSION,
            0,
            bytes(vars(table.panose).values()),
            _DEFAULT_CHARSET,
            table.fsSelection & 1,
            table.usWeightClass,
            table.fsType,
            _MAGIC,
            *(getattr(table, f"ulUnicodeRange{n}") for n in range(1, 5)),
            *(getattr(table, f"ulCodePageRange{n}", 0) for n in (1, 2)),
            font["head"].checkSumAdjustment,
            bytes(16),
        )
        names = ((named.getDebugName(id_) or "").encode("utf-16-le") for id_ in _NAMES)
        listed = b"".join(bytes(2) + struct.pack("<H", len(name)) + name for name in names)
        after = bytes(4) + struct.pack("<I", _ROOT_CHECKSUM) + bytes(16)
        head = fixed + listed + after
        return struct.pack("<II", 8 + len(head) + len(self.data), len(self.data)) + head + self.data


@lru_cache(maxsize=8)
def embeddable_faces(family: str) -> tuple[FontFace, ...]:
    """Return the embeddable styles of a font.

    Returns an empty tuple if the font is not installed, or if its regular style cannot be embedded.
    """
    if not is_installed(family):
        return ()
    found = []
    for slot, weight, style in _SLOTS:
        try:
            data = fontpkg.path(family, weight, style).read_bytes()
        except fontpkg.FontpkgError:
            continue
        if _can_be_embedded(TTFont(io.BytesIO(data), lazy=True), family, slot):
            found.append(FontFace(slot, data))
    return tuple(found) if any(face.slot == "regular" for face in found) else ()


def has_serifs(family: str) -> bool:
    """Return whether a font describes itself as a text font with serifs.

    Returns False if the font cannot be embedded.
    """
    for face in embeddable_faces(family)[:1]:
        panose = TTFont(io.BytesIO(face.data), lazy=True)["OS/2"].panose
        return bool(panose.bFamilyType == _TEXT and panose.bSerifStyle in _SERIFS)
    return False


def _can_be_embedded(font: TTFont, family: str, slot: str) -> bool:
    """Return whether a font file can be embedded in Office files.

    The licence must allow people to edit files that contain the font. Office rejects variable fonts, fonts with
    PostScript outlines, and font files whose family is not `family` or whose style is not `slot`.
    """
    rights = font["OS/2"].fsType
    is_allowed = (not rights & 0xF or rights & _MAY_BE_EDITED) and not rights & _ONLY_BITMAPS
    style = _BOLD * (slot in ("bold", "boldItalic")) | _ITALIC * ("talic" in slot)
    is_named = font["name"].getDebugName(1) == family and font["head"].macStyle & (_BOLD | _ITALIC) == style
    return bool(is_allowed and is_named and "glyf" in font and "fvar" not in font)
