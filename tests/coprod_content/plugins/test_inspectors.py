"""Any file is inspected in bounded time and memory, without an exception."""

import io
import json
import re
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from tests.faults import good, pages, pdfs, slides
from tests.faults.packages import changed, packed, parts_of, relation, with_part
from tests.support.command_line import coprod
from tests.support.platforms import LINUX, POSIX
from tests.support.plugins import install

from coprod_content.findings.fault import Fault, finding_of
from coprod_content.plugins.inspectors import GROUP, InspectorError, faults_of, inspect, suffixes

MOST_SECONDS, MOST_MEMORY = 2.0, 300 * 1024 * 1024
ZEROS = bytes(1_000_000)
QUICKLY = 1  # as a level of compression


def test_good_files_have_no_findings_and_end_with_questions_for_a_person(tmp_path: Path) -> None:
    """Good files have no findings and exit 0; the questions for a person come last."""
    (tmp_path / "a.pptx").write_bytes(good.deck())
    (tmp_path / "b.html").write_text(good.PAGE)
    result = coprod("inspect", tmp_path / "a.pptx", tmp_path / "b.html")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[:2] == ["2 files, 0 errors, 0 to look at", "A person must still check:"]
    assert all(line.startswith("- ") for line in lines[2:])


@POSIX
def test_every_fault_is_reported_with_its_place_and_what_to_do(tmp_path: Path) -> None:
    """Each fault of several files is one line with file, slide or line, and what to do; exit 1."""
    (tmp_path / "deck.pptx").write_bytes(slides.FAULTS["link-vague"][0]())
    (tmp_path / "page.html").write_bytes(pages.FAULTS["no-label"][0]())
    (tmp_path / "gone.pdf").symlink_to(tmp_path / "nowhere")
    result = coprod("inspect", *sorted(tmp_path.iterdir()))
    assert result.exit_code == 1
    deck, gone, page = result.stdout.splitlines()[:3]
    assert deck.startswith(f"{tmp_path}/deck.pptx: slide 3: the link says 'click here'. Say where the link leads")
    assert gone.startswith(f"{tmp_path}/gone.pdf: cannot be read: No such file or directory.")
    assert page.startswith(f"{tmp_path}/page.html:22: under 'Who we are': the input element has no label. Add a label")


def test_findings_as_json_and_as_annotations(tmp_path: Path) -> None:
    """Programs get a JSON array or workflow commands; the reminder goes to the other stream."""
    (tmp_path / "deck.pptx").write_bytes(slides.FAULTS["fake-list"][0]())
    rows = json.loads(coprod("inspect", tmp_path / "deck.pptx", "--format", "json").stdout)
    assert [(row["code"], row["level"], row["field"]) for row in rows] == [("fake-list", "error", "slide 3")]
    said = coprod("inspect", tmp_path / "deck.pptx", "--format", "github")
    assert said.stdout.startswith("::error file=")
    assert "title=fake-list::slide 3: " in said.stdout
    assert "A person must still check" in said.stderr


def test_a_table_row_in_a_content_control() -> None:
    """A table row inside a content control does not disturb the inspection of the rest."""
    text = parts_of(good.guide())["word/document.xml"].decode()
    rows = re.findall(r"<w:tr[ >].*?</w:tr>", text, re.DOTALL)
    control = '<w:sdt><w:sdtPr><w:alias w:val="Days"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
    banded = re.sub(r"<w:tblLook[^>]*>", '<w:tblLook w:firstRow="1" w:noHBand="0"/>', text)
    data = changed(good.guide(), "word/document.xml", text, banded.replace(rows[-1], control.format(rows[-1])))
    assert faults_of(data, ".docx") == ()


def test_messages_about_a_damaged_pdf_are_the_same_each_time() -> None:
    """Messages about damaged PDF files contain no memory address."""
    damaged = (good.pdf()[:-10], *(plant() for plant in pdfs.FAULTS["corrupt"]))
    said = {fault.what for data in damaged for fault in faults_of(data, ".pdf")}
    assert "is damaged (xref not found)." in said
    assert not any(" at 0x" in what for what in said)


