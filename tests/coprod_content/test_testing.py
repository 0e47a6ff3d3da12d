"""`check_renderer` passes a renderer that keeps every word, and catches one that does not."""

from collections.abc import Callable

import pytest
from attrs import evolve

from coprod_content.brand.brand import Brand
from coprod_content.document.document import Document, words_of
from coprod_content.plugins.renderers import Renderer, names, renderer
from coprod_content.testing import check_renderer


def _all_words(document: Document) -> bytes:
    return "\n".join(words_of(document)).encode()


def _text(render: Callable[[Document, Brand], bytes]) -> Renderer:
    return Renderer(suffix=".txt", media_type="text/plain", render=render)


def test_a_renderer_that_keeps_everything_passes() -> None:
    """The plainest renderer there can be is a good one."""
    check_renderer(_text(lambda document, brand: _all_words(document)))


def test_a_lost_word_is_caught() -> None:
    """A renderer that drops a caption fails, and the message says which words went."""
    with pytest.raises(AssertionError, match="words were lost, first of all: 'glance'"):
        check_renderer(_text(lambda document, brand: _all_words(document).replace(b"glance", b"")))


def test_a_lost_character_is_caught_unless_it_is_reported() -> None:
    """A format whose fonts lack a character says so by `uncovered`; one that does not say so fails."""

    def render(document: Document, brand: Brand) -> bytes:
        return _all_words(document).decode().replace("ž", "\ufffd").encode()

    check_renderer(evolve(_text(render), uncovered=lambda document, brand: "ž"))
    with pytest.raises(AssertionError, match="words were lost"):
        check_renderer(_text(render))


def test_other_bytes_the_second_time_are_caught() -> None:
    """A renderer that counts its calls fails."""
    calls: list[int] = []

    def render(document: Document, brand: Brand) -> bytes:
        calls.append(1)
        return _all_words(document) + str(len(calls)).encode()

    with pytest.raises(AssertionError, match="other bytes the second time"):
        check_renderer(_text(render))


@pytest.mark.parametrize(("made", "said"), [("text", "gave str, not bytes"), (b"", "gave no bytes")])
def test_what_is_not_bytes_is_caught(made: object, said: str) -> None:
    """Text in place of bytes fails, and so does nothing."""
    with pytest.raises(AssertionError, match=said):
        check_renderer(_text(lambda document, brand: made))  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize("name", [n for n in names() if not n.startswith("cards")])
def test_every_installed_renderer_passes(name: str) -> None:
    """Ours and the example's keep every word of every block and of hostile text, twice the same."""
    check_renderer(renderer(name))
