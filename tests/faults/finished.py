"""Good finished files with one fault each, judged as bytes."""

from collections.abc import Callable
from functools import cache

from tests.faults import documents, good, pages, pdfs, places, slides
from tests.faults.planted import Findings, Planted

from coprod_content.findings.fault import finding_of
from coprod_content.plugins.inspectors import faults_of

Plant = Callable[[], bytes]
GOOD: dict[str, Plant] = {".pptx": good.deck, ".docx": good.guide, ".pdf": good.pdf, ".html": good.PAGE.encode}
_FAULTS = (
    (".pptx", slides.FAULTS, places.PPTX),
    (".docx", documents.FAULTS, places.DOCX),
    (".pdf", pdfs.FAULTS, places.PDF),
    (".html", pages.FAULTS, places.HTML),
)


def _found(data: bytes, suffix: str) -> Findings:
    return tuple(finding_of(fault, f"file{suffix}") for fault in faults_of(data, suffix))


@cache
def _in_good(suffix: str) -> Findings:
    return _found(GOOD[suffix](), suffix)


def _place(said: str, suffix: str) -> str:
    return f"file{suffix}:{said}" if said[:1].isdigit() else f"file{suffix} {said}".strip()


def _planted(suffix: str, plant: Plant, said: str) -> Planted:
    at = tuple(_place(one, suffix) for one in said.split(", "))
    return Planted(at, lambda _: _in_good(suffix), lambda _: _found(plant(), suffix))


FINISHED: dict[str, dict[str, tuple[Planted, ...]]] = {
    suffix[1:]: {
        code: tuple(_planted(suffix, plant, said) for plant, said in zip(plants, told[code], strict=True))
        for code, plants in faults.items()
    }
    for suffix, faults, told in _FAULTS
}
