"""A library survives the round trip through JSON."""

import json
import unicodedata
from pathlib import Path
from typing import get_args

import pytest
import yaml
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.support.roots import SMALL, changed, small_root

from coprod_content import ContentError, Library, examine, load
from coprod_content.content.field_types import Audience, Moment
from coprod_content.content.model import Postcard
from coprod_content.export import from_json, to_json
from coprod_content.files.converter import CONVERTER
from coprod_content.text.invisible import invisible_character, without_invisible


@pytest.fixture(scope="module")
def small(below: Path) -> str:
    """Export a small library."""
    return to_json(load(below))


def test_a_library_in_another_language_and_script_survives(tmp_path: Path) -> None:
    """What is only pointed out about a library does not stop it from being read back."""
    about = SMALL["about.yaml"].replace("en-GB", "cy")
    thai = changed("postcards/who-decides.yaml", "Power is seldom named.", "\u0e19\u0e35\u0e48\u0e04\u0e37\u0e2d " * 20)
    library, findings = examine(small_root(tmp_path / "content", {"about.yaml": about, **thai}))
    assert library
    assert {finding.code for finding in findings} == {"fixed-phrases", "language-script"}
    assert from_json(to_json(library)) == library


def test_json_is_read_back_as_an_equal_library(library: Library) -> None:
    """`from_json` gives an equal library, which gives the same JSON again."""
    text = to_json(library)
    again = from_json(text)
    assert again == library
    assert hash(again) == hash(library)
    assert to_json(again) == text


def test_json_keeps_the_file_of_each_item(small: str) -> None:
    """Items still know their content files after the round trip."""
    assert from_json(small).tools["pairs"].source.file == "tools/pairs.yaml"


