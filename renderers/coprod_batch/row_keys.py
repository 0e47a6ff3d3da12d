"""Check all rows, and find out what each pack depends on."""

import sys
from collections.abc import Sequence

from coprod_batch.batch_job import Batch, RowKey
from coprod_batch.finished_rows import PICTURES
from coprod_batch.listed_organisation import OrganisationRow
from coprod_batch.row_material import RefusedRow, RowMaterial, material_of
from coprod_content.files.cache.digests import code_digest, packages_digest
from coprod_content.files.cache.value_digest import value_digest
from coprod_content.findings.finding import ContentError, Finding, in_order
from coprod_content.packs.kept.kept_file import FilesState
from coprod_content.packs.writing.build_date import build_date
from coprod_content.plugins.entry_points import our_packages
from coprod_content.plugins.inspectors import GROUP as INSPECTORS
from coprod_content.plugins.renderers import GROUP as RENDERERS


def checked_keys(rows: Sequence[OrganisationRow], batch: Batch) -> tuple[RowKey, ...]:
    """Return the rows with digests of everything that their packs depend on.

    The digests are empty if plugins by others are installed, which can change without notice. Raises ContentError with
    all the problems in all rows.
    """
    findings: list[Finding] = []
    keys, shared = [], _shared_digest(batch)
    for row in rows:
        if row.given.id == PICTURES:
            what, fix = f"'{row.given.id}' is a folder that this command makes.", "Choose another id."
            findings.append(Finding(code="table-row", where=row.place("id"), what=what, fix=fix))
        try:
            material = material_of(row, batch.content)
        except RefusedRow as error:
            findings += error.findings
            continue
        keys.append(RowKey(row, _digest(material, shared) if shared else ""))
    if findings:
        raise ContentError(in_order(findings))
    return tuple(keys)


def _shared_digest(batch: Batch) -> str:
    packages = our_packages(RENDERERS, INSPECTORS)
    if packages is None:
        return ""
    content = batch.content
    state = FilesState(content.library, content.brand)
    program = code_digest(*packages), packages_digest(tuple(sys.path)), build_date(content.library.about.date)
    return value_digest(program, state.look, state.places, content.library.about, batch.zipped, batch.allow_findings)


def _digest(material: RowMaterial, shared: str) -> str:
    return value_digest(shared, material.workshop, material.brand, material.access)
