"""The few words that the format adds to those of the document."""

CONTENTS = "Contents"
FOR_THE_FACILITATOR = "For the facilitator"
FACT_HEADINGS = ("What", "Details")
STEP = "Step"


def minutes(count: int) -> str:
    """How long something takes."""
    return "1 minute" if count == 1 else f"{count} minutes"
