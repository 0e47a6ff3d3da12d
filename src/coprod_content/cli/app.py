"""The command line, `coprod`: its commands in the order of `coprod --help`."""

import re
from collections.abc import Iterator, MutableMapping
from contextlib import nullcontext
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import coprod_content
from coprod_content.cli.console import NOTES, say
from coprod_content.cli.errors import errors_as_lines

_COMMANDS = {
    "pack": "packing.pack.pack",
    "batch": "packing.batch.batch",
    "build": "build.build",
    "site": "site.site",
    "film": "film.film",
    "reference": "editing.reference.reference",
    "template": "editing.template.template",
    "editions": "listings.editions",
    "access": "listings.access",
    "renderers": "listings.renderers",
    "stocks": "listings.stocks",
    "cache": "listings.cache",
    "list": "content.list_items",
    "show": "content.show",
    "check": "check.check",
    "inspect": "inspection.inspect",
    "explain": "inspection.explain",
    "coverage": "listings.coverage",
    "export": "content.export",
    "schema": "content.schema",
    "plan": "plan.plan",
    "cut": "plan.cut",
    "serve": "serve.serve",
    "adopt": "editing.adopt.adopt",
    "upgrade": "editing.upgrade.upgrade",
    "import": "editing.import_items.import_items",
    "compare": "editing.compare.compare",
    "take-back": "editing.compare.take_back",
    "new": "editing.new_root.new",
}
"""The function or command group of each command, as a dotted path in `coprod_content.cli`."""


class _Commands(MutableMapping[str, Any]):
    """The commands by name, each imported when it is first used."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            module, _, function = _COMMANDS[name].rpartition(".")
            self._made[name] = _command(name, getattr(import_module(f"coprod_content.cli.{module}"), function))
        return self._made[name]

    def __setitem__(self, name: str, command: Any) -> None:
        self._made[name] = command

    def __delitem__(self, name: str) -> None:
        del self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)


def _command(name: str, found: Any) -> Any:
    """Return the command `name`, made from a function or a command group."""
    if isinstance(found, typer.Typer):
        made = typer.main.get_command(found)
        made.name = name
        return made
    single = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
    single.command(name=name)(found)
    return typer.main.get_command(single)


_CURLY = re.compile(
    "(?:^|(?<=\0))(--[a-z-]+=)?[\u201c\u201d\u201e\u00ab]([^\u201c\u201d\u201e\u00ab\u00bb]*)[\u201c\u201d\u00bb](?=\0|$)"
)
"""Matches words in curly quotation marks, in arguments that are separated by null characters."""


def _straight_quoted(args: list[str]) -> list[str]:
    """Return arguments, joining words between curly quotation marks into one argument.

    Word processors insert curly quotation marks, which a terminal does not understand. The marks are removed.
    """
    words = _CURLY.sub(lambda found: f"{found[1] or ''}{found[2]}".replace("\0", " "), "\0".join(args))
    return words.split("\0") if args else args


class _ReportingGroup(TyperGroup):
    """A command group that reports errors as messages with exit codes."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.commands = _Commands()

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> Any:  # as in Typer
        with errors_as_lines():
            return super().make_context(info_name, _straight_quoted(args), *more, **extra)

    def invoke(self, ctx: Any) -> Any:  # the type of ctx depends on the version of Typer
        NOTES.quiet = ctx.params["quiet"]
        with nullcontext() if ctx.params["debug"] else errors_as_lines():
            return super().invoke(ctx)


app = typer.Typer(
    cls=_ReportingGroup,
    help="Make co-production workshop material: slides, guides, handouts, cards and web pages.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        say(f"coprod-content {coprod_content.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[  # its callback prints it
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print only errors and results.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show tracebacks of errors.")] = False,
) -> None:
    """Read the global options. `_ReportingGroup` uses `quiet` and `debug`."""


if __name__ == "__main__":
    app()
