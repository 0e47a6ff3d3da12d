"""Tables of cards, tools, resources and terms are imported, or refused with the row and column of each problem."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from tests.support.command_line import coprod
from tests.support.roots import small_root
from tests.support.tables import CARD, HEADINGS, csv_text

from coprod_content import ContentError, Library
from coprod_content.content.kinds import kind_named, kind_of
from coprod_content.content.model import Item, Postcard, Resource, Term, Tool
from coprod_content.files.converter import converted
from coprod_content.files.yaml_reader import parse_yaml
from coprod_content.files.yaml_writer import yaml_text
from coprod_content.tables.imported_items import importable_kinds, items_of, tables_in, written_value
from coprod_content.tables.table import UnreadableTable
from coprod_content.tables.template import csv_template, workbook_template

ENTRY = {**CARD, "Why": "It’s “normal”."}
OURS = {**CARD, "Theme": "Sharing"}


def imported(data: bytes, library: Library, file: str = "cards.csv") -> list[Item]:
    return [each.item for each in items_of(tables_in(data, file), file, library)]


def refused(data: bytes, library: Library, file: str = "cards.csv") -> list[str]:
    with pytest.raises((UnreadableTable, ContentError)) as error:
        imported(data, library, file)
    return str(error.value).splitlines()


def workbook(*rows: list[object], **dimensions: str) -> Workbook:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return book


def saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name in names:
            package.writestr(name, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        csv_text(ENTRY).encode(),
        csv_text(ENTRY).encode("utf-8-sig"),
        csv_text(ENTRY, separator=";").encode("cp1252"),
        csv_text(ENTRY, separator="\t").encode("utf-16"),
        csv_text(ENTRY).encode("utf-16-le"),
        ("sep=|\r\n" + csv_text(ENTRY, separator="|")).encode(),
        ("Our cards,,\n\n,,\n" + csv_text(ENTRY) + ",,\n").encode(),
        csv_text({**ENTRY, "Theme": "4. SHARING power", "Audience": "Staff;Carers\n", "Moment": "Opening"}).encode(),
        csv_text({**ENTRY, "Theme": "sharing-power", "Follow-ups": "- Who else?\n"}).encode(),
        csv_text(ENTRY).replace("Follow-ups", "FOLLOW UP 1 (please)").replace("Listen for", "listen_for").encode(),
        saved(workbook(list(HEADINGS), list(ENTRY.values()))),
    ],
)
def test_a_card_is_read_from_any_encoding_separator_and_spelling(data: bytes, library: Library) -> None:
    """What spreadsheets save, and how people write headings, themes and lists, gives the same card."""
    (card,) = imported(data, library)
    assert card == Postcard(
        id="who-can-say-no-here",
        theme="sharing-power",
        question="Who can say no here?",
        why="It’s “normal”.",
        follow_ups=("Who else?",),
        listen_for="Silence.",
        audience=("staff", "carers"),
        moment="opening",
    )


def test_every_problem_is_reported_at_once_with_its_row_and_column(library: Library) -> None:
    """A message names the file, row, column and heading, and says what to do."""
    wrong = {**CARD, "Theme": "", "Moment": "midle", "Why": "=A1"}
    data = csv_text(wrong, {**wrong, "Question": "Who else can?"}).replace("Moment\r", "Moment,Folow up,\r")
    assert refused((data.replace("midle\r", "midle,x,y\r")).encode(), library) == [
        "cards.csv, row 1, column H: 'Folow up' is not a known heading. Did you mean 'Follow-ups'? To leave the column "
        'out, use --skip "Folow up".',
        "cards.csv, row 1, column I: this column has no heading. Write a heading, or delete the column.",
        "cards.csv, row 2, column A (Theme): the cell is empty. Fill it in.",
        "cards.csv, row 2, column C (Why): the cell contains a formula. Write its result as text.",
        "cards.csv, row 2, column G (Moment): expected one of opening, deepening, deciding, closing, found 'midle'. "
        "Choose one of them.",
        "cards.csv, row 3, column A (Theme): the cell is empty. Fill it in.",
        "cards.csv, row 3, column C (Why): the cell contains a formula. Write its result as text.",
        "cards.csv, row 3, column G (Moment): expected one of opening, deepening, deciding, closing, found 'midle'. "
        "Choose one of them.",
    ]


def far_below() -> bytes:
    """Return a workbook with something in the last cell that a sheet can have."""
    book = Workbook()
    book.active["XFD1048576"] = "x"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no row has the headings"),
        (csv_text().encode(), "has headings, but no rows below them"),
        (csv_text(*[CARD] * 10_000).encode(), "more than 500 rows"),
        (b"x" * (9 << 20), "is larger than 8 MB"),
        (csv_text(CARD).replace("Who can", '"Who can').encode(), "row 2: the quotation marks"),
        (csv_text(CARD).replace("Some", "T?r").encode("cp1252"), "a letter seems to be lost in 'T?r'"),
        (csv_text(CARD).replace("Some", "Itâ€™s").encode(), "letters were saved wrongly"),
        (csv_text(CARD).replace("Why", "Reasons").encode(), "there is no column Why"),
        (csv_text({**CARD, "Question": ""}).encode(), "row 2, column B (Question): this row has no Question"),
        (csv_text(CARD, {**CARD, "Question": "", "Why": "No."}).encode(), "row 3, column C (Why): this row has no Que"),
        (("Id," + csv_text(CARD, {**CARD, "Question": "Why?"}).replace("Shar", "a,Shar")).encode(), "same id as row 2"),
        (bytes(range(256)), "is not text"),
        (b"%PDF-1.7", "is not a table"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 500, "from before Excel 2007"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
        (far_below(), "has cells below row 5,000"),
        (packed("content.xml"), "an OpenDocument file"),
        (packed("Index/Document.iwa"), "an Apple Numbers file"),
        (packed("xl/workbook.xml"), "is damaged"),
        (b"PK\x03\x04", "is damaged"),
    ],
)
def test_other_files_and_broken_tables_are_refused(data: bytes, said: str, library: Library) -> None:
    """Each gets a line that says what is wrong."""
    assert any(said in line for line in refused(data, library)), refused(data, library)


def test_a_tool_has_a_row_for_each_step_and_lists_continue_below(library: Library) -> None:
    """Cells of the tool are on its first row. Rows without a step add to the lists of the step above."""
    head = ["Tool", "Purpose", "Theme", "Time", "Group size", "Step", "Step minutes", "Do", "Materials", "Mode"]
    book = workbook(
        head,
        ["Walk", "Think.", "4", "15–30 min", "2-30", "Set off", 10, "Ask.\n2. Listen.", "Shoes", "In pairs"],
        [None, None, None, None, None, "Swap", "5", "Swap.", "Coats"],
        [None] * 7 + ["Thank them."],
        ["Sit", "Rest.", "Sharing power", 20, 4, "Sit", 20, "Sit down."],
    )
    book.active.merge_cells("A2:A4")
    walk, sit = imported(saved(book), library)
    assert isinstance(walk, Tool)
    assert isinstance(sit, Tool)
    assert [(step.title, step.minutes, step.do, step.mode) for step in walk.steps] == [
        ("Set off", 10, ("Ask.", "Listen."), "pairs"),
        ("Swap", 5, ("Swap.", "Thank them."), None),
    ]
    assert (walk.materials, walk.minutes.least, walk.minutes.most) == (("Shoes", "Coats"), 15, 30)
    assert (sit.people.least, sit.people.most, sit.id) == (4, 4, "sit")


def test_a_workbook_can_have_sheets_of_several_kinds_and_hidden_parts(library: Library) -> None:
    """Each sheet with known headings is read. Whatever is hidden is left out, and a note says so."""
    book = workbook(
        list(HEADINGS), *([*list(CARD.values())[:1], f"What {n}?", *list(CARD.values())[2:]] for n in "abc")
    )
    book.active.row_dimensions[3].hidden = True
    book.active.merge_cells("A2:A4")
    words = book.create_sheet("Glossary")
    words.append(["Word", "Definition", "Why it matters", "Jargon"])
    words.append(["Rota", "Who works when.", "It decides.", True])
    links = book.create_sheet("Links")
    links.append(["Title", "Published by", "Type", "Useful for", "Who for", "Price", "Web page", "Themes"])
    links.append(["A guide", "Us", "Guide", "Reading.", "Staff", "Free", "https://example.org", "1, sharing power"])
    book.create_sheet("Old").sheet_state = "hidden"
    tables = tables_in(saved(book), "all.xlsx")
    items = [each.item for each in items_of(tables, "all.xlsx", library)]
    assert [type(item) for item in items] == [Postcard, Postcard, Term, Resource]
    assert isinstance(items[2], Term)
    assert items[2].jargon
    assert [note for table in tables for note in table.notes] == [
        "all.xlsx, sheet 'Sheet': hidden rows were not imported: 3.",
        "all.xlsx: the hidden sheet 'Old' was not imported.",
    ]


def test_cells_that_a_spreadsheet_changed_are_refused(library: Library) -> None:
    """Dates, errors, and formulas without a result are not what was typed."""
    book = workbook(list(HEADINGS), list(CARD.values()))
    book.active["C2"], book.active["D2"], book.active["E2"] = date(2026, 4, 3), "=A1", "#REF!"
    book.active["E2"].data_type = "e"
    (day, formula, error) = refused(saved(book), library)
    assert "row 2, column C (Why): the cell contains a date, 3 April 2026" in day
    assert "column D (Follow-ups): the cell contains a formula without a result" in formula
    assert "column E (Listen for): the cell contains the error #REF!" in error


def test_an_id_has_letters_from_a_to_z_whatever_the_script(library: Library) -> None:
    """Accents and apostrophes are dropped, a long title is cut between words, and other scripts get a stable id."""

    def id_of(question: str) -> str:
        return imported(csv_text({**CARD, "Question": question}).encode(), library)[0].id

    assert (
        id_of("Beth sy’n bwysig i chi, a pham, yn eich geiriau eich hun?")
        == "beth-syn-bwysig-i-chi-a-pham-yn-eich-geiriau"
    )
    assert id_of("ما الذي يهمك؟") == id_of("ما الذي يهمك؟") != id_of("من؟")


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp", "Mn", "Me")), min_size=1)


@given(st.lists(WORDS, min_size=len(HEADINGS), max_size=len(HEADINGS)))
def test_what_is_imported_reads_back_exactly_from_its_file(library: Library, words: list[str]) -> None:
    """Whatever a cell contains, the card is refused, or its YAML gives the same card."""
    fixed = {name: CARD[name] for name in ("Theme", "Audience", "Moment")}
    card = {**dict(zip(HEADINGS, words, strict=True)), **fixed}
    try:
        (item,) = imported(csv_text(card).encode("utf-8-sig"), library)
    except ContentError:
        return
    parsed = parse_yaml(yaml_text(written_value(item)), "x.yaml")
    given = {"id": item.id, "source": item.source}
    assert converted(kind_of(item).type, parsed.value, given, parsed, (), []) == item
    assert parsed.findings == ()


def test_a_template_has_headings_that_are_understood(library: Library) -> None:
    """The empty tables lack only rows, and those in a workbook offer the themes."""
    for kind in importable_kinds():
        assert "no rows below" in refused(csv_template(kind), library)[0]
    data = workbook_template(importable_kinds(), library)
    assert all("no rows below" in line for line in refused(data, library))
    book = load_workbook(io.BytesIO(data))
    (theme, _) = book["Postcards"].data_validations.dataValidation
    assert (theme.sqref, theme.formula1) == ("B2:B501", "Choices!$A$1:$A$6")
    assert book["Choices"]["A4"].value == library.themes["sharing-power"].title
    assert csv_template(kind_named("term")).decode("utf-8-sig") == "Id,Term,Meaning,Why,Jargon,Preferred,See\r\n"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small content root in the working folder, with a table of one card beside it."""
    monkeypatch.chdir(tmp_path)
    Path("cards.csv").write_text(csv_text(OURS), encoding="utf-8")
    return small_root(Path("mine"))


