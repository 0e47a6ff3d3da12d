"""Checks on the language of a library."""

from collections import Counter
from collections.abc import Iterator

from coprod_content.content.item_texts import texts
from coprod_content.content.library import Library
from coprod_content.content.source import Source
from coprod_content.files.content_root import canonical_root
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.languages import is_english
from coprod_content.text.scripts import is_in_script_of, usual_letters


def language_findings(library: Library, about: Source) -> Iterator[Finding]:
    """Yield findings about the language and script of the content.

    `about` is the file that the library's About was read from.
    """
    language, ours = library.about.language, canonical_root().as_posix()
    if not is_english(language):
        what = f"coprod's own wording, such as 'At a glance', is not available in '{language}', so it stays in English."
        fix = "Translate it in the finished PowerPoint and Word files, or leave it in English."
        yield finding_in(about, ("language",), "fixed-phrases", what, fix, "advice")
    totals: Counter[str] = Counter()
    for item in library:
        if item.source.root == ours:
            continue
        path, words = max(texts(item), key=lambda text: len(text[1]), default=((), ""))
        if not words:
            continue  # some items, such as pronunciations, have no text
        letters = usual_letters(words)
        totals[letters] += 1
        if letters != "LATIN" and totals[letters] == 1 and not is_in_script_of(letters, language):
            what = f"the text is in {letters.title()} script, but the language of the library is '{language}'."
            fix = (
                "Give the right language in the about.yaml of your root, with `include_ours: yes` to keep coprod's own "
                "content."
            )
            yield finding_in(item.source, path, "language-script", what, fix, "warning")
    if totals and totals.most_common(1)[0][0] == "LATIN" and not is_in_script_of("LATIN", language):
        what = f"most of the content is in Latin script, but the language is '{language}'."
        fix = f"Correct the language, or name the script: {language.partition('-')[0]}-Latn."
        yield finding_in(about, ("language",), "language-script", what, fix, "warning")
