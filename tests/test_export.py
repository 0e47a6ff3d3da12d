"""A library goes to JSON and comes back the same."""

import json

import pytest

from coprod_content import ContentError, Library
from coprod_content.export import from_json, to_json


def test_json_comes_back_as_the_identical_library(library: Library) -> None:
    """What `coprod export` writes reads back as an equal library, and writes the same text again."""
    text = to_json(library)
    again = from_json(text)
    assert again == library
    assert hash(again) == hash(library)
    assert to_json(again) == text


def test_json_keeps_the_file_that_each_item_came_from(library: Library) -> None:
    """An item still knows its content file after the round trip."""
    again = from_json(to_json(library))
    assert again.tools["group-agreement"].source.file == "tools/group-agreement.yaml"


def test_json_holds_every_item_of_every_kind(library: Library) -> None:
    """The export is whole: as many items as the library has."""
    value = json.loads(to_json(library))
    assert sum(len(items) for items in value.values() if isinstance(items, list)) == len(list(library))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[]", "expected an object with the format"),
        ('{"format": "something-else"}', "expected an object with the format"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_what_is_not_an_export_is_refused_with_a_reason(text: str, said: str) -> None:
    """A file that is not an export gives a finding, not a traceback."""
    with pytest.raises(ContentError, match=said):
        from_json(text)


def test_all_problems_of_an_export_are_reported_at_once(library: Library) -> None:
    """Two broken items and an unknown key are three findings that name their fields."""
    value = json.loads(to_json(library))
    value["tools"][0]["minutes"]["least"] = "ten"
    value["postcards"][0]["moment"] = "middle"
    value["extra"] = []
    with pytest.raises(ContentError) as caught:
        from_json(json.dumps(value))
    fields = {finding.field for finding in caught.value.findings}
    assert fields == {"tools[1].minutes.least", "postcards[1].moment", "extra"}


def test_an_export_is_cross_checked_too(library: Library) -> None:
    """A pointer to an item that is not there is found in JSON as it is in YAML."""
    value = json.loads(to_json(library))
    value["tools"][0]["theme"] = "no-such-theme"
    with pytest.raises(ContentError, match="there is no theme 'no-such-theme'"):
        from_json(json.dumps(value))
