"""Plans as files and as text: loading, correcting, naming."""

import time

import pytest
from tests.support.roots import SMALL
from tests.support.running_builder import Site, form, summary, titles, with_values

from coprod_content import Library
from coprod_content.planner.workshop_file import workshop_text

NOT_A_PLAN = "This file is not a plan. Choose a .yaml file that you downloaded from the builder."


def text_of(library: Library, id_: str = "first-steps") -> str:
    return workshop_text(library.workshops[id_])


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x00\x01\x02", NOT_A_PLAN),
        (b"a: 1\ntitle: [", "Line 3: this is not YAML"),
        (b"just words", "this file is not a plan."),
        (b"", "this file is not a plan."),
        (b"eggs: 12", "this file is not a plan."),
        (b'{"file": "manifest.json"}', "this file is not a plan."),
        (SMALL["postcards/who-decides.yaml"].encode(), "this file is a postcard, not a plan. Put it in the folder"),
        (SMALL["tools/pairs.yaml"].replace("  - title: Swap", "  - tittle: Swap").encode(), "is a tool, not a plan."),
        (SMALL["pictures/ring.yaml"].encode(), "this file is a picture, not a plan."),
        (SMALL["about.yaml"].encode(), "this file is not a plan."),
        (SMALL["terms.yaml"].encode(), "this file is not a plan."),
        (b"title: 2024 # draft\n", "Line 1: '# draft' is read as a comment"),
        (b"a: &x 1\nb: *x", "anchor"),
        (b"a: !!python/object/apply:os.system [ls]", "tag"),
        (b"title: x\x0bagenda: []", "Line 1: the file contains the control character U+000B."),
        ("title: x\n".encode("utf-16"), "or save the file again as UTF-8."),
        ("title: Séance\n".encode("latin-1"), "or save the file again as UTF-8."),
        (b"x" * (10 << 20), "This file is too large to be a plan."),
    ],
)
def test_a_file_that_is_not_a_plan_is_refused(site: Site, data: bytes, said: str) -> None:
    """The page says what is wrong, with the line. The plan so far is kept, or the text is there to correct."""
    first = site.post("/plan", (), do="load", file=("../../etc/passwd", data))
    assert first.status == 422
    assert said in " ".join(summary(first))
    assert said in first.words("load-problem")
    page = site.get("/workshops/first-steps")
    kept = site.post("/plan", with_values(form(page), {"title": "Mine"}), do="load", file=("plan.yaml", data))
    assert kept.status == 422
    assert said in kept.words("load-problem")
    assert kept.tree.xpath("string(//input[@name='title']/@value)") == "Mine"
    assert titles(kept) == titles(page)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("title: x\nagenda:\n" + "- {kind: break, minutes: 1}\n" * 36_000, "has more than 20,000 values."),
        ("title: x\nagenda:\n" + "- {kind: break, minutes: 1}\n" * 61, "Line 63: this plan has 61 agenda items."),
        ("title: x\nevent:\n  team:\n" + "  - {name: A, part: B}\n" * 41, "Line 44: this plan has 41 people."),
    ],
)
def test_a_plan_that_is_too_long_is_refused_at_once(site: Site, data: str, said: str) -> None:
    """However many items a plan has, the answer takes less than a second of CPU time, for files and pasted text."""
    started = time.process_time()
    answer = site.post("/plan", (), do="load", file=("plan.yaml", data.encode()))
    taken = time.process_time() - started
    assert answer.status == 422
    assert said in answer.words("load-problem")
    assert taken < 1
    page = with_values(form(site.get("/workshops/first-steps")), {"plan": data})
    for path, do in (("/plan", "text"), ("/plan", "update"), ("/plan/pack", "pack"), ("/plan/file", "file")):
        assert site.post(path, page, do=do).status == 422
    sixty = data.replace("\n" + data.splitlines()[-1], "", 1) if said.startswith("Line") else "title: x"
    assert site.post("/plan", (), do="load", file=("plan.yaml", sixty.encode())).status == 200


def test_loading_without_a_file_asks_for_one(site: Site) -> None:
    """Pressing the button without a file asks for one."""
    answer = site.post("/plan", (), do="load", file=("", b""))
    assert answer.status == 422
    assert "Choose a file first." in answer.words("load-problem")


def test_a_plan_can_be_edited_as_text(site: Site, library: Library) -> None:
    """The text is used when its button is pressed. If it is not YAML, it is shown again."""
    page = site.get("/workshops/first-steps")
    text = text_of(library, "half-day")
    written = site.post("/plan", with_values(form(page), {"plan": text}), do="text")
    assert titles(written) == titles(site.get("/workshops/half-day"))
    broken = site.post("/plan", with_values(form(page), {"plan": "title: ["}), do="text")
    assert broken.status == 422
    assert broken.tree.xpath("string(//textarea[@name='plan'])").strip() == "title: ["
    mended = site.post("/plan", with_values(form(broken, "/plan"), {"plan": text}), do="text")
    assert mended.status in (200, 422)


def test_file_names_are_made_safe(site: Site, library: Library) -> None:
    """A downloaded plan’s name has only lower-case letters, digits and hyphens, whatever was sent."""
    names = ("../../../etc/passwd.yaml", "C:\\x\\Our plan.yaml", 'a"b;c=d.yaml', "…", "x" * 400 + ".yaml", "CON.yaml")
    for name in names:
        page = site.post("/plan", (), do="load", file=(name.replace('"', "%22"), text_of(library).encode()))
        saved = site.post("/plan/file", form(page)).headers["content-disposition"]
        kept = saved.removeprefix('attachment; filename="').removesuffix('.yaml"')
        assert kept
        assert set(kept) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
        assert len(kept) <= 64
