"""Find the English phrases in a document that is in another language."""

import re
from collections.abc import Iterable, Iterator

from attrs import evolve

from coprod_content.content.about import About
from coprod_content.content.item_texts import texts
from coprod_content.content.library import Library
from coprod_content.content.model import Item
from coprod_content.document.blocks import block_texts
from coprod_content.document.document import Document
from coprod_content.files.content_root import canonical_root
from coprod_content.text.languages import is_english, phrases_in
from coprod_content.text.spans import plain, text_of

_WORD = re.compile(r"[\w#]+")
_COUNT = "# of #"


def with_fixed_phrases(document: Document, library: Library, own_words: Iterable[str] = ()) -> Document:
    """Return a document with its English phrases recorded in `fixed_phrases`.

    A phrase counts as English if it occurs neither in the user's own items nor in `own_words`, because it must then
    come from coprod itself or from the canonical content. `own_words` contains other text by the user, such as the
    organisation's name. A document in English is returned unchanged.
    """
    if is_english(document.language):
        return document
    own = "\n".join((_own_words(library), *(_known(each) for words in own_words for each in phrases_in(words))))
    phrases = {phrase for words in _words(document) for phrase in phrases_in(words)}
    fixed = (each for each in phrases if any(map(str.isalpha, each)) and _known(each) not in own)
    return evolve(document, fixed_phrases=frozenset((_COUNT, *fixed)))


def _own_words(library: Library) -> str:
    canonical = canonical_root().as_posix()
    own: tuple[Item | About, ...] = (library.about, *(item for item in library if item.source.root != canonical))
    found = (_known(phrase) for item in own for _, words in texts(item) for phrase in phrases_in(plain(text_of(words))))
    return "\n".join(dict.fromkeys(found))


def _known(words: str) -> str:
    """Return words in lower case, without punctuation and separated by single spaces.

    There is also a space at each end, so that only whole words are found in other words.
    """
    return f" {' '.join(_WORD.findall(words.casefold()))} "


def _words(document: Document) -> Iterator[str]:
    yield from (document.title, document.subtitle, document.imprint)
    for _, section in document.walk():
        yield from (section.label, section.title)
        for block in (*section.blocks, *section.notes):
            for text in block_texts(block):
                yield plain(text)
                yield from (span.text for span in text)
