"""Content roots are overlaid, cross-checked and loaded, with every problem reported at once."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.support.platforms import POSIX
from tests.support.roots import ABOUT, POSTCARD, SMALL, TERMS, TOOL, changed, small_root, written

from coprod_content import ContentError, ContentWarning, Finding, canonical_root, examine, load
from coprod_content.loading import examine_file


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, so that the paths in messages are short."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def messages_of(*roots: Path | str) -> list[str]:
    """Return the findings of loading some roots, which must fail."""
    with pytest.raises(ContentError) as caught:
        load(*roots)
    return [str(finding) for finding in caught.value.findings]


def found(*roots: Path | str) -> dict[str, Finding]:
    """Return the findings of examining some roots, by code."""
    return {finding.code: finding for finding in examine(*roots)[1]}


def test_a_valid_root_is_loaded_completely() -> None:
    """Every item of every kind is loaded, and knows its file."""
    library = load(small_root(Path("content")))
    assert len(list(library)) == 12
    assert library.tools["pairs"].source.path == Path("content/tools/pairs.yaml")
    assert str(library.terms["carer"].source) == "terms.yaml"
    assert library.terms["carer"].source.within == ("carer",)
    assert library.about.title == "A small library"


def test_without_roots_the_canonical_content_loads() -> None:
    """`load()` loads the library that the package ships."""
    assert load() == load(canonical_root())
    assert (canonical_root() / "about.yaml").is_file()


def test_the_same_files_give_equal_libraries_in_any_folder() -> None:
    """Libraries are compared by their content, not by where it was read from."""
    assert load(small_root(Path("one"))) == load(small_root(Path("two/three").absolute()))


BAD: list[tuple[dict[str, str], str]] = [
    (changed("tools/pairs.yaml", "minutes: 10\n", "minutes: ten\n"),
     "content/tools/pairs.yaml:16:14: steps[2].minutes: expected a whole number from 1 to 480 minutes, found 'ten'. "
     "Write digits, for example 45."),
    (changed("tools/pairs.yaml", "minutes: 10\n", f"minutes: {'9' * 5000}\n"),
     "content/tools/pairs.yaml:16:14: steps[2].minutes: expected a whole number from 1 to 480 minutes, "
     f"found '{'9' * 39}…'. Write digits, for example 45."),
    (changed("tools/pairs.yaml", "setting: either", "setting: NO"),
     "content/tools/pairs.yaml:8:10: setting: expected one of in-person, online, either, found 'NO'."),
    (changed("tools/pairs.yaml", "purpose:", "purpos:"),
     "content/tools/pairs.yaml:1:1: purpose: is missing. Add it."),
    (changed("tools/pairs.yaml", "purpose:", "purpos:"),
     "content/tools/pairs.yaml:2:1: purpos: there is no such key here. Did you mean 'purpose'?"),
    (changed("tools/pairs.yaml", "purpose: Hear each other.", "purpose: Hear.\npurpose: Again."),
     "content/tools/pairs.yaml:3:1: the key 'purpose' is already on line 2. Keep one of the two."),
    (changed("tools/pairs.yaml", "theme: sharing", "theme: shering"),
     "content/tools/pairs.yaml:3:8: theme: there is no theme 'shering'. Did you mean 'sharing'?"),
    (changed("tools/pairs.yaml", "minutes: 10\n", "minutes: 40\n"),
     "content/tools/pairs.yaml:12:3: steps: the steps add up to 45 minutes, outside the range of 10 to 30. "
     "Change the minutes of a step, or the range."),
    (changed("workshops/meeting.yaml", "    minutes: 15", "    minutes: 25"),
     "content/workshops/meeting.yaml:12:3: agenda: the agenda adds up to 70 minutes, but the workshop lasts 60. "
     "Take out 10 minutes."),
    (changed("workshops/meeting.yaml", "    minutes: 20", "    minutes: 5"),
     "content/workshops/meeting.yaml:19:14: agenda[2].minutes: 'Listen in pairs' has 5 minutes, but it takes 6 to 30 "
     "minutes. Change the minutes, or choose another tool."),
    (changed("postcards/who-decides.yaml", "why: Power is seldom named.", "why: ''"),
     "content/postcards/who-decides.yaml:3:6: why: expected text, found nothing. "
     "Write some text, or delete the line if the field is optional."),
    (changed("postcards/who-decides.yaml", "why: Power is seldom named.", "why:"),
     "content/postcards/who-decides.yaml:3:5: why: expected text, found nothing. "
     "Write some text, or delete the line if the field is optional."),
    (changed("postcards/who-decides.yaml", "why: Power is seldom named.", 'why: "Power\\e[31m"'),
     "content/postcards/who-decides.yaml:3:6: why: the text contains the control character U+001B. "
     "Delete it. It is often left over from copying and pasting."),
    (changed("postcards/who-decides.yaml", "why: Power", "why: Pow\x07er"),
     "content/postcards/who-decides.yaml:3:9: the file contains the control character U+0007. "
     "Delete it. It is often left over from copying and pasting from another document."),
    (changed("postcards/who-decides.yaml", "why: Power", "why: &power Power"),
     "content/postcards/who-decides.yaml:3:6: the anchor '&power' is not allowed. Delete it."),
    (changed("postcards/who-decides.yaml", "why: Power", "why: !!str Power"),
     "content/postcards/who-decides.yaml:3:6: the tag 'tag:yaml.org,2002:str' is not allowed. "
     "Delete the tag. The type of each field is fixed."),
    (changed("postcards/who-decides.yaml", "why: Power", "<<: {a: b}\nwhy: Power"),
     "content/postcards/who-decides.yaml:3:1: the merge key '<<' is not allowed. Write the fields out in full."),
    (changed("resources/handbook.yaml", "url: https://www.example.org/handbook", "url: javascript:alert(1)"),
     "content/resources/handbook.yaml:8:6: url: the link does not start with https:, http:, mailto: or tel:, "
     "found 'javascript:alert(1)'. Write it as https://www.example.org/page."),
    (changed("resources/handbook.yaml", "purpose: To read.", "purpose: '[Here](file:///etc/passwd)'"),
     "content/resources/handbook.yaml:5:10: purpose: the link 'Here' does not start with https:, http:, mailto: "
     "or tel:. Write it as [words](https://www.example.org/page)."),
    (changed("about.yaml", "credit: Nobody.", "credit: '[Us](ftp://example.org)'"),
     "content/about.yaml:5:9: credit: the link 'Us' does not start with https:, http:, mailto: or tel:. "
     "Write it as [words](https://www.example.org/page)."),
    (changed("about.yaml", "credit: Nobody.", "credit: 'As [@nobody1900] says.'"),
     "content/about.yaml:5:9: credit: there is no reference 'nobody1900'. "
     "Run `coprod list references` to see the ids that exist."),
    (changed("themes/sharing.yaml", "[@egan2020]", "[@egon2020]"),
     "content/themes/sharing.yaml:5:7: why[1]: there is no reference 'egon2020'. Did you mean 'egan2020'?"),
    (changed("terms.yaml", "term: Carer", "term: [Carer]"),
     "content/terms.yaml:2:9: term: expected text, found a list. "
     "Write one piece of text here, without '- ' or '[' before it."),
    (changed("films/once.yaml", "colour: ink", "colour: pink"),
     "content/films/once.yaml:7:98: scenes[1].drawing.shapes[1].colour: expected one of ink"),
    (changed("workshops/meeting.yaml", "kind: break", "kind: brake"),
     "content/workshops/meeting.yaml:20:11: agenda[3].kind: expected kind to be one of"),
    ({"tools/pairs.yaml": f"id: pairs\n{TOOL}"},
     "content/tools/pairs.yaml:1:1: id: does not belong in the file. "
     "Delete this line. The id of an item is the name of its file, or its key in a file of several items."),
    ({"tools/pairs.yaml": f"{TOOL}---\na: b\n"},
     "content/tools/pairs.yaml:32:1: a second document starts here. Use one file per item."),
    ({"tools/pairs.yaml": "- a list\n"},
     "content/tools/pairs.yaml:1:1: expected keys and values, found a list."),
    ({"tools/pairs.yaml": ""},
     "content/tools/pairs.yaml:1:1: title: is missing. Add it."),
    ({"tools/pairs.yaml": "[" * 3000},
     "content/tools/pairs.yaml:1:22: this is nested more than 20 levels deep. Use fewer levels of nesting."),
    ({"terms.yaml": "- a list\n"},
     "content/terms.yaml:1:1: expected ids of terms, each with its fields below it."),
    ({"terms.yaml": f"Un Wort:{TERMS[6:]}"},
     "content/terms.yaml:1:1: id: expected an id of lower-case letters, digits, hyphens and underscores, "
     "found 'Un Wort'. For example: un-wort."),
    ({"tools/Pairs.yaml": TOOL},
     "content/tools/Pairs.yaml:1:1: id: expected an id of lower-case letters, digits, hyphens and underscores, "
     "found 'Pairs'. For example: pairs."),
    ({"tools/con.yaml": TOOL},
     "content/tools/con.yaml:1:1: id: 'con' cannot be an id, because some computers or websites "
     "reserve this name. For example: our-con."),
    ({"terms.yaml": TERMS.replace("carer:", "index:", 1)},
     "content/terms.yaml:1:1: id: 'index' cannot be an id, because some computers or websites "
     "reserve this name. For example: our-index."),
    ({"tools/pairs.yml": TOOL},
     "content/tools/pairs.yml: pairs.yaml has the same id. Delete one of the two files, or rename it."),
    ({"terms.yml": TERMS},
     "content/terms.yml: terms.yaml is read instead of this file. Delete one of the two files."),
    (changed("postcards/who-decides.yaml", "why: Power is", "why: Power # is"),
     "content/postcards/who-decides.yaml:3:6: '# is seldom named.' is read as a comment, so it would be left "
     "out. Put quotes round the whole value. If it really is a comment, move it to a separate line."),
    (changed("postcards/who-decides.yaml", "why: Power is seldom named.", "why: #power"),
     "content/postcards/who-decides.yaml:3:5: '#power' is read as a comment, so it would be left out."),
    (changed("postcards/who-decides.yaml", "why: Power is seldom named.", "why: null"),
     "content/postcards/who-decides.yaml:3:6: null leaves this field empty. Delete the line if the field is "
     "optional. If this is text, put quotes round it."),
    (changed("postcards/who-decides.yaml", "[Who else could?]", "\n  - Who else?\n    - Who not?"),
     "content/postcards/who-decides.yaml:6:5: '- Who not?' is read as part of the text that starts on line 5, not as a "
     "list entry. "
     "Indent it like the other entries."),
    (changed("postcards/who-decides.yaml", "follow_ups: [Who else could?]", "follow_ups: ['- Who else?']"),
     "content/postcards/who-decides.yaml:4:14: follow_ups[1]: the text starts with a typed bullet, found "
     "'- Who else?'."),
    (changed("tools/pairs.yaml", "theme: sharing", "theme: handbook"),
     "content/tools/pairs.yaml:3:8: theme: 'handbook' is a resource, not a theme. "),
    (changed("tools/pairs.yaml", "theme: sharing", "theme: handbok"),
     "content/tools/pairs.yaml:3:8: theme: there is no theme 'handbok'. Did you mean 'handbook'? It is a resource."),
    ({"retire.yaml": "retire: [nothing]\n"},
     "content/retire.yaml:1:10: retire: there is no 'nothing' to retire in the roots before this one."),
    ({"retire.yaml": "- pairs\n"},
     "content/retire.yaml:1:1: expected one key, retire, with a list of ids. "
     "For example: retire: [emotional-touchpoints]"),
    ({"tools/carer.yaml": TOOL},
     "content/terms.yaml:2:3: the id 'carer' is already used by tools/carer.yaml. Choose another id for this item."),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "expected"), BAD, ids=[expected[:70] for _, expected in BAD])
def test_bad_input_is_a_finding_with_place_and_advice(changes: dict[str, str], expected: str) -> None:
    """A finding names the file, line, column and field, what was found, and what to do."""
    messages = messages_of(small_root(Path("content"), changes))
    assert any(message.startswith(expected) for message in messages), messages


@pytest.mark.parametrize("name", ["about.yaml", "terms.yaml", "tools/pairs.yaml", "retire.yaml"])
@pytest.mark.parametrize(
    ("data", "code", "line"),
    [(b"a: b\nc: \xff\n", "not-utf-8", 2), (b"a: [b\n", "not-yaml", 2), (b"a: " + b"b" * 2**20, "too-large", 0)],
)
def test_a_file_that_cannot_be_read_is_one_finding(name: str, data: bytes, code: str, line: int) -> None:
    """An unreadable file is reported once. Items that refer to it are not reported too."""
    _, findings = examine(small_root(Path("content"), {name: data}))
    assert [(f.code, str(f.where).split(":")[0], f.where.line if f.where else None) for f in findings] == [
        (code, f"content/{name}", line)
    ]


def test_every_problem_of_every_file_is_reported_in_order() -> None:
    """One run reports everything, sorted by file and line."""
    changes = (
        changed("tools/pairs.yaml", "setting: either", "setting: outside")
        | changed("tools/pairs.yaml", "title: Listen in pairs", "titel: Listen in pairs")
        | changed("postcards/who-decides.yaml", "moment: opening", "moment: noon")
        | changed("workshops/meeting.yaml", "minutes: 60", "minutes: 61")
        | changed("about.yaml", "language: en-GB", "language: English")
        | changed("terms.yaml", "see: [staff]", "see: [stuff]")
        | {"references.yaml": "{"}
    )
    where = [line.split(": ")[0] for line in messages_of(small_root(Path("content"), changes))]
    assert where == [
        "content/about.yaml:2:11",
        "content/postcards/who-decides.yaml:7:9",
        "content/references.yaml:2:1",
        "content/terms.yaml:5:9",
        "content/tools/pairs.yaml:1:1",
        "content/tools/pairs.yaml:1:1",
        "content/workshops/meeting.yaml:12:3",
    ]


def test_an_unreadable_item_is_not_also_missing() -> None:
    """Items that refer to a broken item are not reported."""
    changes = changed("tools/pairs.yaml", "setting: either", "setting: outside")
    assert [f.code for f in examine(small_root(Path("content"), changes))[1]] == ["choice"]


def test_files_that_end_in_yml_are_read() -> None:
    """For every file in a root, the endings .yml and .YAML work like .yaml."""
    root = small_root(Path("content"))
    for file in [*root.glob("*.yaml"), *root.glob("*/*.yaml")]:
        file.rename(file.with_suffix(".yml"))
    (root / "tools" / "pairs.yml").rename(root / "tools" / "pairs.YAML")
    assert examine(root)[1] == ()
    assert load(root) == load(small_root(Path("other")))
    assert load(root).tools["pairs"].source.file == "tools/pairs.YAML"


def test_a_later_root_replaces_and_adds_whole_items() -> None:
    """An overlay replaces items by id, keeps the others, and needs no about.yaml."""
    below = small_root(Path("content"))
    tool = TOOL.replace("Listen in pairs", "Listen in threes")
    above = written(Path("ours"), {"tools/pairs.yaml": tool, "tools/new.yaml": TOOL})
    library = load(below, above)
    assert library.tools["pairs"].title == "Listen in threes"
    assert library.tools["pairs"].source.root == "ours"
    assert set(library.tools) == {"pairs", "new"}
    assert len(list(library)) == 13
    assert library.about.title == "A small library"
    assert load(below, above, below).tools["pairs"].title == "Listen in pairs"


def test_the_last_about_is_used() -> None:
    """An overlay can say who made the library."""
    above = written(Path("ours"), {"about.yaml": ABOUT.replace("A small library", "Ours")})
    assert load(small_root(Path("content")), above).about.title == "Ours"


def test_a_library_in_another_language_can_include_ours() -> None:
    """A root with `include_ours` in its `about.yaml` adds to our content, and gives the language."""
    about = ABOUT.replace("en-GB", "cy")
    postcard = (canonical_root() / "postcards" / "as-a-person-first.yaml").read_text(encoding="utf-8")
    root = written(Path("ours"), {"about.yaml": about, "postcards/cerdyn.yaml": postcard})
    finding = next(finding for finding in examine(root)[1] if finding.code == "unknown-id")
    assert (
        finding.fix
        == "It is in coprod's own content. Add `include_ours: yes` to your about.yaml, or add a theme of your own."
    )
    written(root, {"about.yaml": f"{about}include_ours: yes\n"})
    library = load(root)
    assert library.about.language == "cy"
    assert "cerdyn" in library.postcards
    assert "fishbowl" in library.tools
    assert load(canonical_root(), root) == library
    assert examine_file(root / "postcards" / "cerdyn.yaml")[1] == ()


def test_an_overlay_can_retire_items() -> None:
    """A retired item is removed, whichever root it came from, and a later root can restore it."""
    below = small_root(Path("content"), changed("postcards/who-decides.yaml", "resource: handbook\n", ""))
    above = written(Path("ours"), {"retire.yaml": "retire: [handbook]\n"})
    assert "handbook" not in load(below, above).resources
    assert "handbook" in load(below, above, small_root(Path("more"))).resources


def test_a_reference_to_a_retired_item_is_reported_as_such() -> None:
    """In the root that retires it, the finding says that the item was retired, not that it is unknown."""
    above = written(
        Path("ours"),
        {"retire.yaml": "retire:\n  - handbook\n", "postcards/ours.yaml": SMALL["postcards/who-decides.yaml"]},
    )
    assert messages_of(small_root(Path("content")), above)[0] == (
        "ours/postcards/ours.yaml:8:11: resource: the resource 'handbook' was retired. "
        "Run `coprod list resources` to see the ids that exist."
    )


def test_a_broken_item_can_be_retired() -> None:
    """An item that cannot be read still exists, so retiring it is not a mistake."""
    below = small_root(Path("content"), changed("tools/pairs.yaml", "setting: either", "setting: outside"))
    above = written(Path("ours"), {"retire.yaml": "retire: [pairs]\n"})
    assert {f.code for f in examine(below, above)[1]} == {"choice", "unavailable"}


def test_an_overlay_cannot_change_the_kind_of_an_item() -> None:
    """An id belongs to one kind in all roots. The items that refer to it are not blamed for it."""
    above = written(
        Path("ours"), {"tools/handbook.yaml": TOOL, "postcards/ring.yaml": SMALL["postcards/who-decides.yaml"]}
    )
    below = small_root(Path("content"), changed("workshops/meeting.yaml", "[who-decides]", "[who-decides, ring]"))
    assert messages_of(below, above) == [
        "ours/postcards/ring.yaml:1:1: the id 'ring' is already used by pictures/ring.yaml. "
        "Choose another id for this item.",
        "ours/tools/handbook.yaml:1:1: the id 'handbook' is already used by resources/handbook.yaml. "
        "Choose another id for this item.",
    ]


def test_unknown_files_are_warnings() -> None:
    """A misspelt file or folder, or a nested folder, is reported with its right name, and does not stop a run."""
    extra = {
        "tool/a.yaml": TOOL,
        "TOOLS/a.yaml": TOOL,
        "term.yaml": TERMS,
        "ABOUT.YML": ABOUT,
        "brand.yaml.txt": "",
        "my-card.yaml": SMALL["postcards/who-decides.yaml"],
        "my-tool.yaml.txt": TOOL,
        "tools/more/b.yaml": TOOL,
        "tools/notes.txt": "",
        "tools/My Tool.yaml.txt": "",
        "tools/new.docx": b"",
        "hope.txt": SMALL["postcards/who-decides.yaml"],
        "brand.docx": b"",
        "purposes/meet.yaml": "",
        "tools.yaml": "",
    }
    library, findings = examine(small_root(Path("content"), extra))
    assert library is not None
    assert {f.level for f in findings} == {"warning"}
    assert [str(f) for f in sorted(findings, key=str)] == [
        "content/ABOUT.YML: this file is not read. Rename it to about.yaml.",
        "content/TOOLS: this folder is not read. Did you mean 'tools'?",
        "content/brand.docx: this file is not read. Copy its text to brand.yaml.",
        "content/brand.yaml.txt: this file is not read. Rename it to brand.yaml.",
        "content/hope.txt: this file is not read. It looks like a postcard. Move it to postcards/hope.yaml.",
        "content/my-card.yaml: this file is not read. It looks like a postcard. Move it to postcards/my-card.yaml.",
        "content/my-tool.yaml.txt: this file is not read. It looks like a tool. Move it to tools/my-tool.yaml.",
        "content/purposes: this folder is not read. Put the contents in one file, purposes.yaml, beside this folder.",
        "content/term.yaml: this file is not read. Did you mean 'terms.yaml'?",
        "content/tool: this folder is not read. Did you mean 'tools'?",
        "content/tools.yaml: this file is not read. Make a folder called tools, and put one file for each item in it.",
        "content/tools/My Tool.yaml.txt: this file is not read. Rename it to my-tool.yaml.",
        "content/tools/more: this folder is not read. Move the files in it one folder up.",
        "content/tools/new.docx: this file is not read. Copy the text to a .yaml file, such as new.yaml.",
        "content/tools/notes.txt: this file is not read. Rename it to notes.yaml.",
    ]
    with pytest.warns(ContentWarning) as warned:
        assert load("content") == load(small_root(Path("other")))
    assert len(warned) == len(findings)


def test_a_folder_that_cannot_be_opened_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its items would be missing without a word."""
    listed = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        if path.name == "films":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    root = small_root(Path("content"))
    monkeypatch.setattr(Path, "iterdir", iterdir)
    what = "you do not have permission to open this folder."
    fix = "Change its permissions, or copy the content root to a folder of your own."
    assert [(f.code, f.level, str(f)) for f in examine(root)[1]] == [
        ("not-readable", "error", f"content/films: {what} {fix}"),
    ]


