"""One amend file of a content root."""

from typing import TYPE_CHECKING

from attrs import frozen

from coprod_content.content.source import Source

if TYPE_CHECKING:
    from coprod_content.files.yaml_reader import ParsedYaml


@frozen
class Amendment:
    """A parsed amend file with the id of its item."""

    id: str
    parsed: "ParsedYaml"
    source: Source
