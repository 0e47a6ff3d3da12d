"""The judges of files that tests made: each file by each judge of its format, many in one go."""

import multiprocessing
import shutil
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from subprocess import SubprocessError

from attrs import frozen
from tests.support import libreoffice, office
from tests.support.made_files import OFFICE, PDF, Kept

AUDIT, OPENS, VALID, VERA = "openxml-audit", "LibreOffice", "page-validation", "veraPDF"


MapFiles = Callable[[Callable[[Path], str], list[Path]], Iterable[str]]
Look = Callable[[list[Path], MapFiles], Iterable[tuple[Path, str]]]


@frozen
class Verdict:
    """A fault that a judge found in a file, or the reason why it could not judge. `missing`: it is not installed."""

    judge: str
    file: Path | None
    what: str
    missing: bool = False


@frozen
class Judged:
    """The verdicts, and for each judge the number of files that it saw now and of all files for it."""

    counts: tuple[tuple[str, int, int], ...]
    verdicts: tuple[Verdict, ...]


def judged(kept: Kept, *, without: str = "", processes: int = 1) -> Judged:
    """Have each judge look at the files that it has not passed yet. Judges that are programs run side by side.

    A new process takes seconds to read the schemas, so more than one is worth it only when all tests are over.
    """
    ours = ((AUDIT, OFFICE, _each(audit)), (VALID, PDF, _each(valid)))
    programs = ((OPENS, OFFICE, opens), (VERA, PDF, vera))
    work = tuple(one for one in (*ours, *programs) if one[0] != without)
    left = {judge: kept.left(judge, suffixes) for judge, suffixes, _ in work}
    all_ = {judge: len(kept.left("", suffixes)) for judge, suffixes, _ in work}

    def verdicts(judge: str, look: Look, mapped: MapFiles) -> tuple[Verdict, ...]:
        return _verdicts(look, judge, left[judge], mapped) if left[judge] else ()

    with _mapping(processes) as mapped, ThreadPoolExecutor(len(work)) as threads:
        waiting = [threads.submit(verdicts, judge, look, mapped) for judge, _, look in work if judge in (OPENS, VERA)]
        found = [verdicts(judge, look, mapped) for judge, _, look in work if judge in (AUDIT, VALID)]
        found += [later.result() for later in waiting]
    counts = tuple((judge, len(left[judge]), all_[judge]) for judge, _, _ in work)
    return Judged(counts, tuple(verdict for some in found for verdict in some))


@contextmanager
def _mapping(processes: int) -> Iterator[MapFiles]:
    """Yield `map`, or the same in new processes."""
    if processes == 1:
        yield map
        return
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        yield pool.map


def _verdicts(look: Look, judge: str, files: list[Path], mapped: MapFiles) -> tuple[Verdict, ...]:
    try:
        return tuple(Verdict(judge, file, what) for file, what in look(files, mapped) if what)
    except FileNotFoundError as error:
        return (Verdict(judge, None, f"{error} is not installed", missing=True),)
    except SubprocessError as error:
        why = f"gave up: {type(error).__name__}"  # its message names every file
        return (Verdict(judge, None, why),)


def _each(look: Callable[[Path], str]) -> Look:
    return lambda files, mapped: zip(files, mapped(look, files), strict=True)


def audit(path: Path) -> str:
    """Return what is wrong with an Office file by the schemas and as a package, or ""."""
    try:
        return "; ".join(office.faults(path.read_bytes(), path.suffix)[:3])
    except zipfile.BadZipFile as error:
        return f"is not a package: {error}"


def valid(path: Path) -> str:
    """Return what page-validation finds in a PDF by PDF/UA-1 and PDF/A-2a, or ""."""
    from tests.support.cards_reading import Reading

    reading = Reading(path.read_bytes(), path.parent)
    return "; ".join([*reading.faults("ua1"), *reading.faults("2a")][:3])


def opens(files: list[Path], _: MapFiles) -> Iterator[tuple[Path, str]]:
    """Yield each Office file, with a fault if LibreOffice does not open it."""
    with tempfile.TemporaryDirectory() as folder:
        opened = libreoffice.opened(files, _program, Path(folder))
    yield from ((file, "" if file in opened else "does not open") for file in files)


def vera(files: list[Path], _: MapFiles) -> Iterator[tuple[Path, str]]:
    """Yield each PDF, with what veraPDF finds in it by PDF/UA-1 and PDF/A-2a, and those that it left out."""
    from tests.support.verapdf import BOTH, jars, verdicts

    missing = [jar.name for jar in jars() if not jar.is_file()]
    if missing:
        raise FileNotFoundError(", ".join(missing))
    found = verdicts(_program, files)
    seen = Counter(Path(verdict.file) for verdict in found)
    yield from ((file, f"judged by {seen[file]} of {BOTH} flavours") for file in files if seen[file] != BOTH)
    yield from (
        (Path(one.file), "" if one.verdict == "pass" else f"{one.flavour} {one.verdict}: {one.rules}") for one in found
    )


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(name)
    return path
