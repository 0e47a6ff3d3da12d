"""Inspectors: plugins that look for faults in finished files of one format."""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from attrs import field, frozen
from attrs.validators import instance_of, is_callable

from coprod_content.findings.fault import Fault, finding_of
from coprod_content.findings.finding import Finding, nearest
from coprod_content.plugins.installed_plugins import PluginError, Plugins

GROUP = "coprod_content.inspectors"
LARGEST = 64 * 1024 * 1024
"""The size in bytes of the largest file that is read. Each inspector sets its own limit on unpacked size."""


@frozen(kw_only=True)
class Inspector:
    """A format, and the pure function that inspects its files.

    `inspect` must not read or write other files, must not raise an exception for any input, and must limit the time and
    memory that it uses. The entry point is named after the format's suffix, without the dot.
    """

    media_type: str = field(validator=instance_of(str))
    inspect: Callable[[bytes], tuple[Fault, ...]] = field(validator=is_callable())


class InspectorError(PluginError):
    """Error raised if an inspector cannot be used."""


class UnknownInspector(InspectorError):
    """Error raised if no installed inspector handles the given suffix."""


_INSPECTORS = Plugins(GROUP, "inspector", Inspector, InspectorError, UnknownInspector)
malformed = _INSPECTORS.malformed


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of files that can be inspected, such as `.pdf`.

    No inspector is imported.
    """
    return tuple(f".{name}" for name in _INSPECTORS.names())


def faults_of(data: bytes, suffix: str) -> tuple[Fault, ...]:
    """Return the faults found in a file's bytes.

    `suffix` includes the dot. Raises UnknownInspector if there is no inspector for it, and InspectorError if the
    inspector cannot be used or fails.
    """
    name = suffix.lower().removeprefix(".")
    found = _INSPECTORS.load(name)
    return _INSPECTORS.call(name, tuple, _faults, found, data)


def _faults(inspector: Inspector, data: bytes) -> tuple[Fault, ...]:
    faults = tuple(inspector.inspect(data))
    odd = next((type(fault).__name__ for fault in faults if not isinstance(fault, Fault)), "")
    if odd:
        raise TypeError(f"each item that inspect returns must be a Fault, but one is of type {odd}")
    return faults


def inspect(path: Path | str) -> tuple[Finding, ...]:
    """Return the faults in a finished file as findings.

    If the file cannot be read, or if no inspector reads its format, a finding says so. Raises InspectorError if the
    inspector cannot be used or fails.
    """
    path = Path(path)
    name = path.as_posix()
    if path.suffix.lower() not in suffixes() and os.path.isfile(path):
        known = f"Known endings: {', '.join(suffixes())}."
        near = nearest(path.suffix.lower(), suffixes())
        files = f"files that end in '{path.suffix}'" if path.suffix else "files whose name has no ending"
        what = f"no inspector reads {files}."
        return (finding_of(Fault(code="unknown-format", what=what, fix=near or known), name),)
    data = _bytes(path)
    faults = (data,) if isinstance(data, Fault) else faults_of(data, path.suffix)
    return tuple(finding_of(fault, name) for fault in faults)


def _bytes(path: Path) -> bytes | Fault:
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            what = "is a folder." if stat.S_ISDIR(kind.st_mode) else "is not a file."
            return Fault(code="not-readable", what=what, fix="Give the path of a file instead.")
        if kind.st_size > LARGEST:
            size, limit = kind.st_size / 1_000_000, LARGEST / 1_000_000
            what = f"is {size:,.0f} MB in size; the limit is {limit:.0f} MB."
            return Fault(code="too-large", what=what, fix="Make its pictures smaller.")
        with path.open("rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as error:  # a path with a null character is a ValueError
        return Fault(code="not-readable", what=f"cannot be read: {getattr(error, 'strerror', None) or error}.")
