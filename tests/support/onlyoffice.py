"""ONLYOFFICE's engine as a judge of Office files, in a process of its own."""

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.support.slides_rendered import Word, pages_of

WATERMARK = ("Unregistered", "Version")
_SCRIPT = """
import sys
import docbuilder

for source in sys.argv[1:]:
    builder = docbuilder.CDocBuilder()
    builder.OpenFile(source, "")
    builder.SaveFile("pdf", source.rpartition(".")[0] + ".pdf")
    builder.CloseFile()
"""


def printed_by_onlyoffice(files: Iterable[tuple[str, bytes]], package: Path, folder: Path) -> dict[str, Path]:
    """Return the PDFs that ONLYOFFICE makes of files, by name. `package` is the folder with its Python package."""
    folder.mkdir()
    paths = {name: folder / name for name, _ in files}
    for name, data in files:
        paths[name].write_bytes(data)
    environment = {**os.environ, "PYTHONPATH": str(package)}
    command = [sys.executable, "-c", _SCRIPT, *map(str, paths.values())]
    subprocess.run(command, check=True, capture_output=True, env=environment, timeout=1800)
    return {name: path.with_suffix(".pdf") for name, path in paths.items()}


def words_without_watermark(pdf: Path, pdftotext: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each page, without the watermark of an engine that is not registered."""
    pages = pages_of(pdf, pdftotext)
    return tuple(tuple(word for word in page if word.text not in WATERMARK) for page in pages)
