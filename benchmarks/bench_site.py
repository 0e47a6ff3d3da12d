"""The web edition: the time of the whole site and of its downloads, and the size of its pages."""

import subprocess
import sys
import time

from benchmarks.clock import cpu_seconds, process_seconds, report
from coprod_content import load
from coprod_content.brand.load_brand import load_brand
from coprod_content.packs.build import make_file
from coprod_content.packs.downloads import download_specs
from coprod_site import make_site

_PEER = (
    "import coprod_content, coprod_content.layout.font_metrics, jinja2, snowballstemmer, typer, rich; "
    "coprod_content.load()"
)
_IN_A_FOLDER = """
import resource, subprocess, sys, tempfile
with tempfile.TemporaryDirectory() as folder:
    command = [sys.executable, "-m", "coprod_content.cli.app", "site", "--no-downloads", "--out", folder + "/site"]
    subprocess.run(command, check=True, capture_output=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"processor time of the whole command: {used.ru_utime + used.ru_stime:.2f} s (target: 3 s)")
"""


def main() -> None:
    """Print the times of the command, of all pages and of all downloads, and the largest files."""
    ours, peer = process_seconds("-c", _IN_A_FOLDER, runs=5), process_seconds("-c", _PEER, runs=5)
    report(
        "coprod site --no-downloads", ours, "loading the library", peer, "3000 ms on a machine that does nothing else"
    )
    subprocess.run([sys.executable, "-c", _IN_A_FOLDER], check=True)
    library, brand = load(), load_brand()
    files = make_site(library, brand)
    making, loading = cpu_seconds(lambda: make_site(library, brand), load)
    report("making all pages, processor time", making, "loading the library", loading, "with start and load, 3000 ms")
    start = time.process_time()
    wanted = tuple(download_specs(library))
    for spec in wanted:
        make_file(spec.file, library, brand)
    print(
        f"{len(files)} files; {len(wanted)} downloads beside them: {time.process_time() - start:.0f} s of one processor"
    )
    for size, path in sorted(((len(file.data), file.path) for file in files), reverse=True)[:4]:
        print(f"{path}: {size / 1000:.0f} kB ({'what search loads' if path.endswith('.js') else 'target: 100 kB'})")
