"""Retired items that other items refer to."""

from pathlib import Path

import pytest
from tests.support.command_line import coprod
from tests.support.roots import PERSON, SCENE, SMALL, changed, small_root, written

from coprod_content import Finding, Library, UnknownId
from coprod_content.content.item_texts import pointers
from coprod_content.editions import EDITIONS, compose
from coprod_content.editions.items.item_page import has_page, item_page
from coprod_content.loading import examine

CITING = {
    **changed("tools/pairs.yaml", "purpose: Hear each other.", "purpose: Hear each other [@egan2020], and **rest**."),
    **changed("about.yaml", "basis: Made up.", "basis: See [@egan2020] and more."),
}
IDS = sorted(
    {name.split("/")[1].removesuffix(".yaml") for name in SMALL if "/" in name} | {"carer", "staff", "egan2020"}
)


def retired(folder: Path, *ids: str, **ours: str) -> tuple[Library, tuple[Finding, ...]]:
    """Return the small library, with items that a second root retires, and all findings."""
    below = small_root(folder / "content", CITING)
    files = {name.replace("__", "/") + ".yaml": text for name, text in ours.items()}
    library, findings = examine(
        below, written(folder / "ours", {"retire.yaml": f"retire: [{', '.join(ids)}]\n", **files})
    )
    assert library is not None
    return library, findings


def test_what_only_points_to_a_retired_item_loses_the_pointer(tmp_path: Path) -> None:
    """An optional id, a list entry and a citation are left out. The finding is at the entry in `retire.yaml`."""
    library, (finding,) = retired(tmp_path, "handbook")
    assert library.postcards["who-decides"].resource is None
    assert (str(finding.where), finding.level) == (f"{tmp_path}/ours/retire.yaml:1:10", "advice")
    assert finding.what == "this item no longer refers to 'handbook': who-decides."


def test_citations_of_a_retired_work_are_left_out_of_texts(tmp_path: Path) -> None:
    """The words around a citation stay as they are, also in about.yaml."""
    library, _ = retired(tmp_path, "egan2020")
    assert library.tools["pairs"].purpose == "Hear each other, and **rest**."
    assert library.themes["sharing"].why == ("Somebody found it.",)
    assert library.about.basis == "See and more."


def test_a_workshop_that_runs_a_retired_tool_is_not_available(tmp_path: Path) -> None:
    """It is left out, and a finding says so. An error for its id says why and what to do."""
    library, findings = retired(tmp_path, "pairs")
    assert not library.workshops
    (warning,) = (finding for finding in findings if finding.code == "unavailable")
    assert warning.level == "warning"
    assert warning.what == "this workshop is not available without 'pairs': meeting."
    for look_up in (library, library.workshops):
        with pytest.raises(
            UnknownId, match=r"needs 'pairs', which was retired .* with `coprod adopt meeting`, and change it there"
        ):
            look_up["meeting"]


def test_a_copy_of_the_workshop_or_its_own_entry_settles_the_warning(tmp_path: Path) -> None:
    """Both solutions that the message gives work."""
    own = SMALL["workshops/meeting.yaml"].replace("kind: tool\n    tool: pairs", "kind: break")
    library, findings = retired(tmp_path / "copy", "pairs", workshops__meeting=own)
    assert "meeting" in library.workshops
    assert not [finding for finding in findings if finding.code == "unavailable"]
    library, findings = retired(tmp_path / "entry", "pairs", "meeting")
    assert not library.workshops
    assert not [finding for finding in findings if finding.level != "advice"]


def test_a_file_of_the_root_that_retires_an_item_must_not_refer_to_it(tmp_path: Path) -> None:
    """The author of that root can correct the reference, so it is an error."""
    card = SMALL["postcards/who-decides.yaml"]
    _, findings = retired(tmp_path, "handbook", postcards__ours=card)
    (error,) = (finding for finding in findings if finding.level == "error")
    assert (error.code, error.what) == ("unknown-id", "the resource 'handbook' was retired.")
    _, findings = retired(tmp_path, "ring", "sharing", tools__other=SMALL["tools/pairs.yaml"])
    assert {finding.code for finding in findings if finding.level == "error"} == {"unknown-id"}


