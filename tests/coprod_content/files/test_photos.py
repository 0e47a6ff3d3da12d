"""Photos beside a workshop's file reach every format, without what is hidden in them."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.support.pictures import opened, phone_photo, picture
from tests.support.platforms import POSIX
from tests.support.roots import changed, small_root, written

from coprod_content import Library, compose, examine, load_brand
from coprod_content.export import from_json, to_json
from coprod_content.files.field_errors import FieldError
from coprod_content.files.item_file import read_item_file
from coprod_content.files.pictures import photos, picture_files
from coprod_content.files.pictures.jpeg import is_bare_jpeg, jpeg_size
from coprod_content.files.pictures.photo_without_metadata import photo_jpeg
from coprod_content.files.pictures.picture_files import UnusablePicture
from coprod_content.packs.build import make
from coprod_content.planner.workshop_file import read_workshop, workshop_text

PHOTO = """\
    picture:
      file: IMG 1 (2).JPG
      alt: Two people plant beans.
      consent: Ada and Bo agreed until 2028.
      credit: "Photo: Cy"
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """Return a small library whose tool, break and talk have a photo."""
    meeting = changed("workshops/meeting.yaml", "    tool: pairs\n", f"    tool: pairs\n{PHOTO}")[
        "workshops/meeting.yaml"
    ]
    assert isinstance(meeting, str)
    meeting = meeting.replace("    title: Welcome\n", f"    title: Welcome\n{PHOTO}").replace(
        "kind: break\n", f"kind: break\n{PHOTO}"
    )
    files = {"workshops/meeting.yaml": meeting, "workshops/IMG 1 (2).JPG": phone_photo()}
    made, findings = examine(small_root(tmp_path / "content", files))
    assert made
    assert findings == ()
    return made


@pytest.mark.parametrize(
    "data",
    [
        phone_photo(),
        picture("JPEG", 900, 600, "CMYK"),
        picture("PNG", 3000, 2000, "RGBA"),
        picture("PNG", 900, 600, "P"),
        picture("PNG", 900, 600, "I;16"),
    ],
)
def test_a_photo_is_upright_small_and_bare(data: bytes) -> None:
    """Whatever comes in, a plain JPEG in RGB goes out, and goes through again unchanged."""
    made = photo_jpeg(data)
    assert is_bare_jpeg(made)
    assert opened(made).mode == "RGB"
    assert max(jpeg_size(made)) <= 1600
    assert photo_jpeg(made) == made
    assert not is_bare_jpeg(made + b"<script>")
    if data == phone_photo():
        assert jpeg_size(made) == (1200, 1600)
        assert opened(made).getpixel((600, 100))[0] > 200  # type: ignore[index]  # what was on the left is on top


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"", "empty"), (picture("WEBP"), "WebP"), (b"<svg/>", "drawing"), (phone_photo()[:9000], "damaged")],
)
def test_what_is_no_photo_is_refused(data: bytes, message: str) -> None:
    """The message says what the file is, whatever its name says."""
    with pytest.raises(UnusablePicture, match=message):
        photo_jpeg(data)


def test_a_photo_is_in_json_and_in_a_plan(library: Library) -> None:
    """A library or workshop that was written reads back with its photos."""
    assert from_json(to_json(library)) == library
    workshop = library.workshops["meeting"]
    assert read_workshop(workshop_text(workshop).encode(), "meeting.yaml", library) == workshop
    path = workshop.source.path
    assert read_workshop(path.read_bytes(), path.name, library, path.parent) == workshop


@pytest.mark.parametrize(("edition", "renderer", "folder"), [("deck", "slides", "ppt"), ("handouts", "guide", "word")])
def test_a_photo_reaches_office(library: Library, edition: str, renderer: str, folder: str) -> None:
    """One copy is in the package, with its alternative text, and its consent is on no slide, note or handout."""
    built = make(edition, renderer, library, load_brand(), ("meeting",))
    assert built.findings == ()
    with zipfile.ZipFile(io.BytesIO(built.data or b"")) as package:
        names = package.namelist()
        assert len([name for name in names if name.startswith(f"{folder}/media/") and name.endswith(".jpg")]) == 1
        shown = [package.read(name).decode() for name in names if "/slides/slide" in name or "document.xml" in name]
        notes = "".join(package.read(name).decode() for name in names if "/notesSlides/notes" in name)
    assert (
        sum(page.count('descr="Two people plant beans."') for page in shown if "pic:pic" in page or "p:pic" in page)
        >= 3
    )
    assert "Ada and Bo" not in "".join((*shown, notes))
    if edition == "deck":
        assert sum('type="pic" idx="22"' in page and "<p:spPr></p:spPr>" in page for page in shown) == 3


@pytest.mark.parametrize(("edition", "access"), [("deck", "standard"), ("handouts", "large-print")])
def test_a_photo_is_on_web_pages(library: Library, edition: str, access: str) -> None:
    """It has its size, its alternative text and its credit. A run sheet has no photo."""
    page = (make(edition, "web", library, load_brand(), ("meeting",), access=access).data or b"").decode()
    assert page.count('alt="Two people plant beans." width="1200" height="1600"') == 3
    assert "Photo: Cy" in page
    assert "Ada and Bo" not in page
    assert "plant beans" not in str(compose("run-sheet", library, ["meeting"]))


