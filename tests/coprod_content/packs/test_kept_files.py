"""A file is kept under everything that its bytes depend on, and made again if any of it changes."""

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.command_line import coprod
from tests.support.pictures import picture
from tests.support.roots import small_root

from coprod_content import Library, load
from coprod_content.brand.brand import Brand
from coprod_content.brand.organisation import Logo, Organisation
from coprod_content.content.library import Items
from coprod_content.files.cache import cache_folder
from coprod_content.files.cache.cache_folder import CacheFolder
from coprod_content.files.cache.value_digest import value_digest
from coprod_content.packs.build import ComposedFile, FileSpec, make_file
from coprod_content.packs.kept import composed_before
from coprod_content.packs.kept.kept_files import KeptFiles

CARD = "who-speaks-first"
FILES = tuple(
    FileSpec(edition="postcards", renderer=to, select=(CARD,), name="cards", access=access)
    for to, access in (("guide", "standard"), ("web", "standard"), ("web", "high-contrast"), ("plain", "plain"))
)
EDITS = ("question", "why", "palette", "organisation", "logo", "size", "retitled", "date")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CacheFolder:
    """Keep files in a new folder."""
    monkeypatch.setenv("COPROD_CACHE", str(tmp_path / "cache"))
    return CacheFolder(tmp_path / "cache")


def edited(edits: dict[str, int], library: Library, brand: Brand) -> tuple[Library, Brand]:
    """Return a library and a brand with some edits, each in one of three versions."""
    of = edits.get
    card = library.postcards[CARD]
    card = evolve(
        card, question=f"{'Really? ' * of('question', 0)}{card.question}", why=card.why + " Yes." * of("why", 0)
    )
    others = (each for each in library.postcards.values() if each.id != CARD)
    about = evolve(library.about, title=f"{library.about.title}{'!' * of('retitled', 0)}")
    library = evolve(library, postcards=Items((card, *others)), about=about)
    brand = evolve(brand, palette=evolve(brand.palette, brand=("#1f5a51", "#5a1f51", "#51305a")[of("palette", 0)]))
    if of("organisation", 0):
        organisation = Organisation(
            name=f"Ward {of('organisation')}", logo=Logo(file="logo.png") if of("logo", 0) else None
        )
        brand = evolve(
            brand, organisation=organisation, files=(("logo.png", picture(width=200 + of("logo", 0), height=90)),)
        )
    return library, evolve(brand, cards=evolve(brand.cards, body=brand.cards.body + of("size", 0)))


def test_a_file_from_the_cache_has_the_bytes_of_a_new_one(library: Library, brand: Brand) -> None:
    """After any edits of content and brand, undone or not, each file is what a clean build makes."""

    @settings(max_examples=3, deadline=None)
    @given(st.lists(st.dictionaries(st.sampled_from(EDITS), st.integers(0, 2), max_size=3), min_size=1, max_size=2))
    def is_the_same(runs: list[dict[str, int]]) -> None:
        for edits in (*runs, {}, *runs):
            ours, look = edited(edits, library, brand)
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("SOURCE_DATE_EPOCH", str(1_700_000_000 + 86_400 * edits.get("date", 0)))
                for spec in FILES:
                    found, clean = KeptFiles.of(ours, look).result(spec).built, make_file(spec, ours, look)
                    assert found
                    assert evolve(found, document=clean.document) == clean
                    assert found.document.access == clean.document.access

    is_the_same()


def test_a_file_is_made_once(library: Library, brand: Brand, cache: CacheFolder) -> None:
    """A second run reads every file, in another process too, and other cards, options or a new brand are made."""
    first, second = (tuple(map(KeptFiles.of(library, brand).result, FILES)) for _ in range(2))
    assert [each.why for each in first] == ["it was not made before."] * len(FILES)
    assert [each.why for each in second] == [""] * len(FILES)
    assert [each.built and each.built.data for each in first] == [each.built and each.built.data for each in second]
    large = evolve(FILES[1], access="large-print")
    assert KeptFiles.of(library, brand).result(large).why
    assert KeptFiles.of(library, brand, reads=False).result(FILES[1]).why == "--no-cache was given."


