"""The command line, `coprod`: its commands in the order of `coprod --help`."""

from contextlib import nullcontext
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

import coprod_content
from coprod_content.cli import build, check, content, film, inspection, listings, plan, serve, site
from coprod_content.cli.console import NOTES, say
from coprod_content.cli.editing import adopt, compare, import_items, new_root, template, upgrade
from coprod_content.cli.errors import errors_as_lines, straight_quoted


class _ReportingGroup(TyperGroup):
    """A command group that reports errors as messages with exit codes."""

    def make_context(self, info_name: str | None, args: list[str], *more: Any, **extra: Any) -> Any:  # as in Typer
        with errors_as_lines():
            return super().make_context(info_name, straight_quoted(args), *more, **extra)

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


for command in (
    build.pack,
    build.build,
    site.site,
    film.film,
    build.reference,
    template.template,
    listings.editions,
    listings.access,
    listings.renderers,
    listings.stocks,
    listings.cache,
    content.list_items,
    content.show,
    check.check,
    inspection.inspect,
    inspection.explain,
    check.coverage,
    content.export,
    content.schema,
    plan.plan,
    plan.cut,
    serve.serve,
    adopt.adopt,
    upgrade.upgrade,
):
    app.command(name=command.__name__.removesuffix("_items"))(command)

new = typer.Typer(help="Start your own content.", no_args_is_help=True, rich_markup_mode=None)
new.command(name="root")(new_root.new_root)
new.command(name="pack", hidden=True)(new_root.new_pack)
app.add_typer(new, name="new")
app.command(name="import")(import_items.import_items)
app.command(name="compare")(compare.compare)
app.command(name="take-back")(compare.take_back)


if __name__ == "__main__":
    app()
