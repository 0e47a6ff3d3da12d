"""The pages of the documentation: their code blocks, code spans, links and headings."""

import re
from functools import cached_property
from pathlib import Path

from attrs import field, frozen

ROOT = Path(__file__).parents[2]
_FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`]+)`")
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]*)(?:#([^)]*))?\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


@frozen
class Fence:
    """A code block: its language, which can be empty, and its text."""

    language: str
    text: str


@frozen(slots=False)
class DocPage:
    """A page in Markdown."""

    path: Path
    text: str = field(repr=False)

    @cached_property
    def fences(self) -> tuple[Fence, ...]:
        """Its code blocks from top to bottom."""
        return tuple(Fence(language, text) for language, text in _FENCE.findall(self.text))

    @cached_property
    def prose(self) -> str:
        """Its text without the code blocks."""
        return _FENCE.sub("", self.text)

    @cached_property
    def code_spans(self) -> tuple[str, ...]:
        """What it sets as code within a sentence, with line breaks as spaces."""
        return tuple(" ".join(span.split()) for span in _SPAN.findall(self.prose))

    @cached_property
    def links(self) -> tuple[tuple[str, str], ...]:
        """Its links within the repository: the path, which is empty for this page, and the heading or ""."""
        return tuple(_LINK.findall(_SPAN.sub("", self.prose)))

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The addresses of its headings, as GitHub makes them."""
        words = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in _HEADING.findall(self.prose))
        return frozenset(heading.strip().replace(" ", "-") for heading in words)

    @property
    def name(self) -> str:
        """Its path from the root of the repository."""
        return self.path.relative_to(ROOT).as_posix()


def doc_pages() -> tuple[DocPage, ...]:
    """Return every page for readers: those at the root, those in docs and those of the examples."""
    paths = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("examples/*/*.md")))
    return tuple(DocPage(path, path.read_text(encoding="utf-8")) for path in paths)
