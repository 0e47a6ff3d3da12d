"""Fixed wording that guides add to the text of a document."""

CONTENTS = "Contents"
FOR_THE_FACILITATOR = "For the facilitator"
FACT_HEADINGS = ("What", "Details")
IDEA_HEADINGS = ("Picture", "Words")
IDEAS = ("Pictures and words", "In each row a picture is at the left, and words that say the same are at the right.")
STEP = "Step"
