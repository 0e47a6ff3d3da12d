"""Whether the commands agree with `coprod check` about a content root."""

import random
import re
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from attrs import evolve, frozen
from tests.support.command_line import coprod
from tests.support.mutated_roots import MutatedRoot
from tests.support.roots import written

from coprod_content import Library, from_json, loading, to_json
from coprod_content.brand.brand import Brand
from coprod_content.brand.load_brand import examine_brand
from coprod_content.cli.check import checked_roots
from coprod_content.content.field_types import InlineText, LinkAddress
from coprod_content.content.item_texts import text_fields
from coprod_content.content.kinds import kind_of
from coprod_content.content.model import Item, Reference
from coprod_content.document.document import Document
from coprod_content.editions import compose
from coprod_content.editions.items.item_page import has_page, item_page
from coprod_content.files.content_root import canonical_root, read_root
from coprod_content.findings.finding import Finding
from coprod_content.packs.build import FileSpec, make_file
from coprod_content.packs.files_to_check import FilesOfDocument, files_with
from coprod_content.planner.plan import Plan, plan
from coprod_content.planner.request import PlanRequestError, plan_request
from coprod_content.planner.workshop_file import read_workshop, workshop_text
from coprod_content.text.spans import Span, text_of
from coprod_plain.renderer import render as plain_text
from coprod_site import make_site

UNPRINTED = (
    "picture.alt",
    "person.alt",
    "scene.alt",
    "reference.authors",
    "reference.url",
    "template.title",
    "reason",
    "left_out",
)
"""The text fields that are not all in the plain edition. docs/editors.md says why."""
_WHOLE_FILE = (
    "no-root",
    "unknown-folder",
    "unknown-file",
    "no-content",
    "file-name",
    "not-readable",
    "not-utf-8",
    "duplicate-id",
)


@frozen
class Verdict:
    """What happened to a root: whether it passed, how many files were made in each format, and what went wrong.

    A failure is a kind and a detail.
    """

    passed: bool
    made: Counter[str]
    failures: tuple[tuple[str, str], ...]


@contextmanager
def canonical_root_read_once() -> Iterator[None]:
    """Read the canonical root from disk once while the context lasts."""
    ours, kept = canonical_root(), cache(read_root)
    loading.read_root = lambda path: kept(path) if path == ours else read_root(path)  # type: ignore[assignment,attr-defined]  # it is the same function
    try:
        yield
    finally:
        loading.read_root = read_root  # type: ignore[attr-defined]


def verdict(root: MutatedRoot, folder: Path, *, renderings: int = 3, commands: float = 0.0) -> Verdict:
    """Judge a mutated root, written to a folder."""
    judge = _Judge(root, written(folder / root.name, root.files), renderings, commands)
    passed = judge.guarded("check raises", judge.check)
    if passed:
        for name, step in judge.steps().items():
            judge.guarded(f"{name} raises", step)
    return Verdict(bool(passed), judge.made, tuple(judge.failures))


