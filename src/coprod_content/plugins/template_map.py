"""Template maps, which name a template's layout for each purpose."""

import json
from collections.abc import Collection, Iterator

from attrs import frozen

from coprod_content.files.text_file import UnreadableFile, decode_utf8
from coprod_content.files.yaml_reader import ParsedYaml, parse_yaml
from coprod_content.findings.finding import ContentError, Finding, nearest
from coprod_content.plugins.template_report import TemplateReport

COMPOSED = "composed"
"""The word in a template map for a new layout in the style of the template."""
_HEAD = """\
# Each line names the layout of {name} for one purpose. `coprod template` wrote this file and never overwrites it.
# To choose a different layout, write its name. `composed` stands for a new layout in the look of the template.
# Then name this file in brand.yaml, below `slides: {name}`:
#   slides_map: {file}
"""


@frozen
class MappedLayout:
    """A role, and the name of its layout, or `composed`."""

    role: str
    layout: str


def map_text(report: TemplateReport, file: str) -> str:
    """Return the text of a template map to save as `file`."""
    lines = [f"{each.role}: {_quoted(each.uses or COMPOSED)}  # {each.caption}" for each in report.roles if each.role]
    names = [f"#   {_quoted(name)}" for name in report.layouts]
    head = _HEAD.format(name=report.name, file=file).rstrip("\n")
    return "\n".join((head, *lines, "", "# The layouts of the template:", *names, ""))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def unique_names(names: Collection[str]) -> tuple[str, ...]:
    """Return names that differ, by adding a number to repeated ones.

    The second of two layouts called `Text`, for example, becomes `Text (2)`. A layout without a name is called
    `Layout`.
    """
    found: list[str] = []
    for name in (" ".join(each.split()) or "Layout" for each in names):
        numbered = (name if number == 1 else f"{name} ({number})" for number in range(1, len(names) + 2))
        found.append(next(each for each in numbered if each not in found))
    return tuple(found)


def layout_choices(
    data: bytes, file: str, roles: Collection[str], layouts: Collection[str]
) -> tuple[MappedLayout, ...]:
    """Return the choices in a template map.

    `roles` are the known roles, and `layouts` the names of the template's layouts. Raises ContentError, with the line
    of each problem, if the map is not valid or names a layout that the template does not have.
    """
    try:
        parsed = parse_yaml(decode_utf8(data, file), file)
    except UnreadableFile as error:
        raise ContentError((error.finding,)) from error
    findings = (*parsed.findings, *_problems(parsed, roles, layouts))
    if findings:
        raise ContentError(findings)
    assert isinstance(parsed.value, dict)
    return tuple(MappedLayout(role, str(layout)) for role, layout in parsed.value.items())


def unsuitable(data: bytes, file: str, choice: MappedLayout, why: str) -> Finding:
    """Return a finding about a layout that does not suit a role."""
    parsed = parse_yaml(decode_utf8(data, file), file)
    what = f"the layout '{choice.layout}' {why}."
    return _problem(parsed, (choice.role,), what, "Choose a different one, or write `composed`.")


def _problems(parsed: ParsedYaml, roles: Collection[str], layouts: Collection[str]) -> Iterator[Finding]:
    if not isinstance(parsed.value, dict):
        yield _problem(parsed, (), "a template map has a line such as `cover: Title Slide` for each purpose.", "")
        return
    for role, layout in parsed.value.items():
        if role not in roles:
            what = f"'{role}' is not a purpose that a layout can have."
            yield _problem(parsed, (role,), what, nearest(role, roles) or _listed(roles))
        elif not isinstance(layout, str) or layout not in (COMPOSED, *layouts):
            name = layout if isinstance(layout, str) else ""
            fix = nearest(name, layouts) or f"Write `composed` or one of these: {_listed(layouts)}"
            yield _problem(parsed, (role,), f"the template has no layout called '{name}'.", fix)


def _listed(names: Collection[str]) -> str:
    return f"{', '.join(names)}."


def _problem(parsed: ParsedYaml, path: tuple[str, ...], what: str, fix: str) -> Finding:
    return Finding(code="template-map", where=parsed.place(path), field="".join(path), what=what, fix=fix)