def test_json_has_every_item_of_every_kind(library: Library) -> None:
    """The export has as many items as the library."""
    value = json.loads(to_json(library))
    assert sum(len(items) for items in value.values() if isinstance(items, list)) == len(list(library))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "not JSON"),
        ("[]", "expected an object with the format"),
        ('{"format": "something-else"}', "expected an object with the format"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_other_text_is_refused_with_a_reason(text: str, message: str) -> None:
    """Text that is not an export gives a finding, not a traceback."""
    with pytest.raises(ContentError, match=message):
        from_json(text)


def test_all_problems_of_an_export_are_reported_at_once(small: str) -> None:
    """Two broken items and an unknown key give three findings that name their fields."""
    value = json.loads(small)
    value["tools"][0]["minutes"]["least"] = "ten"
    value["postcards"][0]["moment"] = "middle"
    value["extra"] = []
    with pytest.raises(ContentError) as caught:
        from_json(json.dumps(value))
    fields = {finding.field for finding in caught.value.findings}
    assert fields == {"tools[1].minutes.least", "postcards[1].moment", "extra"}


def messages_of(text: str) -> set[str]:
    """Return the findings about text that is not a library, as fields and codes."""
    with pytest.raises(ContentError) as caught:
        from_json(text)
    assert all(finding.where and finding.where.file == "library.json" for finding in caught.value.findings)
    return {f"{finding.field} {finding.code}".strip() for finding in caught.value.findings}


@pytest.mark.parametrize("value", [5, None, "x", {}, {"id": []}, True, 1.5])
def test_a_kind_that_is_not_a_list_is_refused(small: str, value: object) -> None:
    """The finding names the kind, and other findings are reported too."""
    text = json.dumps({**json.loads(small), "tools": value, "films": [value], "about": [value]})
    assert messages_of(text) >= {"tools list", "about mapping"}


@pytest.mark.parametrize("digits", ["9" * 5000, "-" + "1" * 4301])
def test_an_enormous_number_is_refused(small: str, digits: str) -> None:
    """Python refuses to read it. The result is a finding, not a traceback."""
    text = small.replace('"least": 10', f'"least": {digits}', 1)
    assert messages_of(text) == {"not-json"}


@pytest.mark.parametrize("number", ["NaN", "1e999", "-Infinity", "9" * 4000, "1.0"])
def test_an_unusual_number_is_refused_with_its_path(small: str, number: str) -> None:
    """JSON from other programs can have numbers that no field accepts."""
    value = json.loads(small)
    value["tools"].append({**value["tools"][0], "id": "other", "minutes": {"least": "#", "most": 30}})
    assert messages_of(json.dumps(value).replace('"#"', number)) == {"tools[2].minutes.least number"}


def test_every_second_use_of_an_id_is_refused(small: str) -> None:
    """Items of the same kind or of different kinds cannot share an id, and every clash is reported."""
    value = json.loads(small)
    value["tools"].append(value["tools"][0])
    value["films"].append({**value["films"][0], "id": value["postcards"][0]["id"]})
    tools, films = len(value["tools"]), len(value["films"])
    assert messages_of(json.dumps(value)) == {f"tools[{tools}].id duplicate-id", f"films[{films}].id duplicate-id"}


def test_a_key_given_twice_is_refused_with_its_path(small: str) -> None:
    """The first of the two values would be lost."""
    first = json.loads(small)["postcards"][0]["question"]
    line = f'"question": {json.dumps(first, ensure_ascii=False)},'
    assert messages_of(small.replace(line, f"{line} {line}", 1)) == {"postcards[1].question duplicate-key"}


def test_a_byte_order_mark_is_skipped(small: str) -> None:
    """Some programs on Windows write one before the text."""
    assert from_json("\ufeff" + small) == from_json(small)


def test_an_export_is_cross_checked_too(small: str) -> None:
    """A reference to a missing item is found in JSON as in YAML."""
    value = json.loads(small)
    value["tools"][0]["theme"] = "no-such-theme"
    with pytest.raises(ContentError, match="there is no theme 'no-such-theme'"):
        from_json(json.dumps(value))


def _is_clean(words: str) -> bool:
    """Return whether the loader keeps words unchanged: visible, on one line, in normal form."""
    one_line = " ".join(words.split())
    visible = any(character.isprintable() for character in words)
    return visible and words == unicodedata.normalize("NFC", one_line) and not invisible_character(words)


# Most drawn text is not in the form that the loader keeps. Normalising first leaves little to filter out.
_LINES = (
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=60)
    .map(lambda words: unicodedata.normalize("NFC", " ".join(without_invisible(words).replace("\ufffd", "").split())))
    .filter(_is_clean)
)
_PROSE = _LINES.filter(lambda words: "](" not in words and "[@" not in words)
_CARDS = st.builds(
    Postcard,
    id=st.from_regex(r"x[a-z0-9-]{0,20}", fullmatch=True),
    theme=st.just("sharing"),
    question=_LINES,
    why=_PROSE,
    follow_ups=st.lists(_LINES, min_size=1, max_size=3).map(tuple),
    listen_for=_PROSE,
    audience=st.lists(st.sampled_from(get_args(Audience)), min_size=1, max_size=3).map(tuple),
    moment=st.sampled_from(get_args(Moment)),
)


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small content root to lay others over. Reading the canonical one takes a second."""
    return small_root(tmp_path_factory.mktemp("below"))


@given(cards=st.lists(_CARDS, min_size=1, max_size=4, unique_by=lambda card: card.id))
def test_any_text_survives_from_file_to_json_and_back(
    cards: list[Postcard], below: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Text in a content file is unchanged in the library, in JSON and back."""
    root = tmp_path_factory.mktemp("root")
    (root / "postcards").mkdir()
    for card in cards:
        fields = {key: value for key, value in CONVERTER.unstructure(card).items() if key not in ("id", "source")}
        text = yaml.safe_dump(fields, allow_unicode=True, default_style='"')
        (root / "postcards" / f"{card.id}.yaml").write_text(text, encoding="utf-8")
    read = load(below, root)
    assert all(read.postcards[card.id] == evolve(card, resource=None) for card in cards)
    assert from_json(to_json(read)) == read
