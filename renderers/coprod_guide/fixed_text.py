"""Fixed wording that guides add to the text of a document."""

from coprod_content.text.languages import phrases_in

CONTENTS = "Contents"
FOR_THE_FACILITATOR = "For the facilitator"
FACT_HEADINGS = ("What", "Details")
IDEA_HEADINGS = ("Picture", "Words")
IDEAS = ("Pictures and words", "Each row has a picture, and words with the same meaning.")
STEP = "Step"
WRITE_HERE, DATE_HERE, CHOOSE_HERE = "Write here", "Choose or type a date", "Choose from the list"
ON_PAPER = "On paper, ring one:"
DO_AND_SAY, KEEP_IN_MIND = "Do and say", "Keep in mind"
_FORMS = (WRITE_HERE, DATE_HERE, CHOOSE_HERE, ON_PAPER)
_PHRASES = (CONTENTS, FOR_THE_FACILITATOR, *FACT_HEADINGS, *IDEA_HEADINGS, DO_AND_SAY, KEEP_IN_MIND, *_FORMS)
PHRASES = frozenset(phrases_in(": ".join((*_PHRASES, f"{STEP} 1", "Page 1 of 2"))))