def test_a_card_in_a_root_is_only_replaced_if_asked(mine: Path) -> None:
    """An imported card is checked and written. The same again changes nothing, and an edited one stays."""
    assert "postcards/who-can-say-no-here.yaml" in coprod("import", "cards.csv", "--into", mine).output
    file = mine / "postcards" / "who-can-say-no-here.yaml"
    assert "Nothing has changed." in coprod("import", "cards.csv", "--into", mine).output
    edited = "# Ours\n" + file.read_text(encoding="utf-8").replace("Silence.", "Laughter.")
    file.write_text(edited, encoding="utf-8")
    again = coprod("import", "cards.csv", "--into", mine)
    assert "who-can-say-no-here.yaml already exists, and is different." in again.output
    assert (again.exit_code, file.read_text(encoding="utf-8")) == (1, edited)
    assert coprod("import", "cards.csv", "--into", mine, "--replace").exit_code == 0
    assert "Silence." in file.read_text(encoding="utf-8")


def test_terms_are_added_to_the_file_and_nothing_else_in_it_changes(mine: Path) -> None:
    """Comments and other entries stay. With --replace, only the entry of a term changes."""
    terms = mine / "terms.yaml"
    rest = "\n# Last\nstaff:\n  term: Staff\n  meaning: The paid.\n  why: Short.\n"
    terms.write_text(f"# Ours\ncarer:\n  term: Carer\n  meaning: Who.\n  why: It is.\n{rest}")
    Path("words.csv").write_text("Term,Meaning,Why\nCarer,Who cares,It matters\nRig,A frame,It holds\n")
    assert "terms.yaml: carer already exists" in coprod("import", "words.csv", "--into", mine).output
    assert coprod("import", "words.csv", "--into", mine, "--replace").exit_code == 0
    carer = "# Ours\ncarer:\n  term: Carer\n  meaning: Who cares\n  why: It matters\n"
    assert terms.read_text() == f"{carer}{rest}rig:\n  term: Rig\n  meaning: A frame\n  why: It holds\n"


