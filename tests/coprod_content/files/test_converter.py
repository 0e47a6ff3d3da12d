"""Values become typed items, with errors that editors can act on, and items become values again."""

import json
import unicodedata

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_content import Library
from coprod_content.content import field_types
from coprod_content.content.about import About
from coprod_content.content.drawing import Circle, Drawing, Label, Polygon, Shape
from coprod_content.content.model import BreakSlot, Origin, Prompt, Resource, Slot, TalkSlot, Term
from coprod_content.content.source import Source
from coprod_content.files.converter import CONVERTER
from coprod_content.files.field_errors import FieldError, Problem, found, problems

HUGE = 10**5000


def structured(value: object, type_: object) -> object:
    return CONVERTER.structure(value, type_)


def faults(value: object, type_: object) -> list[Problem]:
    """Return the problems of a value, at least one."""
    with pytest.raises(Exception) as caught:  # cattrs raises groups, single fields FieldError
        structured(value, type_)
    return list(problems(caught.value))


def fault(value: object, type_: object) -> Problem:
    (only,) = faults(value, type_)
    return only


@pytest.mark.parametrize(("value", "number"), [("5", 5), ("007", 7), (480, 480), ("1", 1)])
def test_whole_numbers_come_from_digits(value: object, number: int) -> None:
    """Digits in text and numbers in JSON both become whole numbers."""
    assert structured(value, field_types.Minutes) == number


@pytest.mark.parametrize(
    "value",
    ["ten", "", "4.5", "-5", "+5", "0", "481", "1_0", "٣", "9" * 10_000, 481, 0, 4.5, True, None, [], {}, HUGE],
    ids=lambda value: "huge" if value is HUGE else None,
)
def test_any_other_whole_number_is_refused(value: object) -> None:
    """Words, fractions, other digits and numbers out of range get the same short message."""
    problem = fault(value, field_types.Minutes)
    assert problem.code == "number"
    assert problem.what.startswith("expected a whole number from 1 to 480 minutes, found")
    assert len(problem.what) < 120
    assert problem.fix == "Write digits, for example 45."


@pytest.mark.parametrize(("value", "number"), [("1.5", 1.5), ("-3", -3.0), (7, 7.0), (0.25, 0.25)])
def test_decimals_come_from_digits(value: object, number: float) -> None:
    """Units of a drawing are decimals, and always floats."""
    made = structured(value, field_types.Units)
    assert made == number
    assert isinstance(made, float)


@pytest.mark.parametrize("value", ["1,5", "1e3", "nan", "inf", "9" * 50, float("nan"), float("inf"), 1001, True, None])
def test_any_other_decimal_is_refused(value: object) -> None:
    """Commas, exponents, infinities and numbers out of range are problems."""
    assert fault(value, field_types.Units).code == "number"


@pytest.mark.parametrize("value", ["0", "-1", 0, "0.05"])
def test_a_size_in_a_drawing_is_above_zero(value: object) -> None:
    """A canvas without width or height is refused, because it cannot be scaled."""
    assert fault({"width": value, "height": "9", "shapes": [{"shape": "line", "x": "0", "y": "0", "to_x": "1",
        "to_y": "1", "colour": "ink"}]}, Drawing).path == ("width",)  # fmt: skip


def test_text_is_one_line_in_the_composed_form() -> None:
    """Line ends become spaces and accents are composed. No-break spaces stay."""
    assert structured("  Cafe\u0301\n  and\tmore\u00a0so ", field_types.Prose) == "Café and more\u00a0so"
    assert structured("A\ntitle", field_types.Line) == "A title"


@pytest.mark.parametrize(
    "value",
    [
        "",
        "   ",
        "\n",
        "\u200b",
        "\u200d\ufeff",
        "\u00a0",
        "\u3164",
        "\u2800\u2800",
        "\u0301",
        "\U000e0041",
        "\ufdd0",
        "\x07",
    ],
)
@pytest.mark.parametrize("type_", [field_types.Line, field_types.Prose, field_types.Question])
def test_invisible_text_is_empty(value: str, type_: object) -> None:
    """Text needs a visible character: blanks, fillers, lone accents and characters without width are none."""
    assert fault(value, type_).code == "empty"