def test_hidden_files_and_readmes_are_left_alone() -> None:
    """Files of the system and of editors, and files about the folder, are not content."""
    names = [".git/x.yaml", "tools/.swp.yaml", "README.md", "tools/README.txt", "LICENSE", "tools/.DS_Store",
             "Thumbs.db", "tools/Thumbs.db", "films/desktop.ini", "__MACOSX/tools/a.yaml", "tools/~$tool.docx",
             "tools/pairs.yaml~", "logo.png", "our-slides.pptx"]  # fmt: skip
    assert examine(small_root(Path("content"), dict.fromkeys(names, "")))[1] == ()


@pytest.mark.parametrize(
    ("root", "advice"),
    [
        ("ours", "Did you mean 'ours/content'?"),
        (".", "Did you mean 'small' or 'ours/content'?"),
        ("ours/content/tools", "It is one folder of a content root. Give the folder that contains it, 'ours/content'."),
        ("empty", "Put your files in subfolders such as tools/. `coprod new root DIR` makes an example."),
    ],
)
def test_a_folder_without_content_is_reported_with_the_right_one(root: str, advice: str) -> None:
    """If the folder around a root, or one inside it, is given, the message says which folder was probably meant."""
    small_root(Path("ours/content"))
    Path("empty").mkdir()
    findings = examine(small_root(Path("small")), root)[1]
    assert [(f.code, f.level, str(f)) for f in findings] == [
        ("no-content", "warning", f"{root}: there is no content in this folder. {advice}")
    ]


