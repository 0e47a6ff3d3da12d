"""The error raised when a file is rejected."""

from coprod_content.findings.fault import Fault


class FileRefused(Exception):
    """Error raised when a damaged, unsafe or unexpected file is rejected."""

    def __init__(self, code: str, what: str, spot: str = "") -> None:
        self.fault = Fault(code=code, what=what, spot=spot)
        super().__init__(what)

    def fix(self, program: str, usual: str) -> str:
        """Return what to do about a template, in a sentence.

        `program` is the Office program that opens it, and `usual` the advice for a file that needs no password.
        """
        if self.fault.code != "encrypted":
            return usual
        return f"Open it in {program}, choose File, Info, Protect, remove the password, and save it."