def test_what_check_refuses_is_refused_at_its_cell_and_nothing_is_written(mine: Path) -> None:
    """A problem that only a check of the whole root finds has a row and a column, too."""
    wrong = csv_text({**OURS, "Theme": "Sharings", "Why": "See [@nobody1999]."}, {**OURS, "Question": "Two?"})
    Path("cards.csv").write_text(wrong, encoding="utf-8")
    run = coprod("import", "cards.csv", "--into", mine)
    assert "cards.csv, row 2, column A (Theme): there is no theme 'Sharings'." in run.output
    assert "cards.csv, row 2, column C (Why): there is no reference 'nobody1999'." in run.output
    assert run.output.endswith("Nothing was imported.\n")
    assert (run.exit_code, [path.name for path in (mine / "postcards").iterdir()]) == (1, ["who-decides.yaml"])


def test_errors_elsewhere_in_a_root_do_not_stop_an_import(mine: Path) -> None:
    """A workshop can name a card before its import. Other errors are listed afterwards, and rows are still judged."""
    workshop = mine / "workshops" / "meeting.yaml"
    workshop.write_text(
        workshop.read_text().replace("postcards: [", "postcards: [who-can-say-no-here, "), encoding="utf-8"
    )
    broken = mine / "films" / "broken.yaml"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text("title: [\n")
    Path("long.csv").write_text(csv_text({**OURS, "Question": "Why " * 90 + "me?"}), encoding="utf-8")
    long = coprod("import", "long.csv", "--into", mine)
    assert (long.exit_code, "long.csv, row 2, column" in long.output) == (1, True), long.output
    run = coprod("import", "cards.csv", "--into", mine)
    assert (run.exit_code, (mine / "postcards" / "who-can-say-no-here.yaml").is_file()) == (0, True), run.output
    _, _, others = run.output.partition("mine still has other errors:\n")
    assert [line.partition(":")[0] for line in others.splitlines()] == ["mine/films/broken.yaml"]


def test_the_command_explains_itself(mine: Path) -> None:
    """Mistakes in the command line say what to write, and the columns are explained."""
    assert "coprod import cards.csv --into mine" in coprod("import").output
    assert "Use --into" in coprod("import", "cards.csv").output
    assert "cannot be imported" in coprod("import", "--columns", "films").output
    assert "Listen for" in coprod("import", "--columns", "cards").output
    assert coprod("import", "--template", "tools.csv").exit_code == 0
    assert Path("tools.csv").read_bytes().startswith(b"\xef\xbb\xbfId,Title")
    assert "there is no such folder" in coprod("import", "cards.csv", "--into", "nowhere").output
