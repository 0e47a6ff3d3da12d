"""Check that a programme's stages are in order and within its weeks."""

from collections.abc import Iterator

from coprod_content.content.library import Library
from coprod_content.content.phrases import weeks_in_words
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding


def programme_findings(library: Library) -> Iterator[Finding]:
    """Yield an error for each stage with impossible weeks."""
    for programme in library.programmes.values():
        earlier = 1
        for at, stage in enumerate(programme.stages):
            weeks, key, what, fix = stage.weeks, "", "", ""
            if weeks.last < weeks.first:
                key, fix = "last", "Correct one of the two weeks."
                what = f"'{stage.title[:40]}' ends in week {weeks.last}, before it starts in week {weeks.first}."
            elif weeks.last > programme.weeks:
                key, fix = "last", "Correct the week, or make the programme longer in `weeks`."
                lasts = f"the programme lasts {weeks_in_words(programme.weeks)}."
                what = f"'{stage.title[:40]}' ends in week {weeks.last}, but {lasts}"
            elif weeks.first < earlier:
                key, fix = "first", "Put the stages in the order in which they start, or correct the week."
                what = f"'{stage.title[:40]}' starts in week {weeks.first}, before the stage above it."
            if key:
                yield finding_in(programme.source, ("stages", at, "weeks", key), "stage-weeks", what, fix)
            earlier = max(earlier, weeks.first)