@pytest.mark.parametrize(
    "character", ["\x00", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\ud800", "\uffff"]
)
@pytest.mark.parametrize("type_", [field_types.Line, field_types.Prose, field_types.ToolId, field_types.Url])
def test_control_characters_are_refused_everywhere(character: str, type_: object) -> None:
    """A character that could steer a terminal or reverse text is named, even at the end of a text."""
    for value in (f"a{character}b", f"ab{character}"):
        problem = fault(value, type_)
        assert problem.code == "control-character"
        assert f"U+{ord(character):04X}" in problem.what


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\u200b", "invisible character U+200B (zero width space)"),
        ("\xad", "invisible character U+00AD (soft hyphen)"),
        ("\u3164", "invisible character U+3164 (hangul filler)"),
        ("\u2800", "invisible character U+2800 (braille pattern blank)"),
        ("\U000e0041", "invisible character U+E0041 (tag latin capital letter a)"),
        ("\ufdd0", "noncharacter U+FDD0"),
        ("\U0003ffff", "noncharacter U+3FFFF"),
        ("\x1b", "control character U+001B"),
    ],
)
def test_an_invisible_character_is_named(character: str, name: str) -> None:
    """The message gives the Unicode code and name of an invisible character."""
    assert fault(f"a{character}b", field_types.Prose).what == f"the text contains the {name}."


@pytest.mark.parametrize(
    "value",
    ["🏴󠁧󠁢󠁷󠁬󠁳󠁿 Cymru", "👩‍⚕️ and 1️⃣", "क्‍ष", "می‌خواهم", "ភាសា\u200bខ្មែរ", "⠓⠑⠀⠇", "Total\u200f"],
)
def test_invisible_characters_that_words_and_emoji_need_are_kept(value: str) -> None:
    """Flags, emoji, joiners of other scripts, blanks in braille and direction marks are text."""
    assert structured(value, field_types.Prose) == value


@pytest.mark.parametrize("value", ["a &#x202e;b", "a&#12;b", "a&#10;b", "a&Tab;b"])
def test_entities_are_text(value: str) -> None:
    """An entity is printed as it is typed, so no character can be smuggled in as one."""
    assert structured(value, field_types.Prose) == value


@pytest.mark.parametrize("value", ["- first", "• first", "* first", "–\u00a0first"])
def test_a_typed_bullet_is_refused(value: str) -> None:
    """Several such texts would only look like a list, so the first is refused."""
    assert fault(value, field_types.Prose).code == fault(value, field_types.Line).code == "fake-list"
    assert structured(value.replace("first", "").strip() + "first", field_types.Prose)


@pytest.mark.parametrize(("type_", "most"), [(field_types.Line, 300), (field_types.Prose, 4000)])
def test_text_has_a_maximum_length(type_: object, most: int) -> None:
    """The limit is exact, and the message gives it."""
    assert structured("a" * most, type_) == "a" * most
    problem = fault("a" * (most + 1), type_)
    assert problem.code == "too-long"
    assert f"{most:,}" in problem.what


@pytest.mark.parametrize("value", [5, None, [], {}, True])
def test_only_text_is_text(value: object) -> None:
    """Numbers, lists, mappings and None are refused."""
    assert fault(value, field_types.Prose).code == "text"
    assert fault(value, field_types.ToolId).code == "text"
    assert fault(value, field_types.Clock).code == "form"


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        (field_types.Slug, "power-sharing", "Power sharing"),
        (field_types.Clock, "09:30", "9:30"),
        (field_types.Clock, "23:59", "24:00"),
        (field_types.Language, "en-GB", "English"),
        (field_types.Day, "2026-11-23", "23.11.2026"),
        (field_types.Day, "2024-02-29", "2026-02-30"),
        (field_types.Day, "2026-12-31", "2026-13-01"),
        (field_types.Day, "2026-12-31", "0000-01-01"),
        (field_types.Day, "2026-12-31", "٢٠٢٦-١٢-٣١"),
        (field_types.Day, "2026-12-31", "20261231"),
        (field_types.Url, "https://www.example.org/a", "www.example.org"),
        (field_types.Url, "tel:+441234", "javascript:alert(1)"),
    ],
)
def test_patterns_are_enforced(type_: object, good: str, bad: str) -> None:
    """Ids, times, languages, dates and links have a pattern, and the message gives an example."""
    assert structured(good, type_) == good
    problem = fault(bad, type_)
    assert problem.fix
    assert f"found '{bad}'" in problem.what


