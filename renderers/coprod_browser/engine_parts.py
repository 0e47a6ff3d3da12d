"""The parts of the engine from other packages: Pyodide and typst."""

from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

_PYODIDE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
_TYPST = "typst-*wasm32.whl"
_HOW = "Run `make pages`, which downloads it"


class UnusableParts(Exception):
    """Error for a folder that has not every part of the engine."""


@frozen(kw_only=True)
class EnginePart:
    """A file of the engine.

    `words` says what it is, for a progress bar."""

    name: str
    words: str
    data: bytes
    for_cards: bool = False


@frozen
class EngineFolder:
    """The parts of the engine, and the folder of Pyodide."""

    parts: tuple[EnginePart, ...]
    pyodide: Path


def engine_parts(folder: Path) -> EngineFolder:
    """Return the parts of the engine that `make pages` downloaded.

    Raises UnusableParts if one is missing or damaged.
    """
    return EngineFolder(tuple(_parts(folder)), folder / "node_modules" / "pyodide")


def _parts(folder: Path) -> Iterator[EnginePart]:
    for name in _PYODIDE:
        data = _data(folder / "node_modules" / "pyodide" / name)
        if name.endswith(".wasm") and data[:4] != b"\0asm":
            raise UnusableParts(f"{folder / name} is not WebAssembly. {_HOW} again.")
        yield EnginePart(name=name, words="Python", data=data)
    wheels = sorted(folder.glob(_TYPST))
    if not wheels:
        raise UnusableParts(f"{folder} has no file {_TYPST}. {_HOW}.")
    data = _data(wheels[-1])
    if data[:2] != b"PK":
        raise UnusableParts(f"{wheels[-1]} is not a wheel. {_HOW} again.")
    yield EnginePart(name="typst.zip", words="the printer of cards", data=data, for_cards=True)


def _data(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnusableParts(f"{path} cannot be read ({error.strerror}). {_HOW}.") from error
