"""Judge many mutated content roots, and print what happened.

Run `python -m tools.fuzz_roots --count 3000 --seed 1`. Every root that `coprod check` passes is made into files.
"""

import argparse
import os
import tempfile
import time
from collections import Counter
from itertools import islice
from pathlib import Path

from tests.support.mutated_roots import mutated_root, swept_roots
from tests.support.root_judge import canonical_root_read_once, verdict


def main() -> int:
    """Judge roots, print the figures, and return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=0, help="the number of the first root")
    parser.add_argument("--renderings", type=int, default=3, help="files to make from each root")
    parser.add_argument("--sweep", action="store_true", help="change every text of the small root in turn instead")
    asked = parser.parse_args()
    chosen = range(asked.first, asked.first + asked.count)
    roots = (
        islice(swept_roots(), chosen.start, chosen.stop)
        if asked.sweep
        else (mutated_root(asked.seed, n) for n in chosen)
    )
    judged, passed, made, kinds, examples = 0, 0, Counter[str](), Counter[str](), dict[str, str]()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name, canonical_root_read_once():
        os.chdir(name)
        for root in roots:
            judged += 1
            found = verdict(root, Path(), renderings=asked.renderings, commands=0.05)
            passed += found.passed
            made += found.made
            for kind, detail in found.failures:
                kinds[kind] += 1
                if kinds[kind] < 4:
                    print(f"{root.name} {kind}: {detail}\n    {'; '.join(root.changes)[:400]}", flush=True)
                    examples.setdefault(kind, root.name)
    print(f"{judged} roots: {passed} passed, {judged - passed} refused")
    print(f"made: {', '.join(f'{count} {name}' for name, count in sorted(made.items()))}")
    print(f"{time.monotonic() - started:.0f} seconds")
    for kind, count in kinds.most_common():
        print(f"{count:5} {kind} (first: {examples[kind]})")
    return 1 if kinds else 0


if __name__ == "__main__":
    raise SystemExit(main())
