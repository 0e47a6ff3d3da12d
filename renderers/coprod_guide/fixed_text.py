"""The few words that the format adds to those of the document."""

CONTENTS = "Contents"
FOR_THE_FACILITATOR = "For the facilitator"
FACT_HEADINGS = ("What", "Details")
IDEA_HEADINGS = ("Picture", "Words")
IDEAS = ("Pictures and words", "In each row a picture is at the left, and words that say the same are at the right.")
STEP = "Step"


def minutes(count: int) -> str:
    """How long something takes."""
    return "1 minute" if count == 1 else f"{count} minutes"