def test_a_document_is_composed_once(
    library: Library, brand: Brand, cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kept file needs no document, unless the record of its document is damaged."""
    composed: list[FileSpec] = []
    compose = composed_before.composed_file

    def counted(spec: FileSpec, *given: Any) -> ComposedFile:
        composed.append(spec)
        return compose(spec, *given)

    monkeypatch.setattr(composed_before, "composed_file", counted)
    first, second = (KeptFiles.of(library, brand).result(FILES[1]) for _ in range(2))
    assert len(composed) == 1
    assert first.built
    assert second.built
    assert second.built == evolve(first.built, document=second.built.document)
    (record,) = (path for path in cache.entries() if path.name.startswith("composed-"))
    record.write_bytes(record.read_bytes()[:-9])
    assert KeptFiles.of(library, brand).result(FILES[1]).why == ""
    assert len(composed) == 2


@pytest.mark.parametrize("damage", [b"", b"\0" * 50, b"cut", b"renamed"])
def test_a_damaged_file_is_made_again(damage: bytes, library: Library, brand: Brand, cache: CacheFolder) -> None:
    """An entry that is empty, changed, cut short or another's is found out, and replaced."""
    files = KeptFiles.of(library, brand)
    whole = files.result(FILES[1])
    (entry,) = (path for path in cache.entries() if path.name.startswith("file-"))
    data = entry.read_bytes()
    entry.write_bytes(data[: len(data) // 2] if damage == b"cut" else damage)
    again = files.result(FILES[1])
    assert again.why == "it was no longer in the cache."
    assert again.built == whole.built
    assert entry.read_bytes() == data


def test_a_file_with_advice_is_made_again_when_lines_move(
    tmp_path: Path, brand: Brand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a finding says about a place in a file is never old."""
    root = small_root(tmp_path / "root")
    path = next((root / "tools").glob("*.yaml"))
    path.write_text(path.read_text().replace("Please swap.", "Please swap 家."))
    tool = path.stem
    spec = FileSpec(edition="tool-cards", renderer="web", select=(tool,), name="cards")

    def lines() -> tuple[list[str], str]:
        ours = load(root)
        made = KeptFiles.of(ours, brand).result(spec)
        assert made.built
        assert made.built.findings == make_file(spec, ours, brand).findings
        return [str(each.where) for each in made.built.findings], made.why

    before = lines()
    path.write_text("# A remark\n" + path.read_text())
    assert lines()[0] != before[0] or not before[0]
    assert lines() == (lines()[0], "")


def test_the_reason_names_the_field_and_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--why` says what changed since the file was last made, and nothing if nothing did."""
    monkeypatch.chdir(tmp_path)
    root = small_root(tmp_path / "root")
    made = ("pack", "meeting", "--root", root, "--out", tmp_path / "out", "--access", "plain", "--why")
    assert "meeting-deck-plain.txt: it was not made before." in coprod(*made).output
    assert ".txt: " not in coprod(*made).output
    path = next((root / "postcards").glob("*.yaml"))
    path.write_text("# A remark\n" + path.read_text().replace("question: ", "question: Truly, "))
    said = coprod(*made).output
    assert f"root/postcards/{path.name}:3 question changed" in said
    assert "--no-cache was given." in coprod(*made, "--no-cache").output


def test_a_folder_that_cannot_be_used_changes_nothing(
    library: Library, brand: Brand, cache: CacheFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a link, a file, a full disk or a folder that others can change, files are made as if there were no cache."""
    clean = make_file(FILES[1], library, brand)
    cache.path.touch()
    assert KeptFiles.of(library, brand).result(FILES[1]).built == clean
    cache.path.unlink()
    cache.path.symlink_to(cache.path.parent, target_is_directory=True)
    assert KeptFiles.of(library, brand).result(FILES[1]).built == clean
    cache.path.unlink()
    cache.path.mkdir(mode=0o777)
    cache.path.chmod(0o777)
    assert KeptFiles.of(library, brand).result(FILES[1]).built == clean
    assert not list(cache.path.iterdir())
    cache.path.chmod(0o700)
    monkeypatch.setattr(cache_folder.os, "replace", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    assert KeptFiles.of(library, brand).result(FILES[1]).built == clean
    assert not list(cache.path.iterdir())


def test_equal_values_have_equal_digests() -> None:
    """Values that differ in a type or a level differ, and the order of a set does not count."""
    assert value_digest(frozenset("abc")) == value_digest(frozenset("cab"))
    assert len({value_digest(each) for each in (1, 1.0, True, "1", b"1", ("1",), None, frozenset("1"))}) == 8
    assert value_digest("a", "b") != value_digest("ab")
    with pytest.raises(TypeError):
        value_digest(object())