def test_a_root_that_is_not_a_folder_is_the_only_finding() -> None:
    """A mistyped root does not cause a hundred findings about its missing items."""
    assert messages_of(small_root(Path("content")), "nothing") == [
        "nothing: there is no such folder. Give the path of a content folder. `coprod new root DIR` makes one."
    ]
    assert messages_of("content/about.yaml", written(Path("ours"), {"tools/pairs.yaml": TOOL})) == [
        "content/about.yaml: this is a file, not a folder. "
        "Give the path of a content folder. `coprod new root DIR` makes one."
    ]


def test_a_root_is_used_on_top_of_ours_from_python_as_on_the_command_line() -> None:
    """The canonical content is left out only if the first root is complete. Naming it first makes no difference."""
    card = POSTCARD.replace("sharing", "sharing-power").replace("resource: handbook\n", "")
    mine = written(Path("mine"), {"postcards/ours.yaml": card})
    library = load("mine")
    assert library == load(canonical_root(), mine)
    assert "ours" in library.postcards
    assert "fishbowl" in library.tools
    whole = small_root(Path("whole"))
    assert "fishbowl" not in load(whole).tools


def test_a_broken_about_is_not_missing() -> None:
    """Problems in about.yaml are reported, and everything else is still checked."""
    changes = {"about.yaml": "title: A\n", **changed("tools/pairs.yaml", "theme: sharing", "theme: none")}
    library, findings = examine(small_root(Path("content"), changes))
    assert library is None
    assert {f.code for f in findings} == {"missing-key", "unknown-id"}


