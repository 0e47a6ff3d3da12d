"""Print to the terminal, and turn errors into lines and exit codes."""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import typer
from rich.console import Console

from coprod_content.access import UnknownAccessEdition
from coprod_content.content.unknown_names import UnknownId, UnknownName
from coprod_content.editions import SelectionError, UnknownEdition
from coprod_content.findings.finding import ContentError, Finding, as_github, as_json, as_text
from coprod_content.layout.font_metrics import UnknownFont
from coprod_content.plugins.registry import PluginError
from coprod_content.plugins.renderers import UnknownRenderer, installed_renderers

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ASK_A_PERSON = "A person must still check what no program can: `coprod explain person` lists it."

STRICT = "Stopped because of --strict."
OUT = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
NOTES = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
"""The console for lines about success, which `--quiet` silences."""
ERR = Console(stderr=True, highlight=False, markup=False, soft_wrap=True, emoji=False)


class Usage(Exception):
    """A command-line mistake that ends the run with exit code 2."""


class Stop(Exception):
    """A problem that ends the run with exit code 1."""


_LISTED_BY: dict[type[Exception], str] = {
    UnknownAccessEdition: "`coprod access` lists them.",
    UnknownEdition: "`coprod editions` lists them.",
    UnknownId: "`coprod list KIND` shows the ids of a kind.",
    UnknownRenderer: "`coprod renderers` lists them.",
}
"""A hint for each error about an unknown name, giving the command that lists the known names."""
_MISTAKES: tuple[type[Exception], ...] = (Usage, SelectionError, UnknownName, *_LISTED_BY)


def say(line: str) -> None:
    """Print a line of output."""
    OUT.print(_printable(line))


def note(line: str) -> None:
    """Print a line about success, unless the run is quiet."""
    NOTES.print(_printable(line))


def remind(line: str) -> None:
    """Print a reminder to standard error, unless the run is quiet."""
    if not NOTES.quiet:
        complain(line)


def complain(line: str) -> None:
    """Print a line about a problem to standard error."""
    ERR.print(_printable(line), style="red" if ERR.is_terminal else None)


def _printable(line: str) -> str:
    return _CONTROL.sub("�", line)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_findings(findings: Sequence[Finding], form: str = "text") -> None:
    """Print findings as text, JSON or GitHub annotations."""
    if form == "json":
        sys.stdout.write(as_json(findings) + "\n")
    elif findings:
        sys.stdout.write({"text": as_text, "github": as_github}[form](findings) + "\n")


def print_rows(rows: Sequence[Mapping[str, str]], noun: str, *, as_json: bool = False) -> None:
    """Print rows as aligned columns with a count, or as JSON."""
    if as_json:
        print_json(rows)
        return
    columns = list(zip(*(row.values() for row in rows), strict=True))
    widths = [max(map(len, column)) for column in columns[:-1]]
    for row in rows:
        *first, last = row.values()
        say("  ".join([*(f"{cell:<{width}}" for cell, width in zip(first, widths, strict=True)), last]))
    say(counted(len(rows), noun))


@contextmanager
def working(on: str) -> Iterator[None]:
    """Show a status message on a terminal, unless the run is quiet."""
    if ERR.is_terminal and not NOTES.quiet:
        with ERR.status(on):
            yield
    else:
        yield


@contextmanager
def needs_extra(command: str, extra: str) -> Iterator[None]:
    """Report a missing module and the extra that installs it."""
    try:
        yield
    except ModuleNotFoundError as error:
        way_out = f'Install it with: pip install "coprod-content[{extra}]"'
        raise Stop(f"`coprod {command}` needs the module '{error.name}'. {way_out}") from error


def report_unusable_renderers(*, strict: bool = False) -> int:
    """Print why installed renderers cannot be used, and return their number.

    Raises Stop if there are any and `strict` is set.
    """
    problems = installed_renderers().problems
    for problem in problems:
        complain(problem)
    if problems and strict:
        raise Stop(STRICT)
    return len(problems)


@contextmanager
def errors_as_lines(*, debug: bool) -> Iterator[None]:
    """Turn errors that a user can cause into lines and exit codes.

    They are raised again if `debug` is set.
    """
    try:
        yield
    except _MISTAKES as error:
        stock = isinstance(error, UnknownName) and error.what == "stock"
        listed_by = "`coprod stocks` lists them." if stock else _LISTED_BY.get(type(error), "")
        _end(error, debug, f"{error} {listed_by}".rstrip(), 2)
    except (Stop, PluginError, UnknownFont) as error:
        _end(error, debug, str(error), 1)
    except ContentError as error:
        _end(error, debug, as_text(error.findings), 1)
    except OSError as error:
        _end(error, debug, f"{error.filename or 'A file'}: {error.strerror or error}.", 1)


def _end(error: Exception, debug: bool, message: str, code: int) -> None:
    if debug:
        raise error
    for line in message.splitlines():
        complain(line)
    raise typer.Exit(code)


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: `1 file`, `6 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
