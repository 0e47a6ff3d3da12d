"""Paths to inspect with one fault each."""

import os
from collections.abc import Callable
from pathlib import Path

from tests.faults import good
from tests.faults.planted import Findings, Planted

from coprod_content.plugins.inspectors import inspect

Written = Callable[[Path], object]


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1_000_000_000)


def path(name: str, faulty: Written, sound: Written, sound_name: str = "") -> Planted:
    """Return a plant of a path, from its faulty and its sound form. Files are named from their folder."""

    def judged(folder: Path, name: str, write: Written) -> Findings:
        write(folder / name)
        return inspect(folder / name)

    return Planted(
        (name,),
        lambda folder: judged(folder, sound_name or name, sound),
        lambda folder: judged(folder, name, faulty),
    )


def _deck(path: Path) -> None:
    path.write_bytes(good.deck())


def _guide(path: Path) -> None:
    path.write_bytes(good.guide())


def _pdf(path: Path) -> None:
    path.write_bytes(good.pdf())


def _of_posix() -> tuple[Planted, ...]:
    """Return the plants that need links and pipes, which Windows does not have."""
    if os.name != "posix":
        return ()
    return path("loop.pdf", lambda path: path.symlink_to(path), _pdf), path("pipe.pdf", os.mkfifo, _pdf)


FILES = {
    "not-readable": (
        path("gone.pptx", lambda path: None, _deck),
        path("folder.docx", Path.mkdir, _guide),
        *_of_posix(),
    ),
    "too-large": (path("sparse.pptx", _sparse, _deck),),
    "unknown-format": (
        path("slides.odp", _deck, _deck, "slides.pptx"),
        path("no-ending", _deck, _deck, "ending.pptx"),
    ),
}
