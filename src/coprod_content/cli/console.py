"""Printing to the terminal."""

import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from attrs import define

from coprod_content.findings.finding import Finding
from coprod_content.findings.finding_formats import as_github, as_json, as_text

if TYPE_CHECKING:
    from rich.console import Console

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ASK_A_PERSON = "A person must still check what no program can: `coprod explain person` lists the questions."


@define
class Notes:
    """Whether information is printed. `--quiet` silences it."""

    quiet: bool = False


NOTES = Notes()


def _write(stream: TextIO, line: str) -> None:
    stream.write(_printable(line) + "\n")
    stream.flush()


def _terminal() -> "Console":
    """Return the console for colours and status messages.

    It takes time to import, and is not needed when output goes to a file.
    """
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, soft_wrap=True, emoji=False)


def say(line: str) -> None:
    """Print a line of output."""
    _write(sys.stdout, line)


def next_step(*words: str | Path) -> str:
    """Return a line with the next command, quoting names that contain spaces."""
    quoted = (f'"{word}"' if " " in str(word) else str(word) for word in words)
    return f"Next: coprod {' '.join(quoted)}"


def note(line: str) -> None:
    """Print a line of information, unless `--quiet` is set."""
    if not NOTES.quiet:
        _write(sys.stdout, line)


def remind(line: str) -> None:
    """Print a reminder to standard error, unless `--quiet` is set."""
    if not NOTES.quiet:
        complain(line)


def complain(line: str) -> None:
    """Print a line about a problem to standard error."""
    if sys.stderr.isatty():
        _terminal().print(_printable(line), style="red")
    else:
        _write(sys.stderr, line)


def _printable(line: str) -> str:
    return _CONTROL.sub("�", line)


def print_json(value: object) -> None:
    """Print a value as JSON."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def print_findings(findings: Sequence[Finding], form: str = "text") -> None:
    """Print findings as text, JSON or GitHub annotations."""
    if findings or form == "json":
        sys.stdout.write({"text": as_text, "json": as_json, "github": as_github}[form](findings) + "\n")


def print_rows(rows: Sequence[Mapping[str, str]], noun: str, *, as_json: bool = False) -> None:
    """Print rows as aligned columns with a count, or as JSON.

    `noun` is the singular noun for a row, used in the count.
    """
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
    """Show a status message on a terminal during a `with` block.

    `on` is the message. It is not shown if `--quiet` is set.
    """
    if sys.stderr.isatty() and not NOTES.quiet:
        with _terminal().status(on):
            yield
    else:
        yield


@contextmanager
def updated_status(on: str) -> Iterator[Callable[[str], None] | None]:
    """Show a status message on a terminal during a `with` block.

    Yields a function that changes the message. `on` is the message. Yields None if there is no terminal, or if
    `--quiet` is set.
    """
    if sys.stderr.isatty() and not NOTES.quiet:
        with _terminal().status(on) as status:
            yield status.update
    else:
        yield None


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: `1 file`, `6 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def kilobytes(data: bytes | None) -> str:
    """Return the size of a file in kilobytes, such as `84 kB`."""
    return f"{len(data or b'') / 1000:,.0f} kB"
