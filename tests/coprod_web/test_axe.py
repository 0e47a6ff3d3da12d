"""axe-core and the Nu HTML checker find nothing wrong with web pages."""

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from tests.support.browser import Browser
from tests.support.java_judges import page_errors
from tests.support.web_reading import Sample, every_sample, one_of_each_kind, with_access

from coprod_content import Library
from coprod_content.brand.brand import Brand
from coprod_content.editions import EDITIONS
from coprod_content.testing import HOSTILE, specimen
from coprod_web import renderer

Judge = Callable[[str], str]
NpmJudge = Callable[[str], Path]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""The rules among them that depend on the colours of a page."""
HARD = (
    *HOSTILE,
    "Rechtsschutzversicherungsgesellschaften-" * 3,
    "x" * 60,
    "مرحبا بالعالم، هذا نص من اليمين إلى اليسار",
    "日本語の文章は単語の間に空白がありません。",
    "👩🏽‍🦽 🧑‍🤝‍🧑 🏳️‍🌈",
)
UNDECIDED = {"color-contrast of text", "color-contrast of tspan"}
"""What axe-core may leave undecided: the contrast of words in drawings, which `test_web_contrast.py` measures. See
docs/accessibility.md."""
_RUN = """async ({source, tags}) => {
  if (!window.axe) { (0, eval)(source); }
  document.querySelectorAll("details").forEach(each => { each.open = true; });
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations", "incomplete"]});
  const short = rules => rules.map(
    rule => ({id: rule.id, help: rule.help, nodes: rule.nodes.map(node => node.html.slice(0, 160))})
  );
  return {violations: short(found.violations), incomplete: short(found.incomplete)};
}"""


@pytest.fixture(scope="module")
def axe(npm_judge: NpmJudge) -> str:
    """Return the source of axe-core."""
    return npm_judge("axe-core/axe.min.js").read_text(encoding="utf-8")


def judged(data: bytes, browser: Browser, axe: str, **options: Any) -> dict[str, list[dict[str, Any]]]:
    """Return what axe-core finds on a page with everything unfolded: in dark colours, only what depends on them."""
    tags = COLOURS if options.get("color_scheme") == "dark" else TAGS
    with browser.shown(data, script=True, bypass_csp=True, **options) as page:
        found: dict[str, list[dict[str, Any]]] = page.evaluate(_RUN, {"source": axe, "tags": tags})
        return found


def assert_clean(samples: Iterable[Sample], browser: Browser, axe: str, scheme: str) -> None:
    """Assert that pages have no violations, and leave only known kinds undecided."""
    undecided: dict[str, list[str]] = {}
    for each in samples:
        data = renderer.render(each.document, each.brand)
        found = judged(data, browser, axe, color_scheme=scheme, reduced_motion="reduce")
        assert found["violations"] == [], f"{each.name}: {json.dumps(found['violations'], indent=2)}"
        for rule in found["incomplete"]:
            for node in rule["nodes"]:
                kind = f"{rule['id']} of {re.match(r'<([a-z]+)', node)[1]}"  # type: ignore[index]
                undecided.setdefault(kind, []).append(f"{each.name}: {node}")
    assert set(undecided) <= UNDECIDED, json.dumps(undecided, indent=2, ensure_ascii=False)


FEW_OR_ALL = pytest.mark.parametrize("most", [1, pytest.param(None, marks=pytest.mark.thorough)])
"""A page of each edition in `make check`, with a section of each kind, and every whole page in `make check-all`."""


@pytest.mark.parametrize("edition", [edition.name for edition in EDITIONS])
@FEW_OR_ALL
def test_axe_finds_nothing_on_any_page(
    most: int | None, edition: str, library: Library, brand: Brand, browser: Browser, axe: str
) -> None:
    """The pages of each edition pass WCAG 2.2 AA and good practice on light paper."""
    samples = [each for each in every_sample(library, brand, most=most) if each.name.split()[0] == edition]
    assert samples
    assert_clean(map(one_of_each_kind, samples) if most else samples, browser, axe, "light")


def test_axe_finds_nothing_in_the_dark(library: Library, brand: Brand, browser: Browser, axe: str) -> None:
    """The first four kinds of section of each edition pass on a dark background."""
    samples = map(one_of_each_kind, every_sample(library, brand, most=1))
    short = (evolve(each, document=evolve(each.document, sections=each.document.sections[:4])) for each in samples)
    assert_clean(short, browser, axe, "dark")


@pytest.mark.parametrize("access", ["large-print", "high-contrast"])
def test_axe_finds_nothing_in_access_editions(
    access: str, library: Library, brand: Brand, browser: Browser, axe: str
) -> None:
    """Slides, guide and handouts in large print and in high contrast pass as well."""
    samples = [each for each in every_sample(library, brand, most=1) if "workshop" in each.document.keywords]
    assert samples
    assert_clean((with_access(one_of_each_kind(each), access) for each in samples), browser, axe, "light")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_hard_text(scheme: str, brand: Brand, browser: Browser, axe: str) -> None:
    """Every block and role passes with long words, other scripts and directions, and markup."""
    texts = (" ".join(HOSTILE), *HARD[len(HOSTILE) :]) if scheme == "light" else (" ".join(HARD),)
    assert_clean((Sample(words, specimen(words), brand) for words in texts), browser, axe, scheme)


def test_axe_would_find_a_fault(brand: Brand, browser: Browser, axe: str) -> None:
    """axe-core finds each of some faults planted in a page."""
    data = renderer.render(specimen(), brand).decode()
    planted = {
        "html-has-lang": ('<html lang="en-GB"', "<html"),
        "document-title": ("<title>A specimen</title>", ""),
        "svg-img-alt": ('aria-label="A rectangle and a circle, joined by a line."', ""),
        "landmark-one-main": ("<main", "<div"),
        "color-contrast": ("--ink: #1b2430", "--ink: #c0c0c0"),
        "page-has-heading-one": ("<h1", "<p"),
    }
    for good, bad in planted.values():
        assert good in data
        data = data.replace(good, bad)
    assert set(planted) <= {each["id"] for each in judged(data.encode(), browser, axe)["violations"]}


@FEW_OR_ALL
def test_the_markup_is_valid(
    most: int | None, library: Library, brand: Brand, judge: Judge, npm_judge: NpmJudge, tmp_path: Path
) -> None:
    """The Nu HTML checker finds no error on any page, and would find one."""
    samples = (*every_sample(library, brand, most=most), *(Sample("hard", specimen(words), brand) for words in HARD))
    for at, each in enumerate(samples):
        file = tmp_path / f"{at:03d}-{each.name.replace(' ', '-')}.html"
        file.write_bytes(renderer.render(each.document, each.brand))
    faulty = tmp_path / "faulty.html"
    faulty.write_bytes(renderer.render(specimen(), brand).replace(b"<main", b"<main role='nonsense'"))
    found = page_errors(sorted(tmp_path.iterdir()), judge, npm_judge)
    assert [each for each in found if each.file != faulty.name] == []
    assert found
