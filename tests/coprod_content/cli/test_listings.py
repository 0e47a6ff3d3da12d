"""`coprod editions`, `access`, `renderers` and `stocks`."""

from tests.support.command_line import coprod


def test_access_editions_are_listed() -> None:
    """`coprod access` names each of them."""
    lines = coprod("access").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [
        "standard",
        "large-print",
        "high-contrast",
        "easy-read",
        "plain",
        "audio",
        "6",
    ]


def test_editions_lists_each_with_what_it_is_made_from() -> None:
    """`coprod editions` says whether something must be selected."""
    lines = coprod("editions").stdout.splitlines()
    assert lines[-1] == f"{len(lines) - 1} editions"
    assert any(line.startswith("deck ") and line.endswith("(select workshops)") for line in lines)
    assert any(line.startswith("canvases ") and line.endswith("(select canvases, or none for all)") for line in lines)


def test_renderers_are_listed_with_format_and_package() -> None:
    """`coprod renderers` shows what people call each format and where it is from, also as JSON."""
    said = coprod("renderers").stdout
    assert "slides " in said
    assert "coprod-content " in said
