"""What the command line prints, and how it ends when something is wrong."""

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer
from rich.console import Console

from coprod_content.content.unknown_names import UnknownName
from coprod_content.findings.finding import ContentError, Finding, as_github, as_json, as_text
from coprod_content.layout.font_metrics import UnknownFont

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

OUT = Console(highlight=False, markup=False, soft_wrap=True, emoji=False)
ERR = Console(stderr=True, highlight=False, markup=False, soft_wrap=True, emoji=False)


class Usage(Exception):
    """Something named on the command line that does not exist: what, and how to see what does."""


class Stop(Exception):
    """Something that ends the run with one line and exit code 1."""


def say(line: str) -> None:
    """Print a line of the result."""
    OUT.print(_CONTROL.sub("�", line))


def complain(line: str) -> None:
    """Print a line about a problem."""
    ERR.print(_CONTROL.sub("�", line), style="red" if ERR.is_terminal else None)


def print_findings(findings: Sequence[Finding], form: str = "text") -> None:
    """Print findings as text, as JSON or as annotations."""
    if form == "json":
        sys.stdout.write(as_json(findings) + "\n")
    elif findings:
        sys.stdout.write({"text": as_text, "github": as_github}[form](findings) + "\n")


@contextmanager
def working(on: str) -> Iterator[None]:
    """Show what is being worked on, where somebody watches."""
    if ERR.is_terminal:
        with ERR.status(on):
            yield
    else:
        yield


@contextmanager
def errors_as_lines(debug: bool) -> Iterator[None]:
    """Turn every error that a user can cause into a line and an exit code: 2 for a wrong name, 1 for all else."""
    try:
        yield
    except (Usage, UnknownName) as error:
        _end(error, debug, str(error), 2)
    except (Stop, UnknownFont) as error:
        _end(error, debug, str(error), 1)
    except ContentError as error:
        _end(error, debug, as_text(error.findings), 1)
    except OSError as error:
        _end(error, debug, f"{error.filename or 'A file'}: {error.strerror or error}.", 1)


def _end(error: Exception, debug: bool, said: str, code: int) -> None:
    if debug:
        raise error
    for line in said.splitlines():
        complain(line)
    raise typer.Exit(code)


def counted(count: int, noun: str) -> str:
    """A count with its noun: `1 file`, `6 files`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
