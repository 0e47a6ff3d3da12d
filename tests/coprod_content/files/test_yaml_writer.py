"""YAML that is written reads back exactly, whatever the text."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_content.files.yaml_reader import _CONTROL, parse_yaml
from coprod_content.files.yaml_writer import yaml_text
from coprod_content.text.spans import one_line

MANGLED = (
    *(
        "NO",
        "~",
        "null",
        "10:30",
        "1.10",
        "2026-11-23",
        "a: b",
        "a #b",
        "# a",
        "- a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a`",
    ),
    *("{a}", "[a]", "a\\nb", 'say "no"', "it's", "=1+1", "? a", "| a", "> a", "\u00a0a", "ŵ", "😀", "مرحبا", "--- a"),
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(" -•\\'\":#"), min_size=1)
TEXTS = (WORDS | st.lists(st.sampled_from(MANGLED), min_size=1, max_size=40).map(" ".join)).map(one_line)


@given(st.dictionaries(st.sampled_from("abc"), TEXTS | st.lists(TEXTS, min_size=1), min_size=1))
def test_any_text_reads_back_exactly_and_without_findings(value: dict[str, str | list[str]]) -> None:
    """Texts that YAML would turn into other values, comments or list entries stay as they are."""
    text = yaml_text(value)
    if not _CONTROL.search("".join(map(str, value.values()))):
        parsed = parse_yaml(text, "x.yaml")
        assert (parsed.value, parsed.findings) == (value, ())
