"""Printing to the terminal."""

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console

from coprod_content.findings.finding import Finding, as_github, as_json, as_text

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
ASK_A_PERSON = "A person must still check what no program can: `coprod explain person` lists the questions."

OUT = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
NOTES = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
"""The console for information, which `--quiet` silences."""
ERR = Console(stderr=True, highlight=False, markup=False, soft_wrap=True, emoji=False)


def say(line: str) -> None:
    """Print a line of output."""
    OUT.print(_printable(line))


def next_step(*words: str | Path) -> str:
    """Return a line with the next command, quoting names that contain spaces."""
    quoted = (f'"{word}"' if " " in str(word) else str(word) for word in words)
    return f"Next: coprod {' '.join(quoted)}"


def note(line: str) -> None:
    """Print a line of information, unless `--quiet` is set."""
    NOTES.print(_printable(line))


def remind(line: str) -> None:
    """Print a reminder to standard error, unless `--quiet` is set."""
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
    if findings or form == "json":
        sys.stdout.write({"text": as_text, "json": as_json, "github": as_github}[form](findings) + "\n")


def print_rows(rows: Sequence[Mapping[str, str]], noun: str, *, as_json: bool = False) -> None:
    """Print rows as aligned columns with a count, or as JSON.

    `noun` is the singular word for a row, which follows the count.
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

    It is not shown if `--quiet` is set.
    """
    if ERR.is_terminal and not NOTES.quiet:
        with ERR.status(on):
            yield
    else:
        yield


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: `1 file`, `6 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