def test_an_encrypted_pdf_that_opens_without_a_password_is_read() -> None:
    """It has the same findings as without encryption, and a decompression bomb in it is refused."""
    assert faults_of(pdfs.encrypted("")(), ".pdf") == ()
    untitled = pdfs.edit(pdfs.both_titles(""), encryption=pikepdf.Encryption(owner="x", user=""))()
    assert [fault.code for fault in faults_of(untitled, ".pdf")] == ["no-title"]
    with pikepdf.open(io.BytesIO(good.pdf())) as opened:
        zeros = zlib.compress(bytes(150_000_000), QUICKLY)
        opened.Root.Bomb = opened.make_stream(zeros, Filter=pikepdf.Name.FlateDecode)
        packed = io.BytesIO()
        opened.save(packed, encryption=pikepdf.Encryption(owner="x", user=""))
    assert [fault.code for fault in faults_of(packed.getvalue(), ".pdf")] == ["zip-bomb"]


def test_a_title_in_the_document_information_alone_is_checked_too() -> None:
    """It is checked for being a file name, and the file does not count as having no title."""
    untitled = pdfs.edit(lambda pdf: [pdfs.no_metadata_title(pdf), pdf.docinfo.__setitem__("/Title", "cards.pdf")])()
    assert [fault.code for fault in faults_of(untitled, ".pdf")] == ["title-file-name", "pdf-title-not-in-xmp"]


def test_a_relationship_finds_its_part_whatever_the_case_or_the_escapes() -> None:
    """A target with a fragment, percent-encoding or capitals leads to the part that Office opens."""
    for name, target in (
        ("a b.png", "../media/a%20b.png"),
        ("B.png", "/ppt/MEDIA/b.PNG"),
        ("c.png", "../media/c.png#x"),
    ):
        data = with_part(good.deck(), f"ppt/media/{name}", b"x")
        assert faults_of(relation(data, slides.LISTED, "image", target, outside=False), ".pptx") == ()
    (fault,) = faults_of(relation(good.deck(), slides.LISTED, "image", "../media/no.png", outside=False), ".pptx")
    assert (fault.code, fault.spot) == ("corrupt", slides.LISTED)
    assert fault.what == "this part of the file refers to 'ppt/media/no.png', which is missing."


@pytest.mark.parametrize(
    ("fill", "deleted"),
    [
        ("<a:noFill/>", True),
        ("", True),
        (slides.RED, False),
        ("<a:noFill/><a:ln><a:noFill/></a:ln>", True),
        (f"<a:noFill/><a:ln>{slides.RED}</a:ln>", False),
    ],
)
def test_an_empty_box_that_cannot_be_seen_is_to_be_deleted(fill: str, deleted: bool) -> None:
    """A visible box needs alternative text instead."""
    (fault,) = faults_of(slides.before_number(slides.LISTED, slides.shape(90, fill=fill))(), ".pptx")
    assert (fault.code, fault.fix == "Delete it.") == ("alt-missing", deleted)


@pytest.mark.parametrize(
    ("setting", "forbidden"),
    [
        ("user-scalable=0", True),
        ("user-scalable = no", True),
        ("user-scalable=0.5", True),
        ("user-scalable=1.0", False),
        ("user-scalable=01", False),
        ("user-scalable=device-width", False),
        ("maximum-scale=1 width=300", True),
        ("maximum-scale=10", False),
        ("maximum-scale=-1", False),
    ],
)
def test_a_viewport_is_read_as_browsers_do(setting: str, forbidden: bool) -> None:
    """A number below 1 prevents zooming, and a number above 1 allows it."""
    page = good.PAGE.replace("initial-scale=1", f"initial-scale=1, {setting}").encode()
    assert [fault.code for fault in faults_of(page, ".html")] == ["zoom-forbidden"] * forbidden


