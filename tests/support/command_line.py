"""The command line, run in this process."""

from pathlib import Path

from typer.testing import CliRunner, Result

from coprod_content.cli.app import app


def coprod(*words: str | Path) -> Result:
    """Run `coprod` with some arguments."""
    return CliRunner().invoke(app, [str(word) for word in words])
