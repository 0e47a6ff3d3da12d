"""Converting parsed values to items, and reporting problems as findings."""

from typing import Any, TypeVar

from coprod_content.content.source import FieldPath, field_name
from coprod_content.files.converter import CONVERTER, problems
from coprod_content.files.yaml_reader import ParsedYaml
from coprod_content.findings.finding import Finding

T = TypeVar("T")


def converted(
    cls: type[T], value: Any, given: dict[str, Any], parsed: ParsedYaml, within: FieldPath, findings: list[Finding]
) -> T | None:
    """Convert a value to an instance of `cls`.

    `within` is the path to the value in the file. `given` contains fields that are not written in the file, such as the
    id. If there are problems, add them to `findings` and return None.
    """
    if isinstance(value, dict):
        for key in sorted(given.keys() & value.keys()):
            what, fix = "does not belong in the file.", "Delete this line. The id is the file's name or the key above."
            place = parsed.place((*within, key), key=True)
            findings.append(Finding(code="unknown-key", where=place, field=key, what=what, fix=fix))
        value = {**value, **given}
    try:
        return CONVERTER.structure(value, cls)
    except Exception as error:
        for problem in problems(error):
            bad_id = problem.path == ("id",)
            where = parsed.place(within if bad_id else (*within, *problem.path), key=problem.key or bad_id)
            name = field_name(problem.path)
            if not parsed.is_placeholder(where):
                findings.append(Finding(code=problem.code, where=where, field=name, what=problem.what, fix=problem.fix))
        return None