@POSIX
@pytest.mark.parametrize("name", ["about.yaml", "terms.yaml", "tools/pairs.yaml", "retire.yaml", "tools/other.yaml"])
def test_links_out_of_a_root_are_not_followed(name: str) -> None:
    """A stranger's content root cannot read files outside it."""
    secret = written(Path("secret"), {"x.yaml": SMALL.get(name, "retire: [pairs]")}) / "x.yaml"
    root = small_root(Path("content"), {name: None, "tools/another.yaml": TOOL})
    (root / name).symlink_to(secret.absolute())
    assert found(root)["file-name"].what == "this is not a file in the content root."


@POSIX
def test_a_link_to_nothing_and_a_pipe_are_findings() -> None:
    """The loader neither waits for a pipe nor treats these as missing."""
    root = small_root(Path("content"), {"terms.yaml": None})
    (root / "terms.yaml").symlink_to("nowhere.yaml")
    os.mkfifo(root / "retire.yaml")
    assert [str(f.where) for f in examine(root)[1]] == ["content/retire.yaml", "content/terms.yaml"]


def test_findings_are_in_the_same_order_every_time() -> None:
    """Examining a root twice gives the same findings."""
    changes = {"tools/pairs.yaml": f"id: a\nsource: b\n{TOOL}", **changed("terms.yaml", "see: [staff]", "see: [x, y]")}
    root = small_root(Path("content"), changes)
    assert examine(root) == examine(root)
    assert [f.field for f in examine(root)[1]][:4] == ["see[1]", "see[2]", "id", "source"]


