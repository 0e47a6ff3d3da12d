"""Run every measurement: `python -m benchmarks`, or those named: `python -m benchmarks slides`."""

import importlib
import sys
from pathlib import Path

names = sys.argv[1:] or sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))
for name in names:
    print(f"== {name}", flush=True)
    importlib.import_module(f"benchmarks.bench_{name}").main()
