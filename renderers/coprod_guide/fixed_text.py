"""Fixed wording that guides add to the text of a document."""

CONTENTS = "Contents"
FOR_THE_FACILITATOR = "For the facilitator"
FACT_HEADINGS = ("What", "Details")
IDEA_HEADINGS = ("Picture", "Words")
IDEAS = ("Pictures and words", "Each row has a picture on the left and words with the same meaning on the right.")
STEP = "Step"