@POSIX
def test_a_photo_stays_in_its_folder(tmp_path: Path) -> None:
    """A path, a link out of the root and a photo that nothing uses are reported."""
    outside = written(tmp_path, {"secret.png": picture()})
    for name, code in (("../../secret.png", "form"), ("link.png", "photo"), ("B.png", "no-photo")):
        told = PHOTO.replace("IMG 1 (2).JPG", name)
        files = dict(changed("workshops/meeting.yaml", "    tool: pairs\n", f"    tool: pairs\n{told}"))
        root = small_root(tmp_path / code, files)
        (root / "workshops" / "link.png").symlink_to(outside / "secret.png")
        found = {finding.code: finding for finding in examine(root)[1]}[code]
        assert found.field == "agenda[2].picture.file"
        assert found.where
        assert found.where.line == 20
        alone = read_item_file(root / "workshops" / "meeting.yaml").findings
        assert "agenda[2].picture.file" in [finding.field for finding in alone if finding.code == code]
    root = small_root(tmp_path / "unused", {"workshops/a.png": picture()})
    assert [finding.what for finding in examine(root)[1]] == ["no workshop uses this photo."]


def _denied(*_: object) -> bytes:
    raise PermissionError(13, "Permission denied")


def test_each_photo_that_cannot_be_used_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The finding names the photo and the reason, and says what to do."""
    meeting = dict(changed("workshops/meeting.yaml", "    tool: pairs\n", f"    tool: pairs\n{PHOTO}"))
    name = "IMG 1 (2).JPG"

    def found(photos: dict[str, bytes]) -> list[tuple[str, str, str]]:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        files = {**meeting, **{f"workshops/{each}": data for each, data in photos.items()}}
        findings = [finding for finding in examine(small_root(folder, files))[1] if finding.level == "error"]
        return [(finding.code, finding.what, finding.fix) for finding in findings]

    missing = f"'{name}' is not in the same folder as this file."
    assert found({}) == [("no-photo", missing, "Put the photo there, or correct the name.")]
    assert found({"IMG 1.JPG": picture()}) == [("no-photo", missing, "Did you mean 'IMG 1.JPG'?")]
    monkeypatch.setattr(photos, "LARGEST_PHOTO", len(phone_photo()))
    assert found({name: phone_photo()}) == []
    assert found({name: phone_photo() + b"x"}) == [("photo", f"'{name}' is larger than 25 MiB.", "Make it smaller.")]
    monkeypatch.setattr(Path, "read_bytes", lambda path: _denied() if path.suffix == ".JPG" else path.open("rb").read())
    way_out = "Change its permissions, or copy it again."
    assert found({name: picture()}) == [("photo", f"'{name}' cannot be read: Permission denied.", way_out)]


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("Ü", "the photo is not in base64, found 'Ü'."),
        ("abc", "the photo is not in base64, found 'abc'."),
        (5, "the photo is an empty file."),
        ("", "the photo is an empty file."),
    ],
)
def test_a_photo_inside_a_file_is_refused_with_a_way_out(value: object, what: str) -> None:
    """It can be put beside the file instead."""
    with pytest.raises(FieldError) as error:
        photos.embedded_photo(value)
    fix = "Delete this line, and put the photo in the same folder as this file."
    assert (error.value.what, error.value.fix, error.value.code) == (what, fix, "photo")


def test_a_photo_of_the_event_is_read(library: Library, tmp_path: Path) -> None:
    """It is kept beside those of agenda items, in a file outside any root."""
    text = library.workshops["meeting"].source.path.read_text(encoding="utf-8")
    event = "event:\n  place: The hall\n" + PHOTO.replace("    ", "  ", 1).replace("\n      ", "\n    ")
    written(tmp_path / "own", {"day.yaml": text + event, "IMG 1 (2).JPG": phone_photo()})
    workshop = read_workshop((tmp_path / "own/day.yaml").read_bytes(), "day.yaml", library, tmp_path / "own")
    assert workshop.event
    assert workshop.event.picture
    assert workshop.event.picture.data == next(slot.picture.data for slot in workshop.agenda if slot.picture)


def test_the_largest_picture_has_fifty_million_pixels(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit counts before anything is unpacked."""
    monkeypatch.setattr(picture_files, "MOST_PIXELS", 900 * 600)
    photo_jpeg(picture("PNG", 900, 600, "RGB"))
    with pytest.raises(UnusablePicture) as error:
        photo_jpeg(picture("PNG", 901, 600, "RGB"))
    assert error.value.what == "has more than 50 million pixels."
    assert error.value.fix == "Make it smaller. A width of 1600 pixels is plenty."


def test_what_is_transparent_becomes_white() -> None:
    """A palette can have a transparent colour, as an alpha channel can."""
    clear = opened(photo_jpeg(picture("PNG", 9, 9, "P", transparency=bytes(256))))
    assert clear.getpixel((4, 4)) == (255, 255, 255)
    assert opened(photo_jpeg(picture("PNG", 9, 9, "P"))).getpixel((4, 4)) != (255, 255, 255)
