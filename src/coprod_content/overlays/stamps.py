"""The library's versions of items that a root copied or amended."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from attrs import frozen

from coprod_content.files.yaml_reader import YamlValue

STAMPS = ".coprod/base"
"""The folder of a content root with a stamp for each copied or amended item."""


@frozen
class Stamp:
    """The fields of an item when it was last compared.

    `kind` is the name of its kind, and `library` the version of the library.
    """

    id: str
    kind: str
    library: str
    fields: dict[str, YamlValue]

    @property
    def name(self) -> str:
        """The name of the stamp's file in the content root."""
        return f"{STAMPS}/{self.id}.json"

    @property
    def text(self) -> str:
        """The text of the stamp's file."""
        value = {"kind": self.kind, "library": self.library, "sha256": _hash(self.fields), "fields": self.fields}
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def read_stamp(root: Path, id_: str) -> Stamp | None:
    """Return an item's stamp, or None if it is missing or damaged."""
    try:
        value: Any = json.loads((root / STAMPS / f"{id_}.json").read_text(encoding="utf-8-sig"))
        stamp = Stamp(id_, value["kind"], value["library"], value["fields"])
        return stamp if isinstance(stamp.fields, dict) and value["sha256"] == _hash(stamp.fields) else None
    except (OSError, ValueError, LookupError, TypeError):
        return None


def _hash(fields: dict[str, YamlValue]) -> str:
    """Return a SHA-256 hash of fields, whatever their order."""
    return sha256(json.dumps(fields, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
