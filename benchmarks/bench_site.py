"""The web edition: the time of the whole site, the size of its pages, and what its downloads cost beside it."""

import tempfile
import time

from benchmarks.clock import process_seconds, report
from coprod_content import load
from coprod_content.brand import load_brand
from coprod_content.downloads import made, orders
from coprod_content.site import made as site_made

_PEER = "import coprod_content, coprod_content.measure, jinja2, snowballstemmer, typer, rich; coprod_content.load()"


def main() -> None:
    """Print the time of `coprod site --no-downloads` beside loading the library alone; then, as processor time of one
    process, pages and downloads apart; then the largest files.
    """
    peer = process_seconds("-c", _PEER, runs=5)
    with tempfile.TemporaryDirectory() as folder:
        command = ("-m", "coprod_content.cli", "site", "--no-downloads", "--out", f"{folder}/site")
        report("coprod site --no-downloads", process_seconds(*command, runs=5), "loading the library", peer, "3000 ms")
    library, brand = load(), load_brand()
    site_made("web", library, brand)
    start = time.process_time()
    files = site_made("web", library, brand)
    pages = time.process_time() - start
    start = time.process_time()
    wanted = tuple(orders(library))
    for order in wanted:
        made(order, library, brand)
    beside = time.process_time() - start
    print(f"{len(files)} files: {pages:.1f} s of processor time; {len(wanted)} downloads: {beside:.1f} s")
    largest = sorted(((len(file.data), file.path) for file in files), reverse=True)[:4]
    for size, path in largest:
        note = "what search loads" if path.endswith(".js") else "target: 100 kB"
        print(f"{path}: {size / 1000:.0f} kB ({note})")
