"""What people change in finished files is listed in plain words, and taken back into the content where it can be."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.command_line import coprod
from tests.support.doc_pages import ROOT
from tests.support.examples import examples
from tests.support.libreoffice import saved_again
from tests.support.office_edits import OfficeEdits, add_after, remove, reword, swap, words
from tests.support.roots import changed, small_root

from coprod_content import Brand, Library, load, load_brand, make
from coprod_content.comparing.changed_fields import TakenBack, take_back
from coprod_content.comparing.differences import Difference, differences
from coprod_content.comparing.patched_text import patched
from coprod_content.comparing.remade import NotComparable, comparison
from coprod_content.comparing.section_matches import comparable

FILES = (("deck", "slides", ".pptx"), ("facilitator-guide", "guide", ".docx"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library of one item of each kind."""
    return load(small_root(tmp_path_factory.mktemp("small")))


@lru_cache
def made(library: Library, brand: Brand, edition: str, to: str) -> bytes:
    data = make(edition, to, library, brand, ("meeting",)).data
    assert data
    return data


def edited(data: bytes, change: Callable[[str, str], str]) -> bytes:
    """Return a package with the XML of each part changed, as another program would save it."""
    edits = OfficeEdits(data)
    for name, part in edits.parts.items():
        if name.endswith((".xml", ".rels")):
            edits.parts[name] = change(name, part.decode()).encode()
    return edits.data


def found(data: bytes, library: Library, brand: Brand, name: str) -> tuple[Difference, ...]:
    compared = comparison(data, name, library, brand)
    return differences(compared.new, compared.edited)


@pytest.mark.parametrize(("edition", "to", "ending"), FILES)
def test_a_file_that_nobody_edited_has_no_changes(
    edition: str, to: str, ending: str, small: Library, brand: Brand
) -> None:
    """The file records what it was made from. Other quotation marks, dashes, spaces and runs are not changes."""
    data = made(small, brand, edition, to)
    tag = "a" if ending == ".pptx" else "w"

    def saved(name: str, xml: str) -> str:
        xml = xml.replace("—", "-").replace("’", "'") if name.startswith(("ppt/slides/slide", "word/doc")) else xml
        split = rf'\1</{tag}:t></{tag}:r><{tag}:r><{tag}:t xml:space="preserve"> \2'
        run = rf"<{tag}:r>(?:<{tag}:rPr>(?:(?!</{tag}:rPr>).)*</{tag}:rPr>)?<{tag}:t(?: [^>]*)?>"
        return re.sub(rf"({run}[^<]*?\w) (\w)", split, xml)

    assert found(data, small, brand, f"x{ending}") == ()
    assert found(edited(data, saved), small, brand, f"x{ending}") == ()


@pytest.mark.parametrize(("edition", "to", "ending"), FILES)
def test_a_changed_text_is_taken_back_into_its_field(
    edition: str, to: str, ending: str, small: Library, brand: Brand
) -> None:
    """The field that the text came from gets the new text, wherever it is: on a slide, in notes or in a guide."""
    data = edited(
        made(small, brand, edition, to), lambda _, xml: xml.replace("The other talks", "Then the other talks")
    )
    compared = comparison(data, f"x{ending}", small, brand)
    taken = TakenBack()
    take_back(differences(compared.new, compared.edited), compared.built.document, small, taken)
    assert taken.taken == ["tool pairs, steps[2].do[1]: Then the other talks."]
    assert taken.left == []


@pytest.mark.parametrize(("edition", "to", "ending"), FILES)
def test_a_link_to_an_item_survives_a_change_beside_it(
    edition: str, to: str, ending: str, brand: Brand, tmp_path: Path
) -> None:
    """The words around the link change, and the link stays."""
    linked = "'Hear each other, then use [a card](postcard:who-decides) with care.'"
    library = load(small_root(tmp_path, changed("tools/pairs.yaml", "Hear each other.", linked)))
    data = edited(made(library, brand, edition, to), lambda _, xml: xml.replace("with care", "with great care"))
    compared = comparison(data, f"x{ending}", library, brand)
    taken = TakenBack()
    take_back(differences(compared.new, compared.edited), compared.built.document, library, taken)
    assert taken.taken == [f"tool pairs, purpose: {linked[1:-1].replace('with care', 'with great care')}"]


