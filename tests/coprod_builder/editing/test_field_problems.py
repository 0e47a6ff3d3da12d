"""Findings shown beside the controls of a plan."""

from coprod_builder.editing.field_problems import field_problems
from coprod_content.findings.finding import Finding, Place


def test_a_problem_in_another_file_is_shown_with_its_place() -> None:
    """It is not shown beside a control of the plan that has the same name. Warnings about other files are left out."""
    findings = (
        Finding(code="missing-key", where=Place("plan.yaml", 1, 1), field="title", what="is missing."),
        Finding(code="missing-key", where=Place("r/tools/ours.yaml", 3, 1), field="title", what="is missing."),
        Finding(
            code="yaml", where=Place("r/tools/ours.yaml", 9, 2), what="this is not YAML.", fix="Close the bracket."
        ),
        Finding(code="not-read", where=Place("r/x.txt"), level="warning", what="this file is not read."),
        Finding(code="no-agenda", field="", what="the agenda is missing."),
    )
    found = field_problems(findings, {"title": "Session title"}, "plan.yaml")
    assert [(each.control, each.words) for each in found.every] == [
        ("title", "This is missing. Fill it in."),
        ("", "The agenda is missing."),
        ("", "r/tools/ours.yaml:3:1: title: is missing."),
        ("", "r/tools/ours.yaml:9:2: this is not YAML. Close the bracket."),
    ]
