"""The command line: `coprod`."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from coprod_content.cli import content, editorial, inspection, make_files, make_site, session_commands
from coprod_content.cli.console import errors_as_lines
from coprod_content.cli.options import (
    Access,
    Allow,
    Export,
    Format,
    Marks,
    Roots,
    Run,
    Stacked,
    Stocks,
    Theme,
)
from coprod_content.cli.print_options import PrintWish
from coprod_content.content.item_search import Criteria

app = typer.Typer(
    help="Co-production workshop material: packs, decks, guides, cards.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
new = typer.Typer(help="Start something of your own.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(new, name="new")
app.add_typer(session_commands.app)


@app.callback()
def _options(debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False) -> None:
    Run.debug = debug


@app.command()
def pack(
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    workshop: Annotated[
        str | None, typer.Argument(help="The id of a workshop, or a file of one that ends in .yaml.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="Every workshop, each in a folder of its own.")] = False,
    root: Roots = None,
    access: Annotated[
        list[str] | None,
        typer.Option(help="For whom: `coprod access` lists the editions. Repeatable.", show_default=False),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first file that cannot be made.")] = False,
    allow_findings: Allow = False,
    stock: Stocks = None,
    marks: Marks = None,
    stacked: Stacked = False,
) -> None:
    """Make all the files of a workshop: deck, guide, handouts and cards, with a manifest."""
    with errors_as_lines(Run.debug):
        wish = PrintWish(stocks=tuple(stock or ()), marks=marks, cut_and_stack=stacked)
        terms = make_files.Terms(strict=strict, allow_findings=allow_findings)
        make_files.make_packs(workshop, out, root or [], access or [], wish, every=every, terms=terms)


@app.command()
def build(
    edition: Annotated[str, typer.Argument(help="What to make: deck, facilitator-guide, postcards, …")],
    to: Annotated[str, typer.Option(help="The renderer: `coprod renderers` lists them.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    select: Annotated[
        list[str] | None,
        typer.Option(help="The id of an item, or the file of a workshop. Repeatable.", show_default=False),
    ] = None,
    root: Roots = None,
    access: Access = "standard",
    stock: Stocks = None,
    marks: Marks = None,
    stacked: Stacked = False,
    allow_findings: Allow = False,
) -> None:
    """Make one file: an edition of some items in one format."""
    with errors_as_lines(Run.debug):
        wish = PrintWish(stocks=tuple(stock or ()), marks=marks, cut_and_stack=stacked)
        terms = make_files.Terms(allow_findings=allow_findings)
        make_files.make_file(edition, to, select or [], out, root or [], access, wish, terms)


@app.command()
def site(
    out: Annotated[Path, typer.Option(help="The folder to write to: a new one, or that of an earlier run.")],
    root: Roots = None,
    downloads: Annotated[
        bool, typer.Option("--downloads/--no-downloads", help="Decks, guides and cards beside the pages, or none.")
    ] = True,
) -> None:
    """Make the web edition of the whole library, to open from a folder or to publish."""
    with errors_as_lines(Run.debug):
        make_site.make_site(out, root or [], "web", downloads=downloads)


@app.command()
def reference(
    renderer: Annotated[str, typer.Argument(help="The renderer whose layouts or styles you want to change.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    root: Roots = None,
) -> None:
    """Write the file with a renderer's layouts and styles, to restyle and to name in a brand.yaml."""
    with errors_as_lines(Run.debug):
        make_files.make_reference(renderer, out, root or [])


@app.command()
def editions() -> None:
    """List the editions that can be made."""
    with errors_as_lines(Run.debug):
        make_files.list_editions()


@app.command()
def access() -> None:
    """List the access editions: the same material for people who read in other ways."""
    with errors_as_lines(Run.debug):
        make_files.list_access()


@app.command()
def renderers() -> None:
    """List the renderers that are installed."""
    with errors_as_lines(Run.debug):
        make_files.list_renderers()


