"""The fields of a certificate that stand out."""

from attrs import frozen

from coprod_content.content.field_types import FieldKind
from coprod_content.document.document import Document
from coprod_content.document.fill_in import FillIn

TYPED: tuple[FieldKind, ...] = ("text", "number", "date", "lines", "signature")
"""The kinds of field whose answer is typed or written on one or more lines."""


@frozen
class CertificateFields:
    """The fields of a certificate that stand out.

    `largest` is the first field, such as a name, or None if there are no fields. `beside` are the fields of the last
    part that are shown side by side, such as a signature and its date. They are of the kinds in `TYPED`, and are not
    filled in from the event or the organisation. `beside` is empty if there are fewer than two such fields, or if the
    certificate has only one part.
    """

    largest: FillIn | None
    beside: tuple[FillIn, ...]

    @classmethod
    def of(cls, document: Document) -> "CertificateFields":
        """Return the fields that stand out in a document."""
        parts = [section for section in document.sections if section.role == "certificate"]
        fields = [[block for block in part.blocks if isinstance(block, FillIn)] for part in parts]
        first = next((field for several in fields for field in several), None)
        last = [field for field in fields[-1] if field.kind in TYPED and not field.fill] if len(parts) > 1 else []
        return cls(first, tuple(last) if len(last) > 1 else ())
