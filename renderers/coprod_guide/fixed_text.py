"""Fixed wording that guides add to the text of a document."""

CONTENTS = "Contents"
FOR_THE_FACILITATOR = "For the facilitator"
FACT_HEADINGS = ("What", "Details")
IDEA_HEADINGS = ("Picture", "Words")
IDEAS = ("Pictures and words", "In each row a picture is at the left, and words that say the same are at the right.")
STEP = "Step"


def minutes_in_full(count: int) -> str:
    """Return a duration in minutes, with the unit written in full."""
    return "1 minute" if count == 1 else f"{count} minutes"
