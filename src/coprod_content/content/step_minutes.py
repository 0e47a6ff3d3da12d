"""The minutes of each step of a tool that is given more or less time."""

from coprod_content.content.model import Tool


def scaled_step_minutes(tool: Tool, total: int) -> tuple[int, ...]:
    """The minutes of each step of a tool when the whole of it is to take `total`; each step keeps at least one."""
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
