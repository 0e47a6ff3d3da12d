"""The report and the overview of a batch."""

import csv
import io
from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from coprod_batch.finished_rows import RowResult
from coprod_content.packs.manifest import MANIFEST

REPORT, INDEX = "report.csv", "index.html"
_COLUMNS = ("Row", "Id", "Name", "State", "Files", "Bytes", "Cards", "Findings", "Path", "Reason")
_STYLE = """\
body { font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a }
.rows { list-style: none; padding: 0; display: grid; gap: 1.5rem;
  grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)) }
.rows > li { border: 1px solid #767676; border-radius: .5rem; padding: 1rem }
h2 { font-size: 1.1rem; margin: 0 }
img { display: block; max-width: 100%; border: 1px solid #d0d0d0; margin-bottom: .5rem }
.rows > .failed { border: 3px solid #a4123f }
"""


def report(results: Sequence[RowResult], *, zipped: bool) -> bytes:
    """Return a CSV table with the result of each row."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_COLUMNS)
    for each in results:
        path = _path(each, zipped=zipped) if each.files else ""
        counts = (each.files, each.size, each.cards, each.findings)
        writer.writerow((each.row, each.id, each.name, _state(each), *counts, path, each.failure))
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def overview(results: Sequence[RowResult], title: str, language: str) -> bytes:
    """Return a web page with links and any picture for each row."""
    failed = sum(bool(each.failure) for each in results)
    items = "\n".join(_item(each) for each in results)
    counts = f"Complete packs: {len(results) - failed} of {len(results)}." if failed else f"Packs: {len(results)}."
    page = (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<h1>{escape(title)}</h1>\n<p>{counts} <a href="{REPORT}">These results as a table</a></p>\n'
        f'<ul class="rows">\n{items}\n</ul>\n</main>\n</body>\n</html>\n'
    )
    return page.encode()


def _path(result: RowResult, *, zipped: bool) -> str:
    return f"{result.id}.zip" if zipped else f"{result.id}/{MANIFEST}"


def _state(result: RowResult) -> str:
    return ("incomplete" if result.files else "failed") if result.failure else "complete"


def _item(result: RowResult) -> str:
    picture = f'<img src="{quote(result.picture)}" alt="" loading="lazy">' if result.picture and result.names else ""
    about = f"{counted_files(result.files)}, {result.size / 1e6:,.1f} MB" if result.names else "No files"
    reason = f"<p>Row {result.row}: {escape(result.failure)}</p>" if result.failure else ""
    kind = ' class="failed"' if result.failure else ""
    links = "".join(f'<li><a href="{quote(each)}">{escape(each.split("/")[-1])}</a></li>' for each in result.names)
    files = f"<details><summary>{about}</summary><ul>{links}</ul></details>" if links else f"<p>{about}</p>"
    return f"<li{kind}>{picture}<h2>{escape(result.name)}</h2>{reason}{files}</li>"


def counted_files(count: int) -> str:
    """Return a number of files with its noun."""
    return "1 file" if count == 1 else f"{count} files"
