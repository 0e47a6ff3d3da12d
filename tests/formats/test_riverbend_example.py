"""The example of an organisation, examples/riverbend_trust, as outside judges see its pack."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.support.judging import judged
from tests.support.made_files import OFFICE, PDF, Kept

from coprod_content import canonical_root, load, load_brand
from coprod_content.packs.build import make_file
from coprod_content.packs.pack_files import pack_files

ROOT = Path(__file__).parents[2] / "examples" / "riverbend_trust"


def test_the_pack_of_riverbend_passes_its_judges(judge: Callable[[str], str], tmp_path: Path) -> None:
    """`check` passes the root, and every file of its pack is valid, clean and made with the trust's templates."""
    judge("soffice"), judge("java")
    checked = subprocess.run(
        [sys.executable, "-m", "coprod_content", "check", str(ROOT)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout
    library, brand = load(canonical_root(), ROOT), load_brand(ROOT)
    files = Kept(tmp_path)
    for spec in pack_files(library.workshops["while-you-wait"], library):
        made = make_file(spec, library, brand)
        assert made.data is not None, spec.name
        assert made.findings == (), spec.name
        if made.suffix in OFFICE + PDF:
            files.keep(made.data, made.suffix)
    assert judged(files).verdicts == ()
