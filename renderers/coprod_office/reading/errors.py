"""The error raised when a file is rejected."""

from coprod_content.findings.fault import Fault


class FileRefused(Exception):
    """Error raised when a damaged, unsafe or unexpected file is rejected."""

    def __init__(self, code: str, what: str, spot: str = "") -> None:
        self.fault = Fault(code=code, what=what, spot=spot)
        super().__init__(what)