def test_tracked_changes_count_as_made(small: Library, brand: Brand) -> None:
    """Inserted text is there, deleted text is gone, and a message says so."""

    def tracked(_: str, xml: str) -> str:
        one = r"(<w:r>(?:(?!</w:r>).)*<w:t[^>]*>)The other talks\.(</w:t></w:r>)"
        return re.sub(
            one,
            r'<w:del w:id="1" w:author="x">\1Gone\2</w:del><w:ins w:id="2" w:author="x">\1Both talk.\2</w:ins>',
            xml,
        )

    compared = comparison(edited(made(small, brand, *FILES[1][:2]), tracked), "x.docx", small, brand)
    assert "tracked changes" in compared.edited.remarks[0]
    (change,) = differences(compared.new, compared.edited)
    assert (change.old, change.new) == ("The other talks.", "Both talk.")


def test_slides_that_were_moved_copied_or_removed_are_listed(small: Library, brand: Brand) -> None:
    """Each is named by its number and title, and its texts are not listed one by one."""
    data = made(small, brand, "deck", "slides")

    def moved(name: str, xml: str) -> str:
        if name != "ppt/presentation.xml":
            return xml
        ids = re.findall(r"<p:sldId [^>]*/>", xml)
        copy = re.sub(r' id="\d+"', ' id="999"', ids[1])
        return xml.replace("".join(ids), "".join((ids[0], *ids[2:5], ids[1], *ids[6:], copy)))

    whats = [each.what for each in found(edited(data, moved), small, brand, "x.pptx")]
    assert whats == ["section-moved", "section-copied", "section-removed"]


def test_files_that_cannot_be_compared_are_refused(small: Library, brand: Brand) -> None:
    """A message says why: another format, no record, a damaged file, or content that is gone."""
    data = made(small, brand, "deck", "slides")
    for name, file, said in (
        ("x.pdf", data, "only these files can be compared"),
        ("x.pptx", b"PK", "not an Office file"),
        ("x.docx", data, "not the type of file"),
        ("x.pptx", edited(data, lambda _, xml: xml.replace('name="coprod"', 'name="other"')), "does not record"),
        ("x.pptx", edited(data, lambda _, xml: xml.replace("select=meeting", "select=thursday")), "'thursday'"),
    ):
        with pytest.raises(NotComparable, match=said):
            comparison(file, name, small, brand)
    older = edited(data, lambda _, xml: re.sub(r"words=\w+", "words=1", xml))
    assert comparison(older, "x.pptx", small, brand).changed_since


