"""Scaling the minutes of a tool's steps to a different total."""

from coprod_content.content.model import Tool


def scaled_step_minutes(tool: Tool, total: int) -> tuple[int, ...]:
    """Return each step's minutes, scaled to add up to `total`.

    Each step keeps at least one minute. If `total` is too short for that, the usual minutes are returned.
    """
    steps = [step.minutes for step in tool.steps]
    planned = sum(steps)
    if total == planned or total < len(steps):
        return tuple(steps)
    exact = [count * total / planned for count in steps]
    kept = [max(1, int(share)) for share in exact]
    by_remainder = sorted(range(len(steps)), key=lambda at: (int(exact[at]) - exact[at], at))
    spare = total - sum(kept)
    for at in by_remainder[: max(0, spare)]:
        kept[at] += 1
    while sum(kept) > total:
        kept[kept.index(max(kept))] -= 1
    return tuple(kept)
