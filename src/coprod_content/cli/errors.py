"""Errors that users can cause, and how the command line reports them."""

from collections.abc import Iterator
from contextlib import contextmanager
from signal import SIGINT

import typer

from coprod_content.cli.console import complain
from coprod_content.findings.finding import with_short_values

STRICT = "Stopped because of --strict."
REPLACE_OR_KEEP = "Use --replace to overwrite such files, or --keep to keep them and write the new files beside them."
_QUOTE = 'If a name or path contains spaces, put it in quotation marks: "my template.potx".'
STOPPED = "Stopped. No file was left half-written."


class Usage(Exception):
    """A command-line mistake that ends the run with exit code 2."""


class Stop(Exception):
    """A problem that ends the run with exit code 1."""


@contextmanager
def needs_extra(extra: str) -> Iterator[None]:
    """Raise Stop for a missing module, and name the extra to install.

    `extra` is the name of the extra that contains the module.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        way_out = f'Install it with: pip install "coprod-content[{extra}]"'
        raise Stop(f"This command needs the module '{error.name}'. {way_out}") from error


def report_unusable_renderers(*, strict: bool = False) -> int:
    """Report the installed renderers that cannot be used, and return their number.

    Raises Stop if there are any and `strict` is true.
    """
    from coprod_content.plugins.renderers import installed_renderers

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
    except KeyboardInterrupt as stop:
        message, code = STOPPED, 128 + (stop.args or (SIGINT,))[0]
    except BrokenPipeError:  # a command such as `head` has read enough, and Typer ends the run without a word
        raise
    except Exception as error:
        found = _message(error) if isinstance(error, OSError) or _is_ours(error) else None
        if found is None:
            raise
        message, code = found
    else:
        return
    for line in message.splitlines():
        complain(with_short_values(line))
    raise typer.Exit(code)


def _is_ours(error: Exception) -> bool:
    return any(cls.__module__.startswith("coprod_content.") for cls in type(error).__mro__)


def _message(error: Exception) -> tuple[str, int] | None:
    """Return the message about an error, and the exit code.

    Returns None for an error that users cannot cause. The classes of errors are imported here, because most commands
    end without an error.
    """
    from coprod_content.content.lookup_errors import UnknownId, UnknownName
    from coprod_content.editions import SelectionError
    from coprod_content.files.text_file import UnreadableFile
    from coprod_content.findings.finding import ContentError
    from coprod_content.layout.known_fonts import UnknownFont
    from coprod_content.packs.writing.output_errors import EditedFiles, OutputError
    from coprod_content.planner.request import PlanRequestError
    from coprod_content.plugins.installed_plugins import PluginError

    listed_by = _listed_by(error)
    if listed_by or isinstance(error, Usage | PlanRequestError | SelectionError | UnknownId | UnknownName):
        return f"{error} {listed_by}".rstrip(), 2
    if isinstance(error, EditedFiles):
        return f"{error} {REPLACE_OR_KEEP}", 1
    if isinstance(error, Stop | OutputError | ContentError | UnreadableFile | PluginError | UnknownFont):
        return str(error), 1
    if isinstance(error, OSError):
        return f"{error.filename or 'A file'}: {error.strerror or error}.", 1
    return None


def _listed_by(error: Exception) -> str:
    """Return a sentence naming the command that lists valid names, or ""."""
    from coprod_content.access import UnknownAccessEdition
    from coprod_content.content.lookup_errors import UnknownId, UnknownName
    from coprod_content.editions import UnknownEdition
    from coprod_content.plugins.renderers import UnknownRenderer

    match error:
        case UnknownAccessEdition():
            return "`coprod access` lists them."
        case UnknownEdition():
            return "`coprod editions` lists them."
        case UnknownRenderer():
            return "`coprod renderers` lists them."
        case UnknownName(what="stock"):
            return "`coprod stocks` lists them."
        case UnknownId():
            # a reason in `why` already says what to do
            return "" if error.why else "`coprod list KIND` shows the ids of a kind."
        case _:
            return ""
