"""Points that decide which agenda is best.

They are small whole numbers, so a facilitator can add them up by hand. The table in docs/planning.md explains them.
"""

FOR_PURPOSE = 4
"""Points for an activity that serves the requested purpose."""
FOR_THEME = 3
"""Points for an activity whose main theme was requested."""
FOR_FURTHER_THEME = 1
"""Points for an activity if one of its further themes was requested, but not its main theme."""
FOR_DURATION = 1
"""Points for an activity designed to last about as long as an equal share of the available time."""
DURATION_TOLERANCE = 15
"""Two durations count as about the same if they differ by at most this many minutes."""
FOR_DECIDING_TOOL = 1
"""Points for a deciding tool that is used in full, not in its short version."""
FOR_SHORT_VARIANT = -5
"""Points for the short version of a tool, unless it is a deciding tool."""
FOR_POSTCARDS = 1
"""Points for the activity in which people talk with postcards."""
FOR_LINK = 1
"""Points for an activity that leads to the next one, according to its content file."""
FOR_MOMENT = 1
"""Points awarded once if an activity opens the session, and once more if people decide in an activity."""