@pytest.mark.parametrize(
    ("value", "made"), [("yes", True), ("true", True), ("no", False), ("false", False), (True, True)]
)
def test_only_yes_no_true_and_false_are_booleans(value: object, made: bool) -> None:
    """Other words that YAML takes for booleans are refused."""
    assert structured(value, bool) is made
    assert fault("on", bool).what == "expected yes or no, found 'on'."


def test_a_wrong_choice_gets_the_list_and_the_nearest() -> None:
    """A mistyped word gets a "did you mean"; any other value gets a pointer to the list."""
    problem = fault("in-persn", field_types.Setting)
    assert problem.what == "expected one of in-person, online, either, found 'in-persn'."
    assert problem.fix == "Did you mean 'in-person'?"
    assert fault(["online"], field_types.Setting).fix == "Choose one of them."


def test_an_unknown_key_gets_the_nearest_or_the_list() -> None:
    """The problem is the key itself. Ids and sources are not offered, because files do not have them."""
    sound = {"text": "Why?"}
    assert fault({**sound, "line": "3"}, Prompt) == Problem(
        ("line",), "unknown-key", "there is no such key here.", "Did you mean 'lines'?", key=True
    )
    assert fault({**sound, "zzz": "3"}, Prompt).fix == "Keys allowed here: text, lines."
    term = {"id": "a", "term": "A", "meaning": "B", "why": "C", "qqq": "D"}
    assert fault(term, Term).fix == "Keys allowed here: rights, term, meaning, why, jargon, preferred, see."


def test_every_problem_of_a_value_is_found_at_once() -> None:
    """Missing, unknown and wrong fields are reported together, each with its path."""
    value = {"kind": "talk", "minutes": "x", "points": ["a", "", 5], "nots": "b"}
    assert {(p.path, p.code) for p in faults(value, TalkSlot)} == {
        (("minutes",), "number"),
        (("title",), "missing-key"),
        (("points", 1), "empty"),
        (("points", 2), "text"),
        (("nots",), "unknown-key"),
    }


@pytest.mark.parametrize("value", ["a", None, {"0": "a"}, 5])
def test_only_a_list_is_a_list(value: object) -> None:
    """One text is neither a list of one text nor a list of letters."""
    assert fault(value, tuple[field_types.Line, ...]).code == "list"


def test_an_empty_list_is_refused() -> None:
    """A list must have an entry."""
    assert fault([], tuple[field_types.Line, ...]).code == "empty"


@pytest.mark.parametrize("value", ["a", [], None, 5])
def test_only_a_mapping_is_a_mapping(value: object) -> None:
    """If keys and values are expected, nothing else is accepted."""
    assert fault(value, Origin).code == "mapping"


def test_one_of_several_classes_is_chosen_by_its_tag() -> None:
    """The kind of a slot and the shape in a drawing choose the class."""
    assert structured({"kind": "break", "minutes": "10"}, Slot) == BreakSlot(minutes=10)
    shape = {"shape": "circle", "x": "1", "y": "2", "radius": "3", "fill": "ink"}
    assert structured(shape, Shape) == Circle(x=1, y=2, radius=3, fill="ink")


def test_a_polygon_has_three_corners_or_more() -> None:
    """Corners are x,y pairs separated by spaces, and two of them are not a polygon."""
    polygon = {"shape": "polygon", "points": "0,0 10,-2.5 5,8", "fill": "ink"}
    assert structured(polygon, Shape).corners == ((0.0, 0.0), (10.0, -2.5), (5.0, 8.0))
    for points in ("0,0 10,0", "0,0 10,0 5", "0 0 10 0 5 8", "1e3,0 1,1 2,2", ""):
        assert fault({**polygon, "points": points}, Polygon).path == ("points",)


@pytest.mark.parametrize("tag", ["brake", "", None, ["break"], {"a": "b"}, 5])
def test_a_wrong_tag_is_a_problem_at_the_tag(tag: object) -> None:
    """A mistyped, missing or misshapen kind is reported at its place."""
    problem = fault({"kind": tag, "minutes": "10"}, Slot)
    assert problem.path == ("kind",)
    assert problem.what.startswith("expected kind to be one of tool, postcards, talk, film, break, closing, found")
    assert problem.fix == ("Did you mean 'break'?" if tag == "brake" else "Choose one of them.")
    assert fault("break", Slot).code == "choice"


def test_null_in_json_leaves_an_optional_field_out() -> None:
    """`null` is the same as a missing key."""
    value = {"standing": "own", "credit": "Ours.", "licence": "CC0.", "url": None}
    assert structured(value, Origin) == Origin(standing="own", credit="Ours.", licence="CC0.")


