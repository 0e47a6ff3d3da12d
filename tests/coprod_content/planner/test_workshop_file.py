"""Workshops in YAML files: written, read back, and refused with places."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod

from coprod_content import ContentError, Library, Place
from coprod_content.planner.workshop_file import id_from_name, read_workshop, with_workshop, workshop_text


def test_every_workshop_survives_writing_and_reading(library: Library) -> None:
    """Reading what was written gives an equal workshop, with its easy-read text."""
    for workshop in library.workshops.values():
        assert read_workshop(workshop_text(workshop).encode(), f"{workshop.id}.yaml", library) == workshop


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("minutes: 90", "minutes: 95", "minutes", "the agenda adds up to 90 minutes, but the workshop lasts 95."),
        ("tool: group-agreement", "tool: group-agrement", "unknown-id", "there is no tool 'group-agrement'."),
        ("kind: break", "kind: brake", "choice", "kind"),
        ("title: First", "titel: First", "unknown-key", "there is no such key here."),
        ("title: First", "\ttitle: First", "not-yaml", "this is not YAML"),
        ("title: First", "id: other\ntitle: First", "unknown-key", "does not belong in the file."),
    ],
)
def test_each_fault_is_reported_at_its_line(library: Library, old: str, new: str, code: str, said: str) -> None:
    """A fault in the syntax, in a field or between fields has the place of that field."""
    good = workshop_text(library.workshops["first-steps"])
    bad = good.replace(old, new, 1)
    with pytest.raises(ContentError) as error:
        read_workshop(bad.encode(), "plans/mine.yaml", library)
    finding = next(f for f in error.value.findings if f.code == code)
    assert said in finding.what or said in finding.field
    assert finding.where is not None
    assert finding.where.file == "plans/mine.yaml"
    if code in ("unknown-id", "choice"):
        assert finding.where.line == bad[: bad.index(new)].count("\n") + 1


@pytest.mark.parametrize("data", [b"\xff\xfe", b"x" * (10 << 20), b"", b"- 1", b"[" * 3000, b"a: &b 1"])
def test_other_bytes_are_refused(library: Library, data: bytes) -> None:
    """Bytes that are not a workshop are refused with findings, without a traceback."""
    with pytest.raises(ContentError) as error:
        read_workshop(data, "plan.yaml", library)
    assert error.value.findings


def test_an_id_is_made_from_a_file_name() -> None:
    """Folders, punctuation and the suffix are dropped, and an id is never empty."""
    assert id_from_name("plans/Our Thursday (2).yaml") == "our-thursday-2"
    assert id_from_name("C:\\plans\\a.yml") == "a"
    assert id_from_name("…") == "workshop"
    assert id_from_name("CON.yaml") == "our-con"
    assert len(id_from_name("x" * 300)) == 64


def test_the_id_of_another_kind_of_item_is_refused(library: Library) -> None:
    """A workshop with the id of a tool would hide the tool."""
    text = workshop_text(library.workshops["first-steps"]).encode()
    with pytest.raises(ContentError, match="already belongs to a tool") as error:
        read_workshop(text, "fishbowl.yaml", library)
    assert [finding.where for finding in error.value.findings] == [Place("fishbowl.yaml", 1, 1)]
    assert read_workshop(text, "first-steps.yaml", library).id == "first-steps"


def test_a_workshop_can_be_added_to_a_library(library: Library) -> None:
    """The new library has the workshop, instead of any with the same id; the old one is unchanged."""
    mine = read_workshop(workshop_text(library.workshops["first-steps"]).encode(), "mine.yaml", library)
    more = with_workshop(library, mine)
    assert more["mine"] == mine
    assert len(more.workshops) == len(library.workshops) + 1 == len(with_workshop(more, mine).workshops)
    assert "mine" not in library.workshops


@pytest.mark.thorough
def test_packs_and_files_are_made_from_a_workshop_file(library: Library, tmp_path: Path) -> None:
    """`pack` and `build` accept a workshop file instead of an id; a bad file writes nothing."""
    plan = tmp_path / "our-session.yaml"
    plan.write_text(workshop_text(library.workshops["board-session"]), encoding="utf-8")
    ran = coprod("pack", plan, "--out", tmp_path / "pack")
    assert ran.exit_code == 0, ran.output
    assert (tmp_path / "pack" / "our-session-deck.pptx").is_file()
    assert coprod("build", "handouts", "--to", "plain", "--select", plan, "--out", tmp_path / "h.txt").exit_code == 0
    plan.write_text("title: nothing", encoding="utf-8")
    ran = coprod("pack", plan, "--out", tmp_path / "other")
    assert ran.exit_code != 0
    assert "our-session.yaml" in ran.output
    assert "Traceback" not in ran.output
    assert not (tmp_path / "other").exists()
