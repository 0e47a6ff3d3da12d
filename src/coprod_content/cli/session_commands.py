"""The command line about sessions of one's own: plan, cut, serve."""

from pathlib import Path
from typing import Annotated

import typer

from coprod_content.cli import make_plan, serve_builder
from coprod_content.cli.console import errors_as_lines
from coprod_content.cli.options import Roots, Run

app = typer.Typer(rich_markup_mode=None)


@app.command()
def plan(  # an argument for each option
    minutes: Annotated[str, typer.Option(help="How long the session is, from 20 to 480 minutes.")],
    people: Annotated[str, typer.Option(help="How many people take part.")],
    purpose: Annotated[str, typer.Option(help="What for: `coprod list purposes` shows them.")],
    setting: Annotated[str, typer.Option(help="in-person or online.")] = "in-person",
    theme: Annotated[
        list[str] | None,
        typer.Option(help="A theme, by id or number, that gets an activity. Repeatable.", show_default=False),
    ] = None,
    must: Annotated[
        list[str] | None,
        typer.Option(help="The id of what has to be in. Repeatable.", show_default=False),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(help="The id of what must not be in. Repeatable.", show_default=False),
    ] = None,
    starts: Annotated[str, typer.Option(help="When it starts.")] = "10:00",
    break_minutes: Annotated[str, typer.Option("--break", help="The minutes of a break.")] = "10",
    lunch: Annotated[str, typer.Option(help="The minutes of lunch; 0 means none.")] = "0",
    title: Annotated[str | None, typer.Option(help="What to call it.", show_default=False)] = None,
    out: Annotated[Path | None, typer.Option(help="The YAML file to write, for `coprod pack`.")] = None,
    root: Roots = None,
) -> None:
    """Plan an agenda that adds up to the minute, say why each item is in it, and write it as a workshop."""
    asked = {
        "minutes": minutes,
        "people": people,
        "purpose": purpose,
        "setting": setting,
        "themes": theme or [],
        "must": must or [],
        "without": without or [],
        "starts": starts,
        "break_minutes": break_minutes,
        "lunch_minutes": lunch,
    }
    with errors_as_lines(Run.debug):
        make_plan.make_plan(asked, title, out, root or [])


@app.command()
def cut(
    workshop: Annotated[str, typer.Argument(help="The id of a workshop, or the file of one.")],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    minutes: Annotated[
        list[int] | None,
        typer.Option(help="A length in minutes. Repeatable; without any, 30, 60 and 90.", show_default=False),
    ] = None,
    root: Roots = None,
) -> None:
    """Cut a workshop to fewer minutes: the same items in their order, as many of them as fit."""
    with errors_as_lines(Run.debug):
        make_plan.make_cuts(workshop, minutes or [], out, root or [])


@app.command()
def serve(
    host: Annotated[
        str, typer.Option(help="The address to listen on. One that is not this machine's own opens it to others.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port, or the next one that is free.")] = 8080,
    open: Annotated[  # noqa: A002  # it is the name of the option
        bool | None, typer.Option("--open/--no-open", help="Open a browser, or none.", show_default=False)
    ] = None,
    root: Roots = None,
) -> None:
    """Open the builder: plan a session in a web browser, and download its pack."""
    with errors_as_lines(Run.debug):
        serve_builder.serve(host, port, root or [], opens=open)
