"""Fill in a form by keyboard, and print its accessibility tree.

The system's Python runs this, because pyatspi comes with it. The arguments are a file, the folder of a profile, and
JSON: pairs of a label and an answer, which is text to type, `space` to tick the first box, `choose` to take the second
option of a list, or a list of texts to type in the cells of a table.
"""

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

atspi: Any = importlib.import_module("pyatspi")
glib: Any = importlib.import_module("gi.repository.GLib")
_MARKS = "\x01\x04\x05\ufffc"  # LibreOffice puts one on each side of a control
_DOCUMENTS: list[Any] = []
_STARTS = ("\x04", "\ufffc")
_TABLE = ("table", "table cell")
_PATIENCE = 20_000  # milliseconds, for a busy computer


def main(file: str, profile: str, answers: str) -> None:
    """Open the file, fill it in, save it and print its paragraphs."""
    atspi.setTimeout(_PATIENCE, _PATIENCE)
    options = ("--norestore", "--nologo", "--nofirststartwizard", f"-env:UserInstallation=file://{profile}")
    office = subprocess.Popen(["soffice", "--writer", *options, file])
    try:
        until(lambda: document() is not None, 40)
        window = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", "LibreOffice"],
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        )
        subprocess.run(["xdotool", "windowfocus", "--sync", window.stdout.split()[-1]], check=True, timeout=10)
        until(lambda: focused() != (-1, ""), 10)
        press("ctrl+Home")
        found = paragraphs()
        for label, answer in json.loads(answers):
            fill(label, answer)
        found += paragraphs()  # LibreOffice tells only of what is on the screen
        press("ctrl+s", "Return")  # Return keeps the format
        time.sleep(2)
        sys.stdout.write(json.dumps(found) + "\n")
    finally:
        office.kill()


def fill(label: str, answer: str | list[str]) -> None:
    """Move down to a label, then to its control, and answer.

    In a table, Tab moves from each cell to the next.
    """
    move(lambda words: words.startswith(label))
    move(lambda words: words.startswith(_STARTS))
    cells = [answer] if isinstance(answer, str) else answer
    for at, words in enumerate(cells):
        if at:
            before = focused()
            press("Tab")
            wait_while(before)
        fill_control(words)


def fill_control(answer: str) -> None:
    """Answer in the control that has the focus."""
    placeholder = focused()[1].strip(_MARKS)
    press("Home", "Right")
    if answer == "space":
        press("space")
    elif answer == "choose":
        press("alt+Down", "Down", "Return")
    else:
        subprocess.run(["xdotool", "key", "--delay", "8", "--repeat", str(len(placeholder)), "Delete"], check=True)
        subprocess.run(["xdotool", "type", "--delay", "8", answer], check=True)
        until(lambda: answer in focused()[1], 5)


def move(found: Callable[[str], bool]) -> None:
    """Press Down until the focused paragraph is the one to find."""
    for _ in range(60):
        before = focused()
        press("Down")
        wait_while(before)
        if found(focused()[1]):
            return
    raise SystemExit(f"not reached by keyboard: {paragraphs()}")


def wait_while(place: tuple[int, str]) -> None:
    """Wait a moment for another paragraph to have the focus. It keeps the focus if it has several lines."""
    end = time.monotonic() + 0.5
    while time.monotonic() < end and answered(lambda: focused() == place):
        time.sleep(0.03)


def press(*keys: str) -> None:
    """Press keys one after the other."""
    for key in keys:
        subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(0.06)


def document() -> Any:
    """Return the document in the accessibility tree, or None."""
    if _DOCUMENTS:
        return _DOCUMENTS[0]
    desktop = atspi.Registry.getDesktop(0)
    waiting = [each for each in desktop if each is not None and each.name.startswith("soffice")]
    for node in waiting:
        if node.getRoleName().startswith("document"):
            _DOCUMENTS.append(node)
            return node
        if node.getRoleName() not in ("menu bar", "tool bar", "paragraph"):
            waiting += [child for child in node if child is not None]
    return None


def paragraphs() -> list[tuple[str, str]]:
    """Return the role and the text of each thing in the document."""
    return [(each.getRoleName(), words(each)) for each in shown(document() or ())]


def shown(node: Any) -> Iterator[Any]:
    """Yield the paragraphs and headings in something, and those in the cells of its tables."""
    for child in node:
        if child is not None and child.getRoleName() in _TABLE:
            yield from shown(child)
        elif child is not None:
            yield child


def focused() -> tuple[int, str]:
    """Return the place and the text of the focused paragraph."""
    for at, child in enumerate(shown(document() or ())):
        if child.getState().contains(atspi.STATE_FOCUSED):
            return at, words(child)
    return -1, ""


def words(node: Any) -> str:
    """Return the text of something in the accessibility tree."""
    try:
        return str(node.queryText().getText(0, -1))
    except NotImplementedError:  # pyatspi raises it for something that has no text
        return ""


def answered(true: Callable[[], bool]) -> bool:
    """Return whether something is true, or False while the tree is changing."""
    try:
        return true()
    except glib.Error:  # something in the tree was closed while we looked at it
        return False


def until(true: Callable[[], bool], seconds: float) -> None:
    """Wait until something is true."""
    end = time.monotonic() + seconds
    while not answered(true):
        if time.monotonic() > end:
            raise SystemExit("LibreOffice did not get there in time")
        time.sleep(0.2)


if __name__ == "__main__":
    main(*sys.argv[1:])
