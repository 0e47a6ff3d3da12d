"""The few words that the format adds to those of the document."""

STEP = "Step"


def minutes(count: int) -> tuple[str, str]:
    """How long something takes, as a number and its unit."""
    return str(count), "minute" if count == 1 else "minutes"