@app.command()
def stocks(root: Roots = None) -> None:
    """List the sheets that cards can be printed on."""
    with errors_as_lines(Run.debug):
        make_files.list_stocks(root or [])


@app.command(name="list")
def list_(
    kind: Annotated[str, typer.Argument(help="themes, tools, postcards, resources, workshops, …")],
    theme: Theme = None,
    purpose: Annotated[str | None, typer.Option(help="What for: `coprod list purposes` shows them.")] = None,
    minutes: Annotated[int | None, typer.Option(help="The minutes at hand.")] = None,
    people: Annotated[int | None, typer.Option(help="The size of the group.")] = None,
    setting: Annotated[Literal["in-person", "online"] | None, typer.Option(help="Where you meet.")] = None,
    text: Annotated[str | None, typer.Option(help="Words that all have to occur.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    root: Roots = None,
) -> None:
    """List the items of a kind, all of them or those that fit."""
    with errors_as_lines(Run.debug):
        criteria = Criteria(theme=theme, purpose=purpose, minutes=minutes, people=people, setting=setting, text=text)
        content.list_items(kind, criteria, root or [], as_json=json)


@app.command()
def show(
    id: Annotated[str, typer.Argument(help="The id of an item.")],  # noqa: A002  # it is the name that the help shows
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    root: Roots = None,
) -> None:
    """Show one item."""
    with errors_as_lines(Run.debug):
        content.show_item(id, root or [], as_json=json)


@app.command()
def check(
    root: Annotated[list[Path] | None, typer.Argument(help="Content roots; none means the canonical one.")] = None,
    format: Annotated[Format, typer.Option(help="How to print what is found.")] = "text",  # noqa: A002
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings and advice too.")] = False,
    advice: Annotated[
        bool,
        typer.Option("--advice", help="Print editorial advice too: sentences, acronyms, reading ages. Never fails."),
    ] = False,
) -> None:
    """Check content, and print everything that is wrong with it."""
    with errors_as_lines(Run.debug):
        content.check_roots(root or [], format, strict=strict, advice=advice)


@app.command()
def inspect(
    files: Annotated[list[Path], typer.Argument(help="Finished files, yours or anybody's.")],
    format: Annotated[Format, typer.Option(help="How to print what is found.")] = "text",  # noqa: A002
) -> None:
    """Look for what shuts people out of finished files, and for what could harm those who open them."""
    with errors_as_lines(Run.debug):
        inspection.inspect_files(files, format)


@app.command()
def explain(
    code: Annotated[
        str | None, typer.Argument(help="A code of a finding, or `person` for what only a person can check.")
    ] = None,
) -> None:
    """Say what a code means, why it matters and what to do. Without a code, list all codes."""
    with errors_as_lines(Run.debug):
        inspection.explain_code(code)


@app.command()
def coverage(
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    root: Roots = None,
) -> None:
    """Show how much there is for each theme, and what is missing."""
    with errors_as_lines(Run.debug):
        editorial.print_coverage(root or [], as_json=json)


@app.command()
def export(
    format: Annotated[Export, typer.Option(help="The library as JSON, or its references.")] = "json",  # noqa: A002
    out: Annotated[Path | None, typer.Option(help="The file to write; without it, the screen.")] = None,
    root: Roots = None,
) -> None:
    """Write the whole library, or its references, in one file."""
    with errors_as_lines(Run.debug):
        content.export_library(format, out, root or [])


@app.command()
def schema(
    kind: Annotated[str | None, typer.Argument(help="A kind of item, about or brand; none means all.")] = None,
    out: Annotated[Path | None, typer.Option(help="A folder for a file for each; without it, the screen.")] = None,
) -> None:
    """Print the JSON Schema of content files, for editors that complete and warn."""
    with errors_as_lines(Run.debug):
        content.print_schema(kind, out)


@new.command(name="pack")
def new_pack(folder: Annotated[Path, typer.Argument(help="The folder to make.")]) -> None:
    """Make a content root of your own, with a tool, a postcard and a workshop to start from."""
    with errors_as_lines(Run.debug):
        content.start_root(folder)


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
