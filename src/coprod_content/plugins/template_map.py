"""Template maps, which name a template's layout for each purpose."""

import json
import re
from collections.abc import Callable, Collection, Iterator

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
_LINE = re.compile(r"""^(\s*[\w-]+:[ \t]+)([^\s"'#].*?)(?=[ \t\r]*$)""", re.MULTILINE)
"""Matches a line of a map in which the layout's name is not in straight quotation marks."""
_QUOTES, _SIGNS = "\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb", "@`%*&!|>[]{}?"
_BRACKETS = (("[", "]"), ("{", "}"))


_HEAD_LINE = re.compile(r"^# Each line names the layout of (.+) for one purpose\.", re.MULTILINE)


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


def template_of_map(data: bytes) -> str:
    """Return the name of a map's template, or an empty string."""
    found = _HEAD_LINE.search(data.decode("utf-8", "replace"))
    return found[1] if found else ""


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
    data: bytes, file: str, roles: Collection[str], layouts: Collection[str], unsuitable: Callable[[MappedLayout], str]
) -> tuple[MappedLayout, ...]:
    """Return the choices in a template map.

    `roles` are the known roles, and `layouts` the names of the template's layouts. `unsuitable` returns why a layout
    does not suit a role, or an empty string. Names that need quotation marks in YAML are also read without them. Raises
    ContentError, with the line of each problem, if the map cannot be used.
    """
    try:
        parsed = parse_yaml(_with_quotes(decode_utf8(data, file), layouts), file)
    except UnreadableFile as error:
        raise ContentError((error.finding,)) from error
    findings = (*parsed.findings, *_problems(parsed, roles, layouts, unsuitable))
    if findings:
        raise ContentError(findings)
    assert isinstance(parsed.value, dict)
    return tuple(MappedLayout(role, str(layout)) for role, layout in parsed.value.items())


def _with_quotes(text: str, layouts: Collection[str]) -> str:
    """Return a map's text, with missing quotation marks added.

    Columns of values stay the same. Curly quotation marks are replaced.
    """

    names = "|".join(map(re.escape, sorted(layouts, key=len, reverse=True)))
    known = re.compile(rf"[{_QUOTES}]?({names})[{_QUOTES}]?(?=\s+#|$)")

    def quoted(line: re.Match[str]) -> str:
        if found := known.match(line[2]):
            return f"{line[1]}{_quoted(found[1])}{line[2][found.end() :]}"
        value, *comment = re.split(r"(\s+#.*)", line[2], maxsplit=1)
        if any(value.startswith(opening) and closing not in value for opening, closing in _BRACKETS):
            return line[0]  # a mistake in YAML, which the reader explains
        is_special = value[0] in _QUOTES or value[0] in _SIGNS or ": " in value
        return f"{line[1]}{_quoted(value.strip(_QUOTES))}{''.join(comment)}" if is_special else line[0]

    return _LINE.sub(quoted, text)


def _problems(
    parsed: ParsedYaml, roles: Collection[str], layouts: Collection[str], unsuitable: Callable[[MappedLayout], str]
) -> Iterator[Finding]:
    if not isinstance(parsed.value, dict):
        what = "a template map has a line such as `cover: Title Slide` for each purpose."
        yield _problem(parsed, (), what, "Delete this file. `coprod template` then writes a new map.")
        return
    for role, layout in parsed.value.items():
        if parsed.is_placeholder(parsed.place((role,))):
            continue
        if role not in roles:
            what = f"'{role}' is not a purpose that a layout can have."
            yield _problem(parsed, (role,), what, nearest(role, roles) or f"Write one of these: {_listed(roles)}")
        elif not isinstance(layout, str) or layout not in (COMPOSED, *layouts):
            name = layout if isinstance(layout, str) else ""
            fix = nearest(name, layouts) or f"Write `composed` or one of these: {_listed(layouts)}"
            yield _problem(parsed, (role,), f"the template has no layout called '{name}'.", fix)
        elif layout != COMPOSED and (why := unsuitable(MappedLayout(role, layout))):
            what = f"the layout '{layout}' {why}."
            yield _problem(parsed, (role,), what, "Choose a different one, or write `composed`.")


def _listed(names: Collection[str]) -> str:
    return f"{', '.join(names)}."


def _problem(parsed: ParsedYaml, path: tuple[str, ...], what: str, fix: str) -> Finding:
    return Finding(code="template-map", where=parsed.place(path), field="".join(path), what=what, fix=fix)
