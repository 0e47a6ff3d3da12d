"""`check_renderer` passes renderers that keep every word, and catches others."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import pytest
from attrs import evolve
from tests.support.formats import each_format

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, words_of
from coprod_content.plugins.renderers import Renderer, names, renderer
from coprod_content.testing import check_renderer


def _all_words(document: Document) -> bytes:
    return "\n".join(words_of(document)).encode()


def _text(render: Callable[[Document, Brand], bytes]) -> Renderer:
    return Renderer(suffix=".txt", media_type="text/plain", render=render)


def test_a_renderer_that_keeps_everything_passes() -> None:
    """Even the simplest renderer passes if it loses nothing."""
    check_renderer(_text(lambda document, brand: _all_words(document)))


def test_a_lost_word_is_caught() -> None:
    """A renderer that drops a caption fails, and the message names the first missing word."""
    with pytest.raises(AssertionError, match="the first is 'glance'"):
        check_renderer(_text(lambda document, brand: _all_words(document).replace(b"glance", b"")))


def test_a_lost_character_is_caught_unless_it_is_reported() -> None:
    """A format whose fonts lack a character reports it through `uncovered`, or fails."""

    def render(document: Document, brand: Brand) -> bytes:
        return _all_words(document).decode().replace("ž", "\ufffd").encode()

    check_renderer(evolve(_text(render), uncovered=lambda document, brand: "ž"))
    with pytest.raises(AssertionError, match="missing from the output"):
        check_renderer(_text(render))


def test_different_bytes_the_second_time_are_caught() -> None:
    """A renderer whose output depends on the number of calls fails."""
    calls: list[int] = []

    def render(document: Document, brand: Brand) -> bytes:
        calls.append(1)
        return _all_words(document) + str(len(calls)).encode()

    with pytest.raises(AssertionError, match="different bytes the second time"):
        check_renderer(_text(render))


@pytest.mark.parametrize(("output", "message"), [("text", "returned str instead of bytes"), (b"", "returned no bytes")])
def test_output_other_than_bytes_is_caught(output: object, message: str) -> None:
    """Text and empty output fail."""
    with pytest.raises(AssertionError, match=message):
        check_renderer(_text(lambda document, brand: output))  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize("function", ["render", "frames", "uncovered", "reference"])
@pytest.mark.parametrize("error", [SystemExit(0), ValueError("no luck"), GeneratorExit()])
def test_a_crash_is_reported_as_a_finding(function: str, error: BaseException) -> None:
    """If a function raises an exception or tries to end the program, the check fails and names it."""

    def crash(*_: object) -> bytes:
        raise error

    broken = evolve(_text(lambda document, brand: _all_words(document)), **{function: crash})
    with pytest.raises(AssertionError, match=f"^{function} raised {type(error).__name__}"):
        check_renderer(broken)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("os._exit(0)", r"^render ended its process \(exit code 0\)"),
        pytest.param("time.sleep(600)", r"^render was stopped after 3 seconds", marks=pytest.mark.thorough),
    ],
)
def test_what_would_end_or_hold_up_the_authors_tests_is_caught(
    body: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A renderer in a module runs in a separate process, so an exit or a hang only fails the check."""
    start = "import os, time\nfrom coprod_content.plugins.renderers import Renderer\n"
    made = "renderer = Renderer(suffix='.txt', media_type='text/plain', render=render)\n"
    (tmp_path / f"{tmp_path.name}.py").write_text(f"{start}def render(document, brand): {body}\n{made}")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("COPROD_PLUGIN_SECONDS", "3")
    with pytest.raises(AssertionError, match=message):
        check_renderer(import_module(tmp_path.name).renderer)


@pytest.mark.parametrize("name", each_format(n for n in names() if not n.startswith("cards")))
def test_every_installed_renderer_passes(name: str) -> None:
    """Our renderers and the example keep every word of every block and of hostile text."""
    check_renderer(renderer(name))
