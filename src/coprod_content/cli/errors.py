"""Errors that users can cause, and how the command line reports them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGINT

import typer

from coprod_content.access import UnknownAccessEdition
from coprod_content.cli.console import complain
from coprod_content.content.lookup_errors import UnknownId, UnknownName
from coprod_content.editions import SelectionError, UnknownEdition
from coprod_content.files.text_file import UnreadableFile
from coprod_content.findings.finding import ContentError, with_short_values
from coprod_content.layout.known_fonts import UnknownFont
from coprod_content.packs.output_folder import EditedFiles, OutputError
from coprod_content.planner.request import PlanRequestError
from coprod_content.plugins.installed_plugins import PluginError
from coprod_content.plugins.renderers import UnknownRenderer, installed_renderers

STRICT = "Stopped because of --strict."
REPLACE_OR_KEEP = "Use --replace to overwrite them, or --keep to keep them and write the new ones beside them."
_QUOTE = 'If a name or path contains spaces, put it in quotation marks: "my template.potx".'
STOPPED = "Stopped. No file was left half-written."


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
_MISTAKES: tuple[type[Exception], ...] = (Usage, PlanRequestError, SelectionError, UnknownName, *_LISTED_BY)


_CURLY = re.compile(
    "(?:^|(?<=\0))(--[a-z-]+=)?[\u201c\u201d\u201e\u00ab]([^\u201c\u201d\u201e\u00ab\u00bb]*)[\u201c\u201d\u00bb](?=\0|$)"
)
"""Matches words in curly quotation marks, in arguments that are separated by null characters."""


def straight_quoted(args: list[str]) -> list[str]:
    """Return arguments, with words in curly quotation marks joined.

    Word processors write curly ones, which a terminal does not understand.
    """
    words = _CURLY.sub(lambda found: f"{found[1] or ''}{found[2]}".replace("\0", " "), "\0".join(args))
    return words.split("\0") if args else args


@contextmanager
def needs_extra(extra: str) -> Iterator[None]:
    """Report a missing module, and name the extra to install.

    `extra` is the name both of the extra and of the command that needs the module.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        way_out = f'Install it with: pip install "coprod-content[{extra}]"'
        raise Stop(f"`coprod {extra}` needs the module '{error.name}'. {way_out}") from error


def report_unusable_renderers(*, strict: bool = False) -> int:
    """Report the installed renderers that cannot be used, and return their number.

    Raises Stop if there are any and `strict` is true.
    """
    problems = installed_renderers().problems
    for problem in problems:
        complain(problem)
    if problems and strict:
        raise Stop(STRICT)
    return len(problems)


@contextmanager
def _with_hint() -> Iterator[None]:
    """Add a hint to Typer's message about unexpected arguments."""
    try:
        yield
    except Exception as error:
        if "unexpected extra argument" in getattr(error, "message", ""):
            error.message = f"{error.message}. {_QUOTE}"  # type: ignore[attr-defined]  # its class depends on the version
        raise


@contextmanager
def errors_as_lines() -> Iterator[None]:
    """Report errors that users can cause as messages with exit codes."""
    try:
        with _with_hint():
            yield
    except _MISTAKES as error:
        stock = isinstance(error, UnknownName) and error.what == "stock"
        listed_by = "`coprod stocks` lists them." if stock else _LISTED_BY.get(type(error), "")
        if isinstance(error, UnknownId) and error.why:
            listed_by = ""  # the message says what to do
        message, code = f"{error} {listed_by}".rstrip(), 2
    except EditedFiles as error:
        message, code = f"{error} {REPLACE_OR_KEEP}", 1
    except (Stop, OutputError, ContentError, UnreadableFile, PluginError, UnknownFont) as error:
        message, code = str(error), 1
    except OSError as error:
        message, code = f"{error.filename or 'A file'}: {error.strerror or error}.", 1
    except KeyboardInterrupt as stop:
        message, code = STOPPED, 128 + (stop.args or (SIGINT,))[0]
    else:
        return
    for line in message.splitlines():
        complain(with_short_values(line))
    raise typer.Exit(code)