def test_the_commands_compare_and_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`compare` lists the changes. `take-back` writes them whole, until `upgrade --undo`, and then there are none."""
    monkeypatch.chdir(tmp_path)
    small_root(Path("mine"))
    tool = Path("mine/tools/pairs.yaml")
    before = tool.read_text(encoding="utf-8").replace("use_when: [People", "use_when: [Many **new** people")
    tool.write_text(before, encoding="utf-8")
    options = ("--to", "guide", "--select", "meeting", "--root", "mine", "--out", "x.docx")
    assert coprod("build", "facilitator-guide", *options).exit_code == 0
    edits = OfficeEdits(Path("x.docx").read_bytes())
    by_words = {words(each): each for each in edits.paragraphs()}
    reword(by_words["The other talks."], "Both talk.")
    add_after(by_words["The other talks."], "Both listen.")
    Path("x.docx").write_bytes(edits.data)
    assert "“The other talks.” is now “Both talk.”" in coprod("compare", "x.docx", "--root", "mine").output
    run = coprod("take-back", "x.docx", "--into", "mine")
    assert "do: [Both talk., Both listen.]" in tool.read_text(encoding="utf-8"), run.output
    assert "would not have this change" not in run.output
    assert "x.docx: no changes." in coprod("compare", "x.docx", "--root", "mine").output
    assert "nothing was taken back" in coprod("take-back", "x.docx", "--into", "mine").output
    assert coprod("upgrade", "mine", "--undo").exit_code == 0
    assert tool.read_text(encoding="utf-8") == before


def test_short_texts_are_not_taken_for_fields_of_other_items(small: Library, brand: Brand) -> None:
    """A number on a slide is not the volume of a reference, and the only entry of a list stays."""
    edits = OfficeEdits(made(small, brand, *FILES[0][:2]))
    document = comparison(edits.data, "x.pptx", small, brand).built.document
    taken = TakenBack()
    take_back((Difference("changed", "Slide 8", "Talk", "7", "8"),), document, small, taken)
    take_back((Difference("removed", "Slide 9", "Swap", "The other talks."),), document, small, taken)
    assert taken.taken == []
    assert [each.why.partition(" of ")[0] for each in taken.left][1] == "it is the only entry"


def test_a_reworded_paragraph_differs_from_one_added_in_another_box(small: Library, brand: Brand) -> None:
    """New words in one text box and a new line in another are one change and one addition, though nothing is alike."""
    edits = OfficeEdits(made(small, brand, *FILES[0][:2]))
    label, point = (each for each in edits.paragraphs(1) if words(each) in ("A short meeting", "Know each other."))
    add_after(label, "Kwyjibo 1")
    reword(point, "Kwyjibo 3 zqvx")
    listed = [as_change(each) for each in found(edits.data, small, brand, "x.pptx")]
    assert sorted(listed) == [("added", "", "Kwyjibo 1"), ("changed", "Know each other.", "Kwyjibo 3 zqvx")]


def test_headings_that_were_removed_and_added_move_no_text(small: Library, brand: Brand) -> None:
    """The title of a guide, two headings in one place, and the heading of the contents are changes of one line each."""
    edits = OfficeEdits(made(small, brand, *FILES[1][:2]))
    by_words = {words(each): each for each in edits.paragraphs()}
    for heading in ("A short meeting", "Safety and consent", "Contents"):
        remove(by_words[heading])
    add_after(by_words["Swap · 13 min"], "Kwyjibo zxvq")
    listed = sorted(as_change(each) for each in found(edits.data, small, brand, "x.docx"))
    gone = ["A short meeting", "Contents", "Safety and consent"]
    assert listed == [("added", "", "Kwyjibo zxvq"), *(("removed", each, "") for each in gone)]


def test_markup_is_kept_where_words_around_it_change() -> None:
    """Bold text, links and citations stay, although words on both sides of them are new."""
    current = "Ask **two** people, then [read](https://x.org) it [@egan2020] aloud."
    old, new = "Ask two people, then read it aloud.", "Invite two friends, then read it quietly."
    kept = "Invite **two** friends, then [read](https://x.org) it [@egan2020] quietly."
    assert patched(current, old.split(), new.split()) == kept


Change = tuple[str, str, str]


def edit_at_random(edits: OfficeEdits, choose: Random) -> list[Change]:
    """Reword, remove and add paragraphs, and return what was done."""
    done, used, held = list[Change](), list[object](), list[object]()
    for at in range(4):
        slide = choose.randrange(len(edits.slides)) if edits.is_deck else 0
        free = [each for each in edits.paragraphs(slide) if each not in used and not list(each.iter("{*}drawing"))]
        if len(free) < 2:
            continue
        paragraph = choose.choice(free)
        held += [paragraph, *edits.paragraphs(slide)]  # lxml compares elements by identity only while they are held
        used += [each for each in edits.paragraphs(slide) if each.getparent() is paragraph.getparent()]
        old, new = words(paragraph), f"Kwyjibo {at} " + "".join(choose.sample("zxqvj", 4))
        is_title = "itle" in "".join(str(each.get("type")) for each in paragraph.getparent().getparent().iter("{*}ph"))
        match choose.choice(("reword",) if is_title else ("reword", "remove", "add")):
            case "remove" if len(paragraph.getparent().findall(paragraph.tag)) > 1:
                remove(paragraph)
                done.append(("removed", old, ""))
            case "add":
                add_after(paragraph, new)
                used.append(paragraph.getnext())
                done.append(("added", "", new))
            case _:
                reword(paragraph, new)
                done.append(("changed", old, new))
    return done


def as_change(each: Difference) -> Change:
    what = each.what.replace("heading-", "").replace("section-", "")
    old, new = ("" if what == "added" else each.old), ("" if what == "removed" else each.new)
    return (what, comparable(old), comparable(new))


@examples(20)
@given(choose=st.randoms(use_true_random=False), at=st.integers(0, 1))
def test_each_edit_is_found_and_none_invented(choose: Random, at: int, small: Library, brand: Brand) -> None:
    """Paragraphs without a word in common are matched, and what was not edited is not listed."""
    edition, to, ending = FILES[at]
    edits = OfficeEdits(made(small, brand, edition, to))
    done = edit_at_random(edits, choose)
    listed = found(edits.data, small, brand, f"x{ending}")
    assert sorted(map(as_change, listed)) == sorted((what, comparable(old), comparable(new)) for what, old, new in done)


@pytest.mark.thorough
@settings(max_examples=15, deadline=None)
@given(choose=st.randoms(use_true_random=False), at=st.integers(0, 1))
def test_each_edit_is_taken_back_or_listed_with_a_reason(choose: Random, at: int, small: Library, brand: Brand) -> None:
    """Nothing that people edited is lost without a word, and no difference is both taken and left."""
    edition, to, ending = FILES[at]
    edits = OfficeEdits(made(small, brand, edition, to))
    edit_at_random(edits, choose)
    compared = comparison(edits.data, f"x{ending}", small, brand)
    listed, taken = differences(compared.new, compared.edited), TakenBack()
    take_back(listed, compared.built.document, small, taken)
    left = [each.difference for each in taken.left]
    assert all(each.why for each in taken.left)
    for difference in listed:
        words_of_it = comparable(difference.old if difference.what.endswith("removed") else difference.new)
        is_taken = any(words_of_it in comparable(each) for each in taken.taken)
        assert is_taken != (difference in left), difference


def test_paragraphs_and_slides_keep_their_ids(small: Library, brand: Brand) -> None:
    """Swapped, reworded paragraphs are still the same ones, and so is a slide whose copy was reworded."""
    guide = OfficeEdits(made(small, brand, *FILES[1][:2]))
    one, other = (each for each in guide.paragraphs() if words(each) in ("One person talks.", "The other talks."))
    swap(one, other)
    reword(one, "Kwyjibo zxqvj")
    listed = sorted((each.what, each.old) for each in found(guide.data, small, brand, "x.docx"))
    assert ("changed", "One person talks.") in listed
    assert {what for what, _ in listed} == {"changed", "moved"}

    deck = OfficeEdits(made(small, brand, *FILES[0][:2]))
    deck.copy_slide(3)
    for paragraph in deck.paragraphs(4):
        reword(paragraph, "Kwyjibo zxqvj")
    deck.move_slide(2, 5)
    listed = [each.what for each in found(deck.data, small, brand, "x.pptx") if not each.copied]
    assert sorted(listed) == ["section-copied", "section-moved"]


WORDS = {
    "en": ("One person talks.", "The other talks.", "Please swap."),
    "cy": ("Mae un person yn siarad.", "Mae’r llall yn siarad.", "Cyfnewidiwch, os gwelwch yn dda."),
    "ar": ("يتحدث شخص واحد.", "يتحدث الآخر.", "من فضلكم تبادلوا."),
}


def roots(folder: Path) -> Iterator[Path]:
    """Yield small roots in three languages, in our own look and in an organisation's templates."""
    riverbend = ROOT / "examples" / "riverbend_trust"
    for at, (language, texts) in enumerate(WORDS.items()):
        tool = dict(zip(WORDS["en"], texts, strict=True))
        root = small_root(folder / language)
        for path in (root / "tools" / "pairs.yaml", root / "about.yaml"):
            text = path.read_text(encoding="utf-8").replace("language: en-GB", f"language: {language}")
            for old, new in tool.items():
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")
        if at:
            files = {"slides": "riverbend.potx", "guide": "riverbend.dotx"}
            for name in files.values():
                (root / name).write_bytes((riverbend / name).read_bytes())
            brand = root / "brand.yaml"
            old = brand.read_text(encoding="utf-8") if brand.exists() else ""
            named = "".join(f"  {key}: {name}\n" for key, name in files.items())
            brand.write_text(f"{old}reference:\n{named}", encoding="utf-8")
        yield root


