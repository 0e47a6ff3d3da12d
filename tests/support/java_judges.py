"""Judges in Java, each for many files in one run, because Java takes seconds to start."""

import json
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from attrs import frozen

Judge = Callable[[str], str]
NpmJudge = Callable[[str], Path]
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options with which Java compiles little, since a run is too short to gain by more."""
_EPUBCHECK = Path(__file__).parents[1] / "judges" / "EpubCheck.java"


@frozen
class PageError:
    """An error of a web page: its file, the checker's words and the markup."""

    file: str
    words: str
    markup: str


def page_errors(pages: Iterable[Path], judge: Judge, npm_judge: NpmJudge) -> list[PageError]:
    """Return what the Nu HTML checker finds in pages."""
    checker = str(npm_judge("vnu-jar/build/dist/vnu.jar"))
    command = [judge("java"), *QUICK, "-Xss8m", "-jar", checker, "--errors-only", "--format", "json"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False, timeout=600)
    found = json.loads(done.stderr)["messages"]
    return [PageError(Path(each["url"]).name, each["message"], each.get("extract", "")) for each in found]


def book_messages(books: Iterable[Path], judge: Judge, python_judge: Callable[[str], Path]) -> dict[str, list[Any]]:
    """Return what EPUBCheck says about books, by file name."""
    judge("javac")
    jar = python_judge("epubcheck") / "epubcheck" / "epubcheck.jar"
    paths = list(books)
    command = [judge("java"), *QUICK, "-Duser.language=en", "-cp", str(jar), str(_EPUBCHECK), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return {path.name: json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))["messages"] for path in paths}
