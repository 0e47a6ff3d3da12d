"""Points that decide which agenda is best, as small whole numbers.

A facilitator can add them up by hand. The table in docs/planning.md explains them.
"""

FOR_PURPOSE = 4
"""The activity serves the purpose."""
FOR_THEME = 3
"""The activity's own theme was asked for."""
FOR_FURTHER_THEME = 1
"""One of its further themes was asked for."""
FOR_DURATION = 1
"""It was designed for about the time that each activity gets."""
DURATION_TOLERANCE = 15
"""The minutes by which "about" may be off."""
FOR_DECIDING_TOOL = 1
"""A deciding tool is used whole."""
FOR_SHORT_VARIANT = -5
"""A tool is used in its short variant, unless it is a deciding tool."""
FOR_POSTCARDS = 1
"""People talk with postcards."""
FOR_LINK = 1
"""The activity leads to the next one, according to its content file."""
FOR_MOMENT = 1
"""An activity opens the session, or one decides, so that the session has an arc."""