@pytest.mark.thorough
def test_edits_are_found_in_files_saved_by_libreoffice(judge: Callable[[str], str], tmp_path: Path) -> None:
    """Decks and documents, also in templates, Welsh and Arabic: each edit is found, and none invented."""
    choose, files, done = Random(7), dict[str, bytes](), dict[str, tuple[Library, Brand, list[Change]]]()
    for root in roots(tmp_path):
        library, brand = load(root), load_brand(root)
        for edition, to, ending in (*FILES, ("run-sheet", "guide", ".docx"), ("handouts", "guide", ".docx")):
            edits = OfficeEdits(made(library, brand, edition, to))
            name = f"{root.name}-{edition}{ending}"
            done[name] = library, brand, edit_at_random(edits, choose)
            files[name] = edits.data
    for name, data in saved_again(files, judge, tmp_path).items():
        library, brand, changes = done[name]
        listed = sorted(map(as_change, found(data, library, brand, name)))
        assert listed == sorted((what, comparable(old), comparable(new)) for what, old, new in changes), name


@pytest.mark.thorough
def test_libreoffice_saves_decks_and_guides_without_changes(
    library: Library, brand: Brand, judge: Callable[[str], str], tmp_path: Path
) -> None:
    """Saving a file in LibreOffice keeps the record of what it was made from, and changes no text."""
    files = {}
    for workshop in library.workshops:
        for edition, to, ending in FILES:
            data = make(edition, to, library, brand, (workshop,)).data
            assert data
            files[f"{workshop}-{to}{ending}"] = data
    for name, data in saved_again(files, judge, tmp_path).items():
        assert found(data, library, brand, name) == (), name
