"""A list of organisations is read from any table, and every problem in it is placed before anything is made."""

import io
from pathlib import Path

import openpyxl
import pytest

from coprod_batch.organisation_list import organisations_in
from coprod_content.files.text_file import UnreadableFile
from coprod_content.findings.finding import ContentError

LIST = "Id,Name,Place,Day,Access\nune,Évreux – hôpital,Hall,2027-02-03,large-print; plain\n"


def problems(path: Path) -> list[str]:
    """Return the messages about a list, without its folder."""
    with pytest.raises(ContentError) as caught:
        organisations_in(path)
    return [str(each).replace(f"{path.parent.as_posix()}/", "") for each in caught.value.findings]


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode("utf-8"),
        LIST.encode("utf-8-sig"),
        LIST.encode("utf-16"),
        LIST.encode("cp1252"),
        LIST.replace(",", ";").replace("large-print; plain", '"large-print\nplain"').encode(),
        LIST.replace("Id,Name,Place,Day", "Code,Organisation name,Venue,Date").encode(),
    ],
)
def test_a_list_is_read_in_any_encoding_and_with_any_separator(data: bytes, tmp_path: Path) -> None:
    """Headings can be others that people use, and a cell can hold several values."""
    path = tmp_path / "list.csv"
    path.write_bytes(data)
    (row,) = organisations_in(path)
    assert (row.given.id, row.given.name, row.given.day) == ("une", "Évreux – hôpital", "2027-02-03")
    assert row.given.access == ("large-print", "plain")
    assert row.place("name").line == 2


def test_a_workbook_and_a_yaml_file_say_the_same_as_a_table(tmp_path: Path) -> None:
    """A date and a time in a workbook are what they look like."""
    from datetime import date, time

    book, out = openpyxl.Workbook(), io.BytesIO()
    assert book.active
    book.active.append(["Id", "Name", "Day", "Starts"])
    book.active.append(["one", "Ward One", date(2027, 2, 3), time(9, 30)])
    book.save(out)
    (tmp_path / "list.xlsx").write_bytes(out.getvalue())
    (tmp_path / "list.yaml").write_text('- id: one\n  name: Ward One\n  day: "2027-02-03"\n  starts: "09:30"\n')
    (sheet,), (entry,) = organisations_in(tmp_path / "list.xlsx"), organisations_in(tmp_path / "list.yaml")
    assert sheet.given == entry.given
    assert sheet.given.starts == "09:30"
    assert str(entry.place("day")).endswith("list.yaml:3:8")


def test_every_problem_in_every_row_is_reported_with_its_cell(tmp_path: Path) -> None:
    """Paths and names of devices are not ids, an id is used once, and a cell that must be filled is."""
    path = tmp_path / "list.csv"
    path.write_text("Id,Name,Day\n../x,One,\nsame,Two,3 May\nsame,,\ncon,Four,\n/etc,Five,\n")
    found = problems(path)
    assert [each.partition(":")[0] for each in found] == [
        "list.csv, row 2, column A (Id)",
        "list.csv, row 3, column C (Day)",
        "list.csv, row 4, column A (Id)",
        "list.csv, row 4, column B (Name)",
        "list.csv, row 5, column A (Id)",
        "list.csv, row 6, column A (Id)",
    ]
    assert found[2].endswith("the id 'same' is already used in row 3. Choose another id.")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.csv", b"Name,Place\nWard,Hall\n", "a.csv, row 1: has no column Id. Add it."),
        (
            "a.csv",
            b"Id,Name,Lgoo\na,A,x\n",
            "a.csv, row 1, column C: 'Lgoo' is not a known heading. Did you mean 'logo'?",
        ),
        ("a.csv", b"Id,Name,Id\na,A,b\n", "a.csv, row 1, column C: there are two columns for id."),
        ("a.csv", b"", "a.csv: has no column Id and no column Name."),
        ("a.csv", b"Id,Name\n", "a.csv: has no rows."),
        (
            "a.csv",
            b"Id,Name\n" + b"".join(b"o%d,N\n" % at for at in range(100_000)),
            "a.csv: has more than 10,000 rows",
        ),
        ("a.xlsx", b"PK\x03\x04 nothing", "a.xlsx: is damaged."),
        ("a.yaml", b"id: a\n", "a.yaml:1:1: is not a list of organisations."),
        ("a.yaml", b"- id: a\n  nmae: A\n", "a.yaml:2:9: nmae: there is no such key here."),
    ],
)
def test_a_list_that_cannot_be_used_is_refused_in_a_line(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    """A missing column, a wrong heading, no rows or too many: one line says what is wrong and where."""
    (tmp_path / name).write_bytes(data)
    assert any(each.startswith(said) for each in problems(tmp_path / name)), problems(tmp_path / name)


def test_a_list_that_is_missing_is_refused(tmp_path: Path) -> None:
    """A folder, or a file that is not there, is named."""
    for path in (tmp_path, tmp_path / "list.csv"):
        with pytest.raises(UnreadableFile, match="cannot be read"):
            organisations_in(path)
