"""Write `docs/findings.md` from the table of rules: `python -m tools.findings_page`."""

from pathlib import Path

from coprod_content.findings.ruletable import GROUPS, PERSON

PAGE = Path(__file__).parents[1] / "docs" / "findings.md"
_HEAD = """\
# Findings

Everything that `coprod check`, `coprod inspect`, `coprod build` and `coprod pack` can find has a code.
`coprod explain CODE` says in the terminal what is written here. This page is made from the same table,
`src/coprod_content/findings/ruletable.py`, by `python -m tools.findings_page`.

An **error** stops a file from being written (`--allow-findings` writes it all the same, and `manifest.json`
then lists what was found). A **warning** is printed. **Advice** is for editors; nothing fails on it.

`coprod inspect FILE...` takes PowerPoint, Word, PDF and HTML files, from here or from anybody. It reads no more
than 64 MB of a file, unpacks no more than 200 MB of it, opens nothing that a file links to, and says in one line
when a file is damaged, encrypted or not what its name says.

## What only a person can check

No program finds more than a part of what shuts people out. Microsoft's own checker and real screen readers have
no part in these checks.

{person}

## What is not judged

- Contrast of text over pictures and patterns, and of text that a shape covers only in part; text of charts and
  SmartArt; all text in PDF and HTML files, whose colours are checked where they are made.
- Whether colour is the only signal, and whether words in a picture matter.
- Sizes of type in PDF and HTML files. Speaker notes, other than what they link to.
- Columns of a table style in PowerPoint. Pictures in the markup of before 2007, other than whether they have
  alternative text.
"""


def page() -> str:
    """The page as it should be."""
    lines = [_HEAD.format(person="\n".join(f"- {question}" for question in PERSON))]
    for title, rules in GROUPS:
        lines.append(f"## {title}\n")
        for rule in rules:
            judged = ", ".join(rule.judged.split())
            lines.append(f"### {rule.code}\n\n{rule.level.capitalize()}, in: {judged}.\n")
            lines.append(f"{rule.what} {rule.why} **Way out:** {rule.fix}\n")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
