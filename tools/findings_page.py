"""Write the documentation's page of findings: `python -m tools.findings_page FILE`."""

import argparse
from pathlib import Path

from coprod_content.findings.rules import questions_for_people, rule_groups, unchecked

_HEAD = """\
# Findings

Everything that `coprod check`, `coprod inspect`, `coprod build` and `coprod pack` can find has a code.
`coprod explain CODE` prints the same explanations in the terminal.

An **error** stops a file from being written. With `--allow-findings` it is written anyway, and `manifest.json`
lists what was found. A **warning** is printed. **Advice** is for editors, and never makes a command fail.

`coprod inspect FILE...` takes PowerPoint, Word, PDF and HTML files, whoever made them. It reads at most 64 MB of a
file, unpacks at most 200 MB, and never opens what a file links to. A file that is damaged, encrypted or not what
its name says gets one line.

## What only a person can check

No program finds more than part of what shuts people out. Microsoft's own checker and screen readers do not answer
these questions either.

{questions}

## What is not checked

{unchecked}
"""


def findings_page() -> str:
    """Return the page as Markdown."""
    lines = [_HEAD.format(questions=_bullets(questions_for_people()), unchecked=_bullets(unchecked()))]
    for group in rule_groups():
        lines.append(f"## {group.title}\n")
        for rule in group.rules:
            lines.append(f"### {rule.code}\n\n{rule.level.capitalize()}, checked in: {', '.join(rule.checked_in)}.\n")
            lines.append(f"{rule.what} {rule.why} **What to do:** {rule.fix}\n")
    return "\n".join(lines)


def _bullets(entries: tuple[str, ...]) -> str:
    return "\n".join(f"- {entry}" for entry in entries)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.parse_args().file.write_text(findings_page(), encoding="utf-8")
