"""The worker's Python, compiled by the Python that will run it."""

import shutil
import subprocess
import tempfile
from importlib.resources import as_file, files
from pathlib import Path

_SECONDS = 300


def compiled(bundle: bytes, pyodide: Path) -> bytes:
    """Return a zip file with its Python modules compiled.

    `pyodide` is Pyodide's folder. Without Node.js the zip file is returned as it is: the builder works the same, and
    takes about twice as long to start. Raises CompilingFailed if Node.js or Pyodide fails.
    """
    node = shutil.which("node")
    if node is None:
        return bundle
    with tempfile.TemporaryDirectory() as folder, as_file(files(__package__) / "compile.mjs") as script:
        given, made = Path(folder) / "given.zip", Path(folder) / "made.zip"
        given.write_bytes(bundle)
        command = [node, str(script), str(pyodide.resolve()), str(given), str(made)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except subprocess.TimeoutExpired as error:
            raise CompilingFailed("Node.js took too long.") from error
        if done.returncode or not made.is_file():
            lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no message"]
            raise CompilingFailed(f"Node.js stopped with ‘{lines[-1][:200]}’.")
        return made.read_bytes()


class CompilingFailed(Exception):
    """Error with the reason why Python could not be compiled."""
