"""The error raised when a file is rejected."""

from coprod_content.findings.fault import Fault
from coprod_content.findings.finding import printable


class FileRefused(Exception):
    """Error raised when a damaged, unsafe or unexpected file is rejected.

    `what` can name a part, and such a name can contain line breaks, so the message is put on one line.
    """

    def __init__(self, code: str, what: str, spot: str = "") -> None:
        what = printable(" ".join(what.splitlines()))
        self.fault = Fault(code=code, what=what, spot=spot)
        super().__init__(what)

    def fix(self, program: str, usual: str) -> str:
        """Return a sentence that tells people how to fix the rejected template.

        If the file is protected with a password, the sentence says how to remove the password in `program`, the Office
        program that opens the file. Otherwise, the sentence is `usual`.
        """
        if self.fault.code != "encrypted":
            return usual
        return f"Open it in {program}, choose File, Info and Protect to remove the password, then save the file."
