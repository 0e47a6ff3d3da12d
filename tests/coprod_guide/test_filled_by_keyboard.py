"""A form filled in by keyboard, and read as screen readers do."""

import io
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.support.roots import FORM, small_root

from coprod_content import Brand, Library, load
from coprod_content.packs.build import make

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SESSION = Path(__file__).parents[1] / "support" / "keyboard_session.py"
Answers = tuple[tuple[str, str | list[str]], ...]
PROGRAMS = ("soffice", "xvfb-run", "xdotool", "dbus-run-session")
ANSWERS: Answers = (
    ("Your name", "Ama Boateng"),
    ("Day", "3 May 2027"),
    ("I agree", "space"),
    ("Where", "space"),
    ("Why", "It may help someone"),
    ("How it felt", "choose"),
    ("Costs", ["Bus", "4.50", "Lunch", "6"]),
    ("Signature", "A Boateng"),
)
FILLED = ["Ama Boateng", "3 May 2027", "☒", "☐", "☒", "☐", "It may help someone", "Fine", "Bus", "4.50", "Lunch", "6"]
# in the order of the controls: four boxes to tick come after the date


def ready() -> None:
    """Skip the test if a program that it needs is missing."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    tree = ["/usr/bin/python3", "-c", "import pyatspi"]
    if missing or subprocess.run(tree, capture_output=True, check=False).returncode:
        pytest.skip(f"needs {', '.join(missing) or 'python3-pyatspi'}: see APT in the Makefile")


REAL: Answers = (
    ("Session", "First steps"),
    ("Day", "3 May 2027"),
    ("I could say", "choose"),
    ("People treated me", "choose"),
    ("I had what I needed", "choose"),
    ("I knew what", "choose"),
    ("I think something", "choose"),
    ("What was good", "The tea"),
    ("What should be different", "More time"),
    ("If you want to hear", "07700 900123"),
)


def filled(data: bytes, answers: Answers, tmp_path: Path) -> tuple[list[list[str]], list[str]]:
    """Fill in a Word form by keyboard, and return what is read and what is saved."""
    ready()
    file = tmp_path / "form.docx"
    file.write_bytes(data)
    here = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "GDK_BACKEND": "x11", "SAL_USE_VCLPLUGIN": "gtk3"}
    here |= {"GTK_MODULES": "gail:atk-bridge", "GNOME_ACCESSIBILITY": "1", "PATH": os.environ["PATH"]}
    session = ["/usr/bin/python3", str(SESSION), str(file), str(tmp_path / "profile"), json.dumps(answers)]
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x1600x24", "dbus-run-session", "--", *session]
    done = subprocess.run(command, env=here, capture_output=True, text=True, timeout=150, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    tree = json.loads(done.stdout.splitlines()[-1])
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    # LibreOffice 7.4 wraps the controls between two lists in one more control
    controls = [each for each in root.iter(f"{W}sdt") if each.find(f".//{W}sdt") is None]
    return tree, ["".join(control.itertext(f"{W}t")).strip() for control in controls]


@pytest.mark.judged
def test_a_form_is_filled_in_by_keyboard_and_each_label_is_read_before_its_control(
    tmp_path: Path, brand: Brand
) -> None:
    """Each answer is saved in its own control."""
    made = make("forms", "guide", load(small_root(tmp_path / "root", {"forms/agree.yaml": FORM})), brand, ["agree"])
    tree, saved = filled(made.data or b"", ANSWERS, tmp_path)
    assert ["heading", "Your answer"] in tree
    assert all(any(words.startswith(label) for _, words in tree) for label, _ in ANSWERS)
    assert saved == [*FILLED, "A Boateng"]
    headings = [["paragraph", "What"], ["paragraph", "How much"]]
    assert [each for each in tree if each in headings][:2] == headings


@pytest.mark.judged
def test_the_feedback_form_is_filled_in_by_keyboard(tmp_path: Path, library: Library, brand: Brand) -> None:
    """Its lines, its day, its five lists and its two boxes hold what was typed and chosen, in order."""
    made = make("forms", "guide", library, brand, ["session-feedback"])
    tree, saved = filled(made.data or b"", REAL, tmp_path)
    assert ["heading", "In your words"] in tree
    assert all(any(words.startswith(label) for _, words in tree) for label, _ in REAL)
    chosen = ["A little" if answer == "choose" else answer for _, answer in REAL]
    assert saved == [*chosen, "Write here"]
