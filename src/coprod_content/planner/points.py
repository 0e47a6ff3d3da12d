"""Points that decide which agenda is best, all small whole numbers.

A facilitator can add them up by hand. The table in docs/planning.md explains them.
"""

FOR_PURPOSE = 4
"""The activity serves the purpose."""
FOR_THEME = 3
"""The activity's main theme was requested."""
FOR_FURTHER_THEME = 1
"""One of the activity's further themes was requested, but not its main theme."""
FOR_DURATION = 1
"""The activity was designed to last about as long as an equal share of the available time."""
DURATION_TOLERANCE = 15
"""The largest difference in minutes between two durations that are about the same."""
FOR_DECIDING_TOOL = 1
"""A deciding tool is used in full, not in its short variant."""
FOR_SHORT_VARIANT = -5
"""A tool is used in its short variant, unless it is a deciding tool."""
FOR_POSTCARDS = 1
"""People talk with postcards."""
FOR_LINK = 1
"""The activity leads to the next one, according to its content file."""
FOR_MOMENT = 1
"""Awarded once for an opening and once for a decision, which give the session an arc."""
