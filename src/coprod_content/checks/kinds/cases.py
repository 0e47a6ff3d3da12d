"""Check that cases say where they are published."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding
from coprod_content.text.spans import text_of


def case_findings(library: Library) -> Iterator[Finding]:
    """Yield an error for each source that has no link or citation."""
    for case in library.cases.values():
        for at, source in enumerate(case.sources):
            if not any(span.url or span.citation for span in text_of(source)):
                what = f"the source '{source[:40]}' has no link and no citation, so nobody can look it up."
                fix = "Add [its title](https://www.example.org) or [@reference-id]."
                yield finding_in(case.source, ("sources", at), "no-source", what, fix)
