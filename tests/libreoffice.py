"""LibreOffice as a judge of Office files: many files in one run, in a profile of its own."""

import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path


def printed(files: Iterable[tuple[str, bytes]], judge: Callable[[str], str], folder: Path) -> dict[str, Path]:
    """The PDFs that LibreOffice makes of files, by name. Raises AssertionError where it makes none of one."""
    paths = []
    for name, data in files:
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [judge("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder / "pdf")]
    subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=900)
    made = {path.name: folder / "pdf" / f"{path.stem}.pdf" for path in paths}
    assert [name for name, path in made.items() if not path.exists()] == []
    return made
