"""Fields without markup, such as questions and titles, are printed as they are typed."""

from pathlib import Path

from tests.support.mutated_roots import MutatedRoot
from tests.support.root_judge import verdict
from tests.support.roots import SMALL

from coprod_content.loading import examine

TYPED = "Is [this](https://www.example.org/x) *ours* [@egan2020]?"
FIELDS = (
    ("themes/sharing.yaml", "Who decides?"),
    ("tools/pairs.yaml", "What did you hear?"),
    ("tools/pairs.yaml", "title: Talk"),
    ("postcards/who-decides.yaml", "Who else could?"),
    ("films/once.yaml", "What do you expect?"),
    ("films/once.yaml", "What did you see?"),
)


def test_a_field_without_markup_is_printed_as_typed(tmp_path: Path) -> None:
    """Neither a link nor a citation is read from it, in any edition."""
    files = dict(SMALL)
    for number, (name, old) in enumerate(FIELDS):
        typed = TYPED.replace("this", f"this {number}")
        assert SMALL[name].count(old) == 1
        files[name] = files[name].replace(old, f"title: '{typed}'" if old.startswith("title") else f"'{typed}'")
    root = MutatedRoot("typed", {each: text.encode() for each, text in files.items()}, alone=True)
    judged = verdict(root, tmp_path, renderings=0)
    assert judged.passed
    assert judged.failures == ()


def test_an_id_longer_than_a_file_name_is_unknown(tmp_path: Path) -> None:
    """It is reported like every other unknown id."""
    (tmp_path / "postcards").mkdir()
    card = SMALL["postcards/who-decides.yaml"].replace("resource: handbook", f"resource: {'long' * 80}")
    (tmp_path / "postcards" / "card.yaml").write_text(card, encoding="utf-8")
    (tmp_path / "about.yaml").write_text(SMALL["about.yaml"], encoding="utf-8")
    _, findings = examine(tmp_path)
    assert "unknown-id" in {finding.code for finding in findings}
