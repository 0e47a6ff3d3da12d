"""The error for a file that is not read any further."""

from coprod_content.findings.fault import Fault


class FileRefused(Exception):
    """A damaged, unsafe or unexpected file, with its fault."""

    def __init__(self, code: str, what: str, spot: str = "") -> None:
        self.fault = Fault(code=code, what=what, spot=spot)
        super().__init__(what)