@pytest.mark.parametrize("name", ["no-such-file", "no-such-file.xyz", "no-such-folder/a.pptx", "a\0b", "a\0b.pdf"])
def test_a_missing_path_is_not_readable_whatever_its_ending(name: str, tmp_path: Path) -> None:
    """Whether the file's ending is known only matters if the file exists."""
    assert [finding.code for finding in inspect(tmp_path / name)] == ["not-readable"]


def test_a_section_without_a_name_has_none() -> None:
    """The message does not quote an empty name."""
    (fault,) = faults_of(slides.edit(slides.MAIN, 'name="One"', 'name=""')(), ".pptx")
    assert fault.what == "the section has no name."


def test_a_part_with_a_changed_bit_is_refused() -> None:
    """A part with one changed bit in its name or its data is corrupt."""
    data = good.deck()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entry = archive.getinfo("ppt/slides/slide2.xml")
    start = entry.header_offset + 30 + len(entry.filename)
    for at in (entry.header_offset + 31, start + 20):
        broken = bytearray(data)
        broken[at] ^= 1
        assert [fault.code for fault in faults_of(bytes(broken), ".pptx")] == ["corrupt"]


def _bomb(path: Path) -> None:
    """Write a deck of two megabytes that unpacks to 500 MB of zeros."""
    path.write_bytes(good.deck())
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED, compresslevel=QUICKLY) as archive,
        archive.open("ppt/media/zeros.png", "w") as part,
    ):
        for _ in range(500):
            part.write(ZEROS)


def _pdf_bomb(path: Path) -> None:
    packer = zlib.compressobj(QUICKLY)
    packed = b"".join(packer.compress(ZEROS) for _ in range(500)) + packer.flush()
    head = b"%%PDF-1.7\n1 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed)
    path.write_bytes(head + packed + b"\nendstream\nendobj\n" + good.pdf()[9:])


def _many_tags(path: Path) -> None:
    path.write_bytes(with_part(good.guide(), "word/more.xml", b"<a>" + b"<b/>" * 4_000_000 + b"</a>"))


def _lying(path: Path) -> None:
    """Write a deck with a part whose listed size is wrong."""
    data = bytearray(with_part(good.deck(), "ppt/media/z.png", bytes(50_000_000)))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    path.write_bytes(bytes(data))


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1_000_000_000)


HOSTILE: dict[str, Callable[[Path], None]] = {
    "bomb.pptx": _bomb,
    "bomb.pdf": _pdf_bomb,
    "lying.pptx": _lying,
    "tags.docx": _many_tags,
    "sparse.pptx": _sparse,
    "sparse.pdf": _sparse,
    "noise.pptx": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(range(256)) * 4000) and None,
    "noise.pdf": lambda path: path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 4000) and None,
    "short.docx": lambda path: path.write_bytes(good.guide()[:5000]) and None,
    "deep.html": lambda path: path.write_bytes(b"<html><body>" + b"<div>" * 400_000) and None,
    "wide.html": lambda path: path.write_bytes(b"<html><body>" + b"<p>x" * 2_000_000) and None,
    "nested.pdf": lambda path: path.write_bytes(b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000 + b"\nendobj\n") and None,
}


