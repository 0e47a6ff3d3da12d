"""The inspector for PDF files."""

import io
import re
from itertools import chain

import pikepdf

from coprod_content.findings.fault import Fault
from coprod_content.plugins.inspectors import Inspector
from coprod_inspect.pdf.actions import action_faults
from coprod_inspect.pdf.catalog import catalog_faults
from coprod_inspect.pdf.pages import page_faults
from coprod_inspect.pdf.stream_limits import check_stream_sizes
from coprod_inspect.pdf.structure_tree import structure_faults
from coprod_inspect.shared_checks import shortened
from coprod_office.reading.errors import FileRefused

_STREAM_ADDRESS = re.compile(r"^stream <[^>]*>(?: \(offset \d+\))?: ")


def inspect(data: bytes) -> tuple[Fault, ...]:
    """Return the faults found in a PDF file."""
    if b"%PDF-" not in data[:1024]:
        what = "is empty." if not data else "is not a PDF file: it does not start as one."
        return (Fault(code="not-what-it-says", what=what),)
    try:
        check_stream_sizes(data)
        with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
            if pdf.is_encrypted:
                return (Fault(code="encrypted", what="is encrypted."),)
            return tuple(chain(catalog_faults(pdf), action_faults(pdf), structure_faults(pdf), page_faults(pdf)))
    except FileRefused as refused:
        return (refused.fault,)
    except pikepdf.PasswordError:
        return (Fault(code="encrypted", what="cannot be opened without a password."),)
    except (pikepdf.PdfError, AttributeError, KeyError, ValueError, TypeError, IndexError, RuntimeError) as error:
        # pikepdf can raise any of these for an object of an unexpected type.
        return (Fault(code="corrupt", what=f"is damaged ({shortened(_reason(error))})."),)


def _reason(error: Exception) -> str:
    return _STREAM_ADDRESS.sub("", (str(error).splitlines() or ["?"])[0])


inspector = Inspector(media_type="application/pdf", inspect=inspect)
