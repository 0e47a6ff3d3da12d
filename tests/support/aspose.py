"""Aspose.Slides, which imitates PowerPoint, as a judge of decks, in a process of its own."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.support.engine_process import printed_by_engine
from tests.support.slides_rendered import Word, pages_of

_MARKED = ("Evaluation", "Aspose.Slides", "Ltd.")
"""Words of the mark that can be at another place, where they are drawn over other words."""
_MOST = 0.75
_SCRIPT = """
import sys
import asposeslides

for source in sys.argv[1:]:
    with asposeslides.Presentation(source) as deck:
        deck.save(source.rpartition(".")[0] + ".pdf", asposeslides.export.SaveFormat.PDF)
"""


def printed_by_aspose(files: Iterable[tuple[str, bytes]], package: Path, folder: Path) -> dict[str, Path]:
    """Return the PDFs that Aspose.Slides makes of decks, by name. `package` is the folder with its Python package."""
    return printed_by_engine(_SCRIPT, files, package, folder)


def words_without_mark(pdf: Path, pdftotext: str) -> tuple[tuple[Word, ...], ...]:
    """Return the words of each page, without the evaluation mark, which is at the same place on all pages.

    It is looked for on most pages, because words that it is drawn over can be joined to its own.
    """

    def place(word: Word) -> tuple[str, int, int]:
        return word.text, round(word.left), round(word.top)

    pages = pages_of(pdf, pdftotext)
    places = Counter(spot for page in pages for spot in {place(word) for word in page})
    mark = {spot for spot, count in places.items() if count > _MOST * len(pages)}
    left = (tuple(word for word in page if place(word) not in mark) for page in pages)
    return tuple(tuple(word for word in page if word.text not in _MARKED) for page in left)