def test_items_are_listed_by_theme_and_then_by_id() -> None:
    """Themes are ordered by number, other items by the number of their theme."""
    theme = SMALL["themes/sharing.yaml"].replace("number: 1", "number: 2")
    files = {
        "themes/first.yaml": SMALL["themes/sharing.yaml"],
        "themes/sharing.yaml": theme,
        "tools/a.yaml": TOOL,
        "tools/z.yaml": TOOL.replace("theme: sharing", "theme: first"),
    }
    library = load(small_root(Path("content"), files))
    assert list(library.themes) == ["first", "sharing"]
    assert list(library.tools) == ["z", "a", "pairs"]


def test_the_canonical_content_loads_in_under_two_seconds() -> None:
    """After two seconds people start to wonder."""
    started = time.perf_counter()
    load()
    assert time.perf_counter() - started < 2


def test_an_event_is_refused_in_a_root_and_kept_in_a_file_of_its_own() -> None:
    """A root is published, but a workshop file outside it can say when and where the workshop is held."""
    text = SMALL["workshops/meeting.yaml"].replace("    tool: pairs\n", "    tool: pairs\n    who: Ada\n")
    text += "event: {place: The hall, day: '2026-12-03'}\n"
    root = small_root(Path("content"), {"workshops/meeting.yaml": text})
    assert [message.split(" is not")[0] for message in messages_of(root)] == [
        "content/workshops/meeting.yaml:19:5: agenda[2].who: naming who leads an item",
        "content/workshops/meeting.yaml:37:1: event: an event",
    ]
    assert messages_of(root)[1].endswith(
        "is not allowed in a content root, because roots are shared and published. Delete it, or move the file "
        "out of the content root and use `coprod pack FILE`."
    )
    small_root(Path("content"))
    Path("thursday.yaml").write_text(text, encoding="utf-8")
    assert examine_file("thursday.yaml", "content")[1] == ()