class _Judge:
    def __init__(self, root: MutatedRoot, folder: Path, renderings: int, commands: float) -> None:
        self.root, self.folder, self.renderings, self.commands = root, folder, renderings, commands
        self.draw = random.Random(root.name)
        self.made: Counter[str] = Counter()
        self.failures: list[tuple[str, str]] = []
        self.library: Library | None = None
        self.brand: Brand | None = None
        self.items: tuple[Item, ...] = ()
        self.files: tuple[FilesOfDocument, ...] = ()

    def guarded(self, kind: str, step: Callable[[], object]) -> object:
        try:
            return step()
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)
            last = next((f for f in reversed(where) if "coprod" in f.filename), where[-1])
            self.failures.append(
                (kind, f"{type(error).__name__}: {str(error)[:300]} ({Path(last.filename).name}:{last.lineno})")
            )
            return None

    def steps(self) -> dict[str, Callable[[], None]]:
        return {
            "plain": self.printed,
            "rendering": self.render,
            "json": self.json,
            "site": self.site,
            "plan": self.plan,
            "command": self.command,
        }

    def check(self) -> bool:
        checked = checked_roots([self.folder])
        for finding in checked.findings:
            self.finding(finding)
        self.library, self.items = checked.library, checked.items
        self.brand = examine_brand(self.folder).brand
        passed = not any(finding.level == "error" for finding in checked.findings)
        self.files = tuple(files_with(self.items, self.library)) if self.library and passed else ()
        return passed

    def finding(self, finding: Finding) -> None:
        where = finding.where
        whole = finding.code in _WHOLE_FILE
        if where is None or not where.file or not (whole or (where.line and where.column)):
            self.failures.append((f"finding without a place: {finding.code}", str(finding)[:300]))
        elif not finding.fix and finding.level != "advice":
            self.failures.append((f"finding without a way out: {finding.code}", str(finding)[:300]))

    def render(self) -> None:
        assert self.library
        assert self.brand
        by_format: dict[str, list[tuple[FileSpec, Library]]] = {}
        for made in self.files:
            for spec in made.files:
                by_format.setdefault(spec.renderer, []).append((spec, made.library))
        for name in self.draw.sample(sorted(by_format), min(len(by_format), self.renderings)):
            spec, library = self.draw.choice(by_format[name])
            built = make_file(spec, library, self.brand)
            self.made[f"{built.renderer}"] += 1
            about = f"{spec.edition} {spec.renderer} {spec.access} {spec.select}"
            if built.data is None:
                self.failures.append((f"{built.renderer} is refused", f"{about}: {built.findings[0]}"))
            elif bad := [each for each in built.findings if each.level == "error"]:
                self.failures.append((f"{built.renderer} has an error: {bad[0].code}", f"{about}: {bad[0]}"))
            if built.not_inspected:
                self.failures.append(("not inspected", f"{about}: {built.not_inspected}"))

    def documents(self) -> Iterator[Document]:
        assert self.library
        yield from (made.document for made in self.files)
        if any(kind_of(item).name == "article" for item in self.items) and "introduction" in self.library.articles:
            yield compose("introduction", self.library)
            yield compose("literature-review", self.library)
        for item in self.items:
            if has_page(item):
                yield item_page(item, self.library)

    def printed(self) -> None:
        assert self.brand
        texts = []
        for document in self.documents():
            texts.append(plain_text(document, self.brand).decode())
            self.made["plain"] += 1
        whole = _comparable(" ".join(texts))
        for item in self.items:
            kind = kind_of(item).name
            for path, value, marker in text_fields(item):
                names = [str(step) for step in path if isinstance(step, str)]
                if names == ["url"] and isinstance(item, Reference) and not item.doi:
                    pass  # it is printed unless there is a DOI
                elif f"{kind}.{names[-1]}" in UNPRINTED or set(UNPRINTED).intersection(names):
                    continue
                for words in _words(value, marker):
                    if words not in whole:
                        where = ".".join(names)
                        self.failures.append(
                            (f"not in plain: {kind}.{where}", f"{item.id} {value[:100]!r}: {words[:100]!r}")
                        )
                        break

    def json(self) -> None:
        assert self.library
        if not self.root.alone and self.draw.random() < 0.9:
            return
        again = from_json(to_json(self.library))
        if {item.id: item for item in again} != {item.id: item for item in self.library}:
            self.failures.append(("json differs", ""))

    def site(self) -> None:
        assert self.library
        assert self.brand
        if self.root.alone and self.draw.random() < 0.4:
            self.made["site"] += 1
            make_site(self.library, self.brand)

    def plan(self) -> None:
        assert self.library
        assert self.brand
        purposes = list(self.library.purposes)
        if not purposes or self.draw.random() < 0.6:
            return
        asked = {
            "minutes": str(self.draw.choice((45, 60, 90, 120, 240))),
            "people": str(self.draw.choice((4, 8, 16))),
            "purpose": self.draw.choice(purposes),
            "setting": self.draw.choice(("in-person", "online")),
        }
        must = [item.id for item in self.items if kind_of(item).name in ("tool", "film", "diagram", "postcard")]
        asked["must"] = self.draw.sample(must, 1) if must else []
        try:
            planned = plan(plan_request(asked), self.library)
        except PlanRequestError:
            return
        self.made["plan"] += 1
        if isinstance(planned, Plan):
            workshop = planned.workshop
            again = read_workshop(workshop_text(workshop).encode(), f"{workshop.id}.yaml", self.library)
            if evolve(again, source=workshop.source) != workshop:
                self.failures.append(("plan file differs", workshop.id))

    def command(self) -> None:
        """Make a pack and a file with the commands, of a small share of the roots."""
        assert self.library
        if not self.root.alone or not self.library.workshops or self.draw.random() > self.commands:
            return
        id_ = self.draw.choice(list(self.library.workshops))
        access = self.draw.choice(("standard", "large-print", "high-contrast", "plain"))
        for line in (
            ("check", self.folder),
            ("pack", id_, "--out", f"{self.root.name} pack", "--root", self.folder, "--access", access),
            ("build", "glossary", "--to", "plain", "--out", f"{self.root.name}.txt", "--root", self.folder),
            ("export", "--out", f"{self.root.name}.json", "--root", self.folder),
        ):
            done = coprod(*line)
            self.made["command"] += 1
            if done.exit_code:
                self.failures.append((f"coprod {line[0]} fails", (done.stderr or done.stdout)[:300]))


def _words(value: str, marker: object) -> Iterator[str]:
    """Yield the words of a field that must be in the plain edition, as they are compared."""
    if isinstance(marker, LinkAddress):
        yield _comparable(value)
    if isinstance(marker, InlineText):
        for span in text_of(value) if marker.markup else (Span(value),):
            if not span.citation and (words := _comparable(span.text)):
                yield words


def _comparable(words: str) -> str:
    return re.sub(r"[\s\u00ad,]+", "", words).casefold().rstrip(".")
