"""Engines that print Office files, each in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path


def printed_by_engine(script: str, files: Iterable[tuple[str, bytes]], package: Path, folder: Path) -> dict[str, Path]:
    """Return the PDFs that a script makes of files, by name. `package` is the folder with the engine's package."""
    folder.mkdir()
    paths = {name: folder / name for name, _ in files}
    for name, data in files:
        paths[name].write_bytes(data)
    environment = {**os.environ, "PYTHONPATH": str(package)}
    command = [sys.executable, "-c", script, *map(str, paths.values())]
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=1800)
    return {name: path.with_suffix(".pdf") for name, path in paths.items()}
