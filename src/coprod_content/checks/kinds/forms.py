"""Check the fields of forms, articles and programmes."""

from collections.abc import Iterator
from typing import Literal

from coprod_content.content.model import Article, Form, FormField, Programme
from coprod_content.document.fill_in import WITH_OPTIONS
from coprod_content.files.field_positions import finding_in
from coprod_content.findings.finding import Finding

_SEVERAL_LINES = ("lines", "table")


def field_findings(item: Form | Article | Programme, parts: Literal["parts", "chapters"]) -> Iterator[Finding]:
    """Yield the faults in the fields of a form or of chapters.

    `parts` names the attribute of the item that contains its parts or chapters.
    """
    met = set[str]()
    for part_at, part in enumerate(getattr(item, parts)):
        for at, field in enumerate(part.fields):
            path = (parts, part_at, "fields", at)
            for name, what, fix in _faults(field, met):
                yield finding_in(item.source, (*path, *((name,) if name else ())), "form-field", what, fix)
            met.add(field.name)


def keeping_advice(form: Form) -> Iterator[Finding]:
    """Yield advice if people sign a form that has no `keep`."""
    if form.keep is None and any(field.kind == "signature" for field in form.fields):
        what, fix = (
            "people sign this form, but it does not say who keeps it.",
            "Add `keep`, and say in its `by` who keeps the form.",
        )
        yield finding_in(form.source, (), "form-keeping", what, fix, "advice")


def _faults(field: FormField, met: set[str]) -> Iterator[tuple[str, str, str]]:
    """Yield the key, problem and remedy of each fault of a field.

    The key is an empty string if the fault is not in the value of one key. `met` contains the names of the fields that
    come before this one in the form.
    """
    least = 1 if field.kind == "table" else 2
    if field.name in met:
        yield "name", f"an earlier field has the name '{field.name}' too.", "Choose another name for this field."
    if field.kind in WITH_OPTIONS and len(field.options) < least:
        wanted = "Give the column headings" if field.kind == "table" else "Give at least two answers"
        yield "", f"a field of kind '{field.kind}' needs `options`.", f"{wanted} in `options`."
    if field.kind not in WITH_OPTIONS and field.options:
        fix = "Delete `options`, or change the kind to choice or choices."
        yield "options", f"a field of kind '{field.kind}' cannot have `options`.", fix
    if field.kind not in _SEVERAL_LINES and field.lines:
        fix = "Delete `lines`, or change the kind to lines."
        yield "lines", f"a field of kind '{field.kind}' cannot have `lines`.", fix
    if field.kind in (*WITH_OPTIONS, "signature") and field.fill:
        fix = "Delete `fill`, or change the kind to text."
        yield "fill", f"a field of kind '{field.kind}' cannot have `fill`.", fix
