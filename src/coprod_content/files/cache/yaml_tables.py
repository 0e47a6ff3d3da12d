"""The tables of this program in YAML, which are parsed once."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from coprod_content.files.cache.kept_bytes import KeptBytes


def yaml_table(path: Path) -> Any:
    """Return the content of a YAML file that belongs to this program.

    Parsing a long table takes 40 times as long as reading it as JSON, so it is kept in the cache folder as JSON.
    """
    text = path.read_text(encoding="utf-8")
    kept = KeptBytes("table", (text,), any_version=True)
    with suppress(ValueError):  # missing or damaged
        return json.loads(kept.read() or b"")
    import yaml

    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # both loaders are safe
    body = json.dumps(table, separators=(",", ":")).encode()
    if json.loads(body) == table:  # not so if a key is a number
        kept.write(body)
    return table
