"""The time and memory of a whole pack in a separate process."""

import tempfile

from benchmarks.clock import peak_mebibytes, process_seconds, report

_PEER = "import pptx, docx, typst, pikepdf, segno, typer, rich"


def main() -> None:
    """Print the time and memory of `coprod pack first-steps`, beside importing its libraries."""
    peer = process_seconds("-c", _PEER)
    with tempfile.TemporaryDirectory() as folder:
        command = ("-m", "coprod_content.cli.app", "pack", "first-steps", "--out", folder)
        ours, memory = process_seconds(*command, runs=5), peak_mebibytes(*command)
    report("coprod pack first-steps", ours, "importing its libraries alone", peer, "1500 ms")
    print(f"peak memory: {memory:.0f} MiB (target: 250 MiB)")
