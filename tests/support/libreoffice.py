"""LibreOffice as a judge of many Office files in one run, with a separate profile."""

import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from tests.support.made_files import kept
from tools.office_fonts import with_office_fonts

Judge = Callable[[str], str]
# What LibreOffice makes soonest once it has read a file: a picture of one slide, the words of a text.
_SHORT = {".pptx": ("png", ".png"), ".docx": ("txt:Text", ".txt")}


def printed(
    files: Iterable[tuple[str, bytes]], judge: Judge, folder: Path, *, missing_font: bool = False
) -> dict[str, Path]:
    """Return the PDFs that LibreOffice makes of files, by name. Fails if one is missing.

    If `missing_font` is true, LibreOffice replaces our font with one as wide as Arial.
    """
    paths, found = [], kept()
    for name, data in files:
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    _converted(paths, "pdf", judge, folder, missing_font=missing_font)
    made = {path.name: folder / "pdf" / f"{path.stem}.pdf" for path in paths}
    assert [name for name, path in made.items() if not path.exists()] == []
    for path in paths if found else ():
        found.passed(path.read_bytes(), path.suffix, "LibreOffice")
    return made


def opened(files: Sequence[Path], judge: Judge, folder: Path) -> set[Path]:
    """Return the files that LibreOffice opens: it can draw the first slide, or save the text as plain words."""
    made = set()
    for suffix, (format_, ending) in _SHORT.items():
        some = [path for path in files if path.suffix == suffix]
        if some:
            _converted(some, format_, judge, folder)
            made |= {path for path in some if (folder / format_[:3] / f"{path.stem}{ending}").is_file()}
    return made


def saved_again(files: Mapping[str, bytes], judge: Judge, folder: Path) -> dict[str, bytes]:
    """Return files as LibreOffice saves them in the same format."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    for suffix in _SHORT:
        some = [folder / name for name in files if name.endswith(suffix)]
        if some:
            _converted(some, suffix.removeprefix("."), judge, folder)
    return {name: (folder / Path(name).suffix[1:4] / name).read_bytes() for name in files}


def _converted(paths: Sequence[Path], format_: str, judge: Judge, folder: Path, *, missing_font: bool = False) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [judge("soffice"), profile, "--headless", "--convert-to", format_, "--outdir", str(folder / format_[:3])]
    fonts = with_office_fonts(folder, missing=missing_font)
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=1800, env=fonts)
