"""Findings about a brand, kept between runs."""

from collections.abc import Callable, Sequence
from pathlib import Path

from coprod_content.brand.load_brand import examine_brand
from coprod_content.content.library import Library
from coprod_content.files.cache.content_json import NotContent, json_of, value_of
from coprod_content.files.cache.digests import root_digest
from coprod_content.files.cache.kept_bytes import KeptBytes
from coprod_content.files.content_root import canonical_root
from coprod_content.findings.finding import Finding
from coprod_content.packs.brand_check import brand_findings
from coprod_content.plugins.entry_points import our_packages
from coprod_content.plugins.inspectors import GROUP as INSPECTORS
from coprod_content.plugins.renderers import GROUP as RENDERERS


def kept_brand_findings(roots: Sequence[Path], ours: Callable[[], Library]) -> tuple[Finding, ...]:
    """Return all findings about the brand in `roots`, perhaps from the cache.

    `ours` returns the canonical content, from which sample files are made. The sample files are made again if the
    brand, one of its files, the canonical content or the program has changed. If plugins by others are installed, the
    sample files are made in every run.
    """
    examined = examine_brand(*(root for root in roots if root.is_dir()))
    if not examined.is_own:
        return brand_findings(examined)
    packages, content = our_packages(RENDERERS, INSPECTORS), root_digest(canonical_root())
    if packages is None or content is None:
        return brand_findings(examined, ours())
    kept = KeptBytes("brand", (content, *examined.state), packages)
    try:
        found: tuple[Finding, ...] = value_of(kept.read() or b"")
    except NotContent:
        found = brand_findings(examined, ours())
        kept.write(json_of(found))
    return found
