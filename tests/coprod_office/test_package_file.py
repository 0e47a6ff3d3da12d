"""Packages are ZIP files, and no part is compressed twice."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from coprod_office import packed

DAY = "2026-03-01"
NAMES = st.text("abcxyz/._-é", min_size=1, max_size=12).filter(lambda name: not name.startswith("/"))
PARTS = st.dictionaries(NAMES, st.binary(max_size=400) | st.text("<a> &", max_size=4000).map(str.encode), max_size=8)


def usual_zip(parts: dict[str, bytes]) -> bytes:
    """Return a ZIP file with the same parts, written with the public methods of `zipfile`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(parts.items()):
            info = zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            archive.writestr(info, data, compresslevel=6)
    return out.getvalue()


@given(PARTS)
def test_a_package_has_the_bytes_that_zipfile_would_write(parts: dict[str, bytes]) -> None:
    assert packed(parts.items(), DAY) == usual_zip(parts)


def test_a_part_too_large_to_keep_is_written_all_the_same() -> None:
    parts = {"ppt/media/film.mp4": bytes(range(256)) * 2048}
    assert packed(parts.items(), DAY) == usual_zip(parts)


def test_content_types_come_first_and_days_before_1980_become_its_first_day() -> None:
    with zipfile.ZipFile(io.BytesIO(packed((("a.xml", b""), ("[Content_Types].xml", b"")), "1066-10-14"))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "a.xml"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