def test_an_error_of_the_program_is_not_swallowed() -> None:
    """Errors that are not problems of the content are raised again."""
    with pytest.raises(ZeroDivisionError):
        list(problems(ZeroDivisionError()))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", "found nothing"),
        (None, "found nothing"),
        ("a", "found 'a'"),
        ("a\x1b[31m", "found 'a�[31m'"),
        ("a" * 50, f"found '{'a' * 39}…'"),
        ([], "found a list"),
        ((), "found a list"),
        ({}, "found keys and values"),
        (7, "found 7"),
        (10**9, "found 1000000000"),
        (-(10**9) - 1, "found a very large number"),
        (HUGE, "found a very large number"),
        (True, "found True"),
    ],
    ids=lambda value: "huge" if value is HUGE else None,
)
def test_values_are_shown_briefly_and_safely(value: object, expected: str) -> None:
    """Messages show a value in a few characters, without control characters."""
    assert found(value) == expected


def test_a_field_error_is_an_ordinary_value_error() -> None:
    """The message of a FieldError is what was wrong."""
    assert str(FieldError("expected a list.", "", "list")) == "expected a list."


def test_every_item_survives_a_round_trip_through_json(library: Library) -> None:
    """Items become plain values and equal items again, without paths on this machine."""
    for item in library:
        text = json.dumps(CONVERTER.unstructure(item))
        again = CONVERTER.structure(json.loads(text), type(item))
        assert again == item
        assert again.source == attrs.evolve(item.source, root="")
        assert item.source.root not in text
    assert CONVERTER.structure(CONVERTER.unstructure(library.about), About) == library.about


@pytest.mark.parametrize("source", ["a", None, {}, {"file": 5, "within": []}, {"file": "a", "within": [1]},
    {"file": "a", "within": [], "root": "/etc"}])  # fmt: skip
def test_a_source_from_json_is_checked_too(source: object) -> None:
    """A source is a file and a path in it, and cannot bring in a root."""
    value = {"id": "a", "source": source, "term": "A", "meaning": "B", "why": "C"}
    assert fault(value, Term).path == ("source",)
    assert CONVERTER.structure({"file": "a", "within": ["b"]}, Source) == Source("", "a", ("b",))


printable = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co", "Zs"]), min_size=1, max_size=80
)


@given(printable)
def test_printable_text_changes_only_by_composition(words: str) -> None:
    """Text in any script stays as it is, with accents composed."""
    assert structured(words, field_types.Line) == unicodedata.normalize("NFC", words)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["kind", "minutes", "title", "a"]), inner)
    ),
    max_leaves=6,
)


@given(
    json_values,
    st.sampled_from([Slot, Shape, Resource, Drawing, Label, tuple[field_types.Prose, ...], field_types.Url | None]),
)
def test_any_value_gives_an_item_or_problems_with_messages(value: object, type_: object) -> None:
    """Whatever a file contains, the result is a value or problems with messages."""
    messages = ["a value"]
    try:
        structured(value, type_)
    except Exception as error:
        messages = [problem.what for problem in problems(error)]
    assert messages
    assert all(messages)


def test_a_source_is_written_without_its_root() -> None:
    """The root is a folder of one computer. The sources of amended items are written too."""
    source = Source("/home/ada/mine", "amend/staff.yaml", (), Source("/home/ada/base", "terms.yaml", ("staff",)))
    written = CONVERTER.unstructure(source)
    assert written == {
        "file": "amend/staff.yaml",
        "within": [],
        "base": {"file": "terms.yaml", "within": ["staff"]},
    }
    read = CONVERTER.structure(written, Source)
    assert read == Source("", "amend/staff.yaml", (), Source("", "terms.yaml", ("staff",)))


@pytest.mark.parametrize(
    "value", ["x", {}, {"file": "a"}, {"file": "a", "within": [1]}, {"file": "a", "within": [], "b": 1}]
)
def test_what_is_not_a_source_is_refused(value: object) -> None:
    """Both keys are needed, and no others are allowed."""
    problem = fault(value, Source)
    assert problem.what == f"expected two keys, 'file' and 'within', {found(value)}."
    assert (problem.code, problem.fix) == (
        "mapping",
        "Write each key on a separate line, with a colon and its value after it.",
    )
