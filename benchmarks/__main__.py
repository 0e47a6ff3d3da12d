"""Run all measurements with `python -m benchmarks`, or some with `python -m benchmarks slides`."""

import importlib
import sys
from pathlib import Path

names = sys.argv[1:] or sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
missed: list[str] = []
for name in names:
    print(f"== {name}", flush=True)
    missed += importlib.import_module(f"benchmarks.bench_{name}").main() or ()
if missed:
    sys.exit("\n".join(("Targets that were missed:", *missed)))
