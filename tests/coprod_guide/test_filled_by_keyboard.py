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

from coprod_content import Brand, load
from coprod_content.packs.build import make

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SESSION = Path(__file__).parents[1] / "support" / "keyboard_session.py"
PROGRAMS = ("soffice", "xvfb-run", "xdotool", "dbus-run-session")
ANSWERS = (
    ("Your name", "Ama Boateng"),
    ("Day", "3 May 2027"),
    ("I agree", "space"),
    ("Where", "space"),
    ("Why", "It may help someone"),
    ("How it felt", "choose"),
    ("Signature", "A Boateng"),
)
# in the order of the controls: four boxes to tick come after the date, and four cells of a table after the list
FILLED = ["Ama Boateng", "3 May 2027", "☒", "☐", "☒", "☐", "It may help someone", "Fine", *[""] * 4, "A Boateng"]


def ready() -> None:
    """Skip the test if a program that it needs is missing."""
    missing = [name for name in PROGRAMS if not shutil.which(name)]
    tree = ["/usr/bin/python3", "-c", "import pyatspi"]
    if missing or subprocess.run(tree, capture_output=True, check=False).returncode:
        pytest.skip(f"needs {', '.join(missing) or 'python3-pyatspi'}: see APT in the Makefile")


@pytest.mark.judged
def test_a_form_is_filled_in_by_keyboard_and_each_label_is_read_before_its_control(
    tmp_path: Path, brand: Brand
) -> None:
    """Each answer is saved in its own control."""
    ready()
    made = make("forms", "guide", load(small_root(tmp_path / "root", {"forms/agree.yaml": FORM})), brand, ["agree"])
    file = tmp_path / "agree.docx"
    file.write_bytes(made.data or b"")
    here = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path), "GDK_BACKEND": "x11", "SAL_USE_VCLPLUGIN": "gtk3"}
    here |= {"GTK_MODULES": "gail:atk-bridge", "GNOME_ACCESSIBILITY": "1", "PATH": os.environ["PATH"]}
    session = ["/usr/bin/python3", str(SESSION), str(file), str(tmp_path / "profile"), json.dumps(ANSWERS)]
    command = ["xvfb-run", "-a", "-s", "-screen 0 1280x1600x24", "dbus-run-session", "--", *session]
    done = subprocess.run(command, env=here, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    tree = json.loads(done.stdout.splitlines()[-1])
    assert ["heading", "Your answer"] in tree
    read = [words for _, words in tree]
    assert all(any(words.startswith(label) for words in read) for label, _ in ANSWERS)
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    # LibreOffice 7.4 wraps the controls between two lists in one more control
    controls = [each for each in root.iter(f"{W}sdt") if each.find(f".//{W}sdt") is None]
    saved = ["".join(control.itertext(f"{W}t")).strip() for control in controls]
    assert saved == FILLED