@LINUX
def test_a_hostile_file_is_refused_within_two_seconds_and_300_mib(tmp_path: Path) -> None:
    """Each hostile file gives a finding, in time and within the memory limit, without a traceback."""
    for name, write in HOSTILE.items():
        write(tmp_path / name)
    code = (
        "import sys, time; from coprod_content.plugins.inspectors import inspect; from pathlib import Path\n"
        "import coprod_inspect.slides.inspector, coprod_inspect.pdf.inspector\n"
        "for path in map(Path, sys.argv[1:]):\n"
        "    start = time.process_time(); found = inspect(path); used = time.process_time() - start\n"
        "    peak = next(line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM'))\n"
        "    print(path.name, used, int(peak) * 1024, *(f.code for f in found))"
    )

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (2 * 1024**3, 2 * 1024**3))
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))

    command = [sys.executable, "-c", code, *(str(tmp_path / name) for name in HOSTILE)]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=limit, check=False)
    assert done.returncode == 0, done.stderr[-500:]
    results = [line.split() for line in done.stdout.splitlines()]
    assert [name for name, *_ in results] == list(HOSTILE)
    for name, seconds, memory, *codes in results:
        assert codes, name
        assert float(seconds) < MOST_SECONDS, name
        assert float(memory) < MOST_MEMORY, name


def test_a_stranger_adds_a_format_by_entry_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed inspector for .txt makes such files inspectable; its own codes are errors."""
    code = """
from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
def inspect(data):
    return (Fault(code="shouting", what="is loud.", line=3),) if data.isupper() else ()
inspector = Inspector(media_type="text/plain", inspect=inspect)
broken = Inspector(media_type="text/plain", inspect=lambda data: 1 / 0)
"""
    entries = {"txt": "quiet:inspector", "bad": "quiet:broken"}
    install(tmp_path, monkeypatch, "quiet", code, entries, group=GROUP)
    (tmp_path / "a.txt").write_text("LOUD")
    (finding,) = inspect(tmp_path / "a.txt")
    assert (finding.code, finding.level, str(finding)) == ("shouting", "error", f"{tmp_path}/a.txt:3: is loud.")
    assert {".txt", ".pptx"} <= set(suffixes())
    with pytest.raises(InspectorError, match=r"The inspector 'bad' from quiet 1.2.3 failed \(ZeroDivisionError"):
        faults_of(b"", ".bad")
    (tmp_path / "a.bad").write_text("x")
    result = coprod("inspect", tmp_path / "a.bad")
    assert (result.exit_code, result.stderr.count("failed")) == (1, 1)


def test_no_inspection_reads_the_clock_or_waits(tmp_path: Path) -> None:
    """Inspection is fast, and gives the same faults in the same order every time."""
    start = time.perf_counter()
    bad = slides.FAULTS["contrast"][1]()
    assert faults_of(bad, ".pptx") == faults_of(bad, ".pptx")
    assert time.perf_counter() - start < 5


def test_a_fault_becomes_a_finding_with_the_level_and_the_fix_of_its_rule() -> None:
    """A fault gets its level and its fix from the table of rules."""
    finding = finding_of(Fault(code="no-csp", what="none."), "page.html")
    assert (finding.level, str(finding.where)) == ("warning", "page.html")
    assert "default-src" in finding.fix


@pytest.mark.parametrize("number", ["9" * 5000, "\u00b2", "-1", "1e999", ""])
def test_a_number_that_cannot_be_read_is_a_finding(number: str) -> None:
    """The file is called damaged, and a web page is read as a browser reads it."""
    for data, suffix, part, old in (
        (good.deck(), ".pptx", "ppt/slides/slide1.xml", 'sz="'),
        (good.guide(), ".docx", "word/styles.xml", 'w:sz w:val="'),
    ):
        parts = parts_of(data)
        text = parts[part].decode()
        assert old in text
        broken = packed({**parts, part: re.sub(f'{old}[0-9]+"', f'{old}{number}"', text).encode()})
        assert all(fault.code == "corrupt" for fault in faults_of(broken, suffix) if "number" in fault.what)
    page = good.PAGE.replace("<main", f'<main tabindex="{number}"').encode()
    assert [f.code for f in faults_of(page, ".html")] == ["tab-order"] * number[:1].isascii() * (number > "1")


def test_the_reason_for_a_damaged_pdf() -> None:
    """The reason for a damaged PDF is the same each time."""
    (fault,) = faults_of(b"%PDF-1.7\nnothing more", ".pdf")
    assert fault.what == "is damaged (can't find startxref)."
