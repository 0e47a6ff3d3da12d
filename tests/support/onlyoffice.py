"""ONLYOFFICE's engine as a judge of Office files, in a process of its own."""

from collections.abc import Iterable
from pathlib import Path

from tests.support.engine_process import printed_by_engine
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
    return printed_by_engine(_SCRIPT, files, package, folder)


def words_without_watermark(pdf: Path, pdftotext: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each page, without the watermark of an engine that is not registered."""
    pages = pages_of(pdf, pdftotext)
    return tuple(tuple(word for word in page if word.text not in WATERMARK) for page in pages)