def test_an_optional_part_that_needs_a_retired_item_is_left_out_whole(tmp_path: Path) -> None:
    """A postcard stays without its easy-read text if that needs a retired picture."""
    library, _ = retired(tmp_path, "ring")
    assert library.postcards["who-decides"].easy_read is None
    assert library.articles["to-read"].easy_read is None


def test_a_workshop_stays_without_a_retired_scene_or_a_person_in_its_scene(tmp_path: Path) -> None:
    """A scene needs all its people. A film stays with its other people, and a workshop without the scene."""
    people = PERSON + PERSON.replace("ada:", "bob:")
    placed = "people: [{person: ada, x: 8, y: 9, height: 8}, {person: bob, x: 8, y: 9, height: 8}]"
    files = {
        "people.yaml": people,
        "scenes/two.yaml": SCENE.replace("x: 5", "x: 20"),
        "workshops/meeting.yaml": SMALL["workshops/meeting.yaml"].replace("title:", "scene: two\ntitle:", 1),
        "films/once.yaml": SMALL["films/once.yaml"].replace("    seconds: 90", f"    seconds: 90\n    {placed}"),
    }
    below = small_root(tmp_path / "content", files)
    for gone, left in (("two", ["ada", "bob"]), ("ada", ["bob"])):
        library, findings = examine(below, written(tmp_path / gone, {"retire.yaml": f"retire: [{gone}]\n"}))
        assert library
        assert library.workshops["meeting"].scene is None
        assert "two" not in library.scenes
        assert [each.person for each in library.films["once"].scenes[0].people] == left
        named = [finding.what for finding in findings if finding.code == "retired-reference"]
        some = "these items no longer refer" if gone == "ada" else "this item no longer refers"
        assert named == [f"{some} to '{gone}': {'once, ' if gone == 'ada' else ''}meeting."]


@pytest.mark.parametrize("id_", IDS)
def test_whatever_is_retired_the_rest_can_be_made(id_: str, tmp_path: Path) -> None:
    """There are no errors and no references to missing items, and every remaining page and edition can be made."""
    library, findings = retired(tmp_path, id_)
    assert [finding for finding in findings if finding.level == "error"] == []
    assert not {pointer.target for item in (*library, library.about) for pointer in pointers(item)} & {
        id_,
        *(each.item.id for each in library.unavailable),
    }
    for item in library:
        if has_page(item):
            item_page(item, library)
    for edition in EDITIONS:
        if edition.kind and not edition.easy_read:
            for made in library.of_kind(edition.kind) if edition.needs_selection else ("",):
                compose(edition.name, library, (made,) if made else ())


def test_commands_name_the_workshops_that_are_not_available(tmp_path: Path) -> None:
    """`list`, `pack` and `check` name them and say what to do."""
    root = written(tmp_path, {"retire.yaml": "retire: [group-agreement]\n"})
    listed = coprod("list", "workshops", "--root", root)
    assert listed.exit_code == 0
    assert "The workshop 'first-steps' is not available, because it needs 'group-agreement'" in listed.stdout
    packed = coprod("pack", "first-steps", "--out", tmp_path / "out", "--root", root)
    assert packed.exit_code == 2
    assert "copy it into your content root with `coprod adopt first-steps`, and change it there" in packed.stderr
    assert coprod("show", "first-steps", "--root", root).stderr == packed.stderr
    checked = coprod("check", root)
    assert checked.exit_code == 0
    assert "not available" in checked.stdout


def test_a_lost_pointer_alone_does_not_fail_a_strict_check(tmp_path: Path) -> None:
    """The documented example passes `check --strict`."""
    root = written(tmp_path, {"retire.yaml": "retire: [world-cafe]\n"})
    result = coprod("check", "--strict", root)
    assert result.exit_code == 0, result.stdout
    assert "no longer refer to 'world-cafe'" in result.stdout


def test_an_item_cannot_be_retired_by_the_root_that_has_it(tmp_path: Path) -> None:
    """Its file can be deleted instead."""
    root = small_root(tmp_path / "content", {"retire.yaml": "retire: [pairs]\n"})
    (finding,) = examine(root)[1]
    assert (finding.what, finding.fix) == (
        "'pairs' is in this content root, and only items of earlier roots can be retired.",
        "Delete its file, or delete the id here.",
    )
