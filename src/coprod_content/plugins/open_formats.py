"""Convert finished files to open formats with LibreOffice, where it is installed."""

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

from coprod_content.plugins.renderers import RENDERERS, RendererError, installed_renderers, names, renderer

_PROGRAMS = (
    "soffice",
    "libreoffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_LONGEST = 300  # seconds
_LIST = re.compile(rb'(xml:id|text:continue-list)="(list\d+)"')
_SESSION = re.compile(rb'<config:config-item config:name="Rsid(?:Root)?"[^>]*>[^<]*</config:config-item>')
_MISSING = (
    "Open formats ({}) are made by LibreOffice, which is not installed here. Install it from libreoffice.org, or make "
    "the file with --to {} and save it in the open format from Word or PowerPoint."
)


def open_formats() -> dict[str, str]:
    """Map open formats, such as `odt`, to the renderers they need."""
    return {each.open_suffix[1:]: name for name, each in installed_renderers().usable if each.open_suffix}


def source_of(to: str) -> str:
    """Return the renderer whose files an open format is made from.

    The name of a renderer, or an unknown name, is returned unchanged.
    """
    return to if to in names() else open_formats().get(to, to)


def converted(files: Sequence[bytes], to: str) -> tuple[bytes, ...]:
    """Return one renderer's files in an open format, such as `odt`.

    The same files always give the same bytes. Raises RendererError if LibreOffice is missing or fails.
    """
    source = source_of(to)
    found = renderer(source)
    program = next((there for each in _PROGRAMS if (there := shutil.which(each))), None)
    if program is None:
        raise RendererError(_MISSING.format(to.upper(), source))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        paths = [folder / f"{number}{found.suffix}" for number in range(len(files))]
        for path, data in zip(paths, files, strict=True):
            path.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", to, "--outdir", str(folder), *map(str, paths)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST)
            made = tuple(_stable(path.with_suffix(f".{to}").read_bytes()) for path in paths)
        except (OSError, subprocess.SubprocessError, zipfile.BadZipFile) as error:
            reason = "took too long" if isinstance(error, subprocess.TimeoutExpired) else "made no file"
            raise RendererError(
                f"LibreOffice {reason} when converting to {to.upper()}. Close it if it is open, and try again."
            ) from error
    if found.restored is None:
        return made
    return tuple(RENDERERS.call(source, bytes, found.restored, *pair) for pair in zip(files, made, strict=True))


def _stable(data: bytes) -> bytes:
    """Return a file without the random ids that LibreOffice adds."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as made:
        for entry in sorted(archive.infolist(), key=lambda each: (each.filename != "mimetype", each.filename)):
            content = archive.read(entry)
            if entry.filename == "settings.xml":
                content = _SESSION.sub(b"", content)
            elif entry.filename == "content.xml":
                content = _renumbered(content)
            info = zipfile.ZipInfo(entry.filename)
            is_first = entry.filename == "mimetype"  # readers expect it first and uncompressed
            info.compress_type = zipfile.ZIP_STORED if is_first else zipfile.ZIP_DEFLATED
            info.create_system = 3
            made.writestr(info, content)
    return out.getvalue()


def _renumbered(content: bytes) -> bytes:
    order = {id_: number for number, id_ in enumerate(dict.fromkeys(found[1] for found in _LIST.findall(content)), 1)}
    return _LIST.sub(lambda found: b'%s="list%d"' % (found[1], order[found[2]]), content)
