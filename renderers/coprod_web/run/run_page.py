"""Make the run page, one file that works offline."""

import base64
import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files

import yaml
from jinja2 import Environment
from markupsafe import Markup

from coprod_content.brand.brand import Brand
from coprod_content.checks.minutes import LONGEST_WITHOUT_BREAK
from coprod_content.content.library import Library
from coprod_content.content.model import Workshop
from coprod_content.document.citations import with_references
from coprod_content.document.document import Document
from coprod_content.document.typography import with_curly_quotes
from coprod_content.editions.identity import identified
from coprod_content.planner.running.running_session import RunningSession
from coprod_content.text.languages import FIXED, is_english, phrases_in
from coprod_content.text.quotation_marks import curly
from coprod_web.drawn_once import drawn_once
from coprod_web.languages import PHRASES, with_languages
from coprod_web.page_outline import PageOutline
from coprod_web.run.run_items import Question, RunItem, run_items
from coprod_web.style_sheet import StyleSheet, style_hash
from coprod_web.templating import encoded, environment

_SCRIPTS = ("session_rules.js", "run.js")


def run_page(workshop: Workshop, library: Library, brand: Brand) -> bytes:
    """Return the page from which people run a workshop."""
    items = run_items(workshop, library)
    document = _document(workshop, items, library, brand)
    page, sheet, words = PageOutline.of(document), StyleSheet.of((document,), brand), _words()
    css = _templates().get_template("run.css").render(sheet=sheet)
    script = _script()
    made = (
        _templates()
        .get_template("run.html")
        .render(
            page=page,
            items=items,
            scripts=_scripts(page, items),
            title=curly(workshop.title) if is_english(document.language) else workshop.title,
            workshop=workshop,
            brand=brand,
            sheet=sheet,
            style=Markup(css),
            style_hash=style_hash(css),
            script=Markup(script),
            script_hash=_script_hash(script),
            data=Markup(_data(workshop, items, library)),
            say=words["page"],
            english="" if is_english(library.about.language) else FIXED,
        )
    )
    return encoded(with_languages(drawn_once(made), document.language, document.fixed_phrases | PHRASES | _phrases()))


def _document(workshop: Workshop, items: tuple[RunItem, ...], library: Library, brand: Brand) -> Document:
    sections = (each for item in items for each in (item.section, item.short) if each)
    document = Document(
        title=_words()["page"]["title"].replace("#", workshop.title),
        language=library.about.language,
        edition="facilitator-guide",
        imprint=library.about.imprint,
        sections=tuple(sections),
    )
    return with_curly_quotes(with_references(identified(document, brand, library), library))


def _scripts(page: PageOutline, items: tuple[RunItem, ...]) -> tuple[tuple[int, bool, object], ...]:
    """Return the versions of all items, in order.

    Each version is a tuple: the index of its item, whether it is the short version, and its section of the page.
    """
    versions = ((at, short) for at, item in enumerate(items) for short in (False, True) if item.short or not short)
    return tuple((at, short, part) for (at, short), part in zip(versions, page.parts, strict=False))


def _data(workshop: Workshop, items: tuple[RunItem, ...], library: Library) -> str:
    """Return the data for the page's script.

    It is JSON that cannot end a `script` element.
    """
    typeset = curly if is_english(library.about.language) else str
    session = RunningSession.of(workshop, library, 0, workshop.minutes)
    data = {
        "id": workshop.id,
        "title": typeset(workshop.title),
        "starts": workshop.starts,
        "minutes": workshop.minutes,
        "longest": max(session.longest, LONGEST_WITHOUT_BREAK),
        "words": _words()["said"],
        "items": [
            {
                "title": typeset(item.title),
                "tool": item.tool,
                "durations": item.cut.durations,
                "weight": item.cut.weight,
                "isKept": item.cut.is_kept,
                "isBreak": item.cut.is_break,
                "whole": item.whole,
                "kit": tuple(map(typeset, item.kit)),
                "asked": [_question(question, typeset) for question in item.asked],
                "askedInShort": [_question(question, typeset) for question in item.asked_in_short],
            }
            for item in items
        ],
    }
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c")


def _question(question: Question, typeset: Callable[[str], str]) -> dict[str, object]:
    return {"ask": typeset(question.ask), "lines": tuple(map(typeset, question.lines))}


@lru_cache(maxsize=1)
def _script() -> str:
    folder = files("coprod_web").joinpath("static")
    return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _SCRIPTS)


def _script_hash(script: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    text = files("coprod_web").joinpath("run", "words.yaml").read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.safe_load(text)
    return found


def _phrases() -> frozenset[str]:
    return frozenset(phrase for words in _words()["page"].values() for phrase in phrases_in(words))


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return environment()
