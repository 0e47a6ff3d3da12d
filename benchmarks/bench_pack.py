"""A whole pack as a process of its own: time and memory."""

import tempfile

from benchmarks.clock import peak_mebibytes, process_seconds, report

_PEER = "import pptx, docx, typst, pikepdf, segno, typer, rich"


def main() -> None:
    """Print the time and the memory of `coprod pack first-steps`, beside importing the libraries that it stands on."""
    peer = process_seconds("-c", _PEER)
    with tempfile.TemporaryDirectory() as folder:
        ours = process_seconds("-m", "coprod_content.cli", "pack", "first-steps", "--out", folder, runs=5)
    report("coprod pack first-steps", ours, "importing its libraries alone", peer, "1500 ms")
    print(f"peak memory: {peak_mebibytes():.0f} MiB (target: 250 MiB)")
