"""The text of the site's own interface: headings, labels, buttons and messages."""

HOME = "Home"
MAIN_NAVIGATION = "Main"
TRAIL = "You are here"
ALL_PARTS = "All parts of this library"
SKIP = "Skip to the content"
CONTENTS = "On this page"
JUMP = "Jump to"
SEARCH = "Search"
ABOUT = "About this library"
DOWNLOADS = "Download"
TO_TAKE_ALONG = "To take along"
NEW_CARDS = "Print new cards"
NOT_FOUND = "This page is not here"
NO_SCRIPT_SEARCH = "Searching needs JavaScript. Here is everything in the library, from A to Z."
A_TO_Z = "Everything from A to Z"
MANY = 12
"""A group with more items than this is shown as a list of names."""
NAVIGATION = ("workshops", "tools", "postcards", "themes")

KINDS = {
    "themes": "Themes",
    "tools": "Tools",
    "postcards": "Postcards",
    "workshops": "Workshops",
    "purposes": "Purposes",
    "films": "Films",
    "diagrams": "Diagrams",
    "articles": "Articles",
    "resources": "Resources",
    "terms": "Words",
    "references": "Published works",
}
LEADS = {
    "themes": "Six ways in to the same work. Each has tools to use, questions to ask and more to read.",
    "tools": "Activities that you can run from the page, each with its steps, words to say, and what to look out for.",
    "postcards": "Questions that open a conversation. Draw one, or print the ones you like.",
    "workshops": "Whole sessions with an agenda that adds up, from under an hour to half a day.",
    "purposes": "What a session can be for, and the tools that serve it.",
    "films": "Short films as drawn scenes with captions. Play them here, or read them scene by scene.",
    "diagrams": "Pictures to think with. Every part is also described in words, for anyone who would rather read.",
    "articles": "Texts to read from start to end, a review of the research among them.",
    "resources": "What others have made that is worth opening. The addresses are given as they were published.",
    "terms": "Words that people meet in this work, in plain words, and why they matter or mislead.",
    "references": "The published works that this library cites, and where it cites them.",
}
SHORT = "Short version"
SINGULAR = {
    "theme": "Theme",
    "tool": "Tool",
    "postcard": "Postcard",
    "workshop": "Workshop",
    "purpose": "Purpose",
    "film": "Film",
    "diagram": "Diagram",
    "article": "Article",
    "resource": "Resource",
    "term": "Word",
    "reference": "Published work",
}

_DEFAULT_HEADINGS = {
    "theme": "Themes that go with this",
    "tool": "Tools that go with this",
    "postcard": "Postcards that go with this",
    "workshop": "Workshops that go with this",
    "purpose": "Purposes that go with this",
    "film": "Films that go with this",
    "diagram": "Diagrams that go with this",
    "article": "Articles that go with this",
    "resource": "Made by others",
    "term": "Words that go with this",
    "reference": "Published works that go with this",
}
_RELATED_HEADINGS = {
    ("theme", "tool"): "Tools for this theme",
    ("theme", "postcard"): "Questions to start with",
    ("theme", "workshop"): "Workshops on this theme",
    ("tool", "workshop"): "Workshops that use this tool",
    ("tool", "purpose"): "What it is good for",
    ("purpose", "tool"): "Tools that serve it",
    ("tool", "tool"): "Tools that go before or after",
    ("postcard", "theme"): "Its theme",
    ("postcard", "workshop"): "Workshops that use this question",
    ("postcard", "resource"): "To read on",
    ("workshop", "tool"): "Tools on the agenda",
    ("workshop", "postcard"): "Postcards on the agenda",
    ("workshop", "film"): "Films on the agenda",
    ("workshop", "diagram"): "Diagrams on the agenda",
    ("workshop", "term"): "Words that people will meet",
    ("term", "workshop"): "Workshops that use this word",
    ("term", "term"): "Words to compare",
    ("reference", "article"): "Articles that cite it",
    ("reference", "tool"): "Tools that cite it",
    ("theme", "reference"): "Research on this theme",
    ("reference", "diagram"): "Diagrams that cite it",
    ("reference", "workshop"): "Workshops that cite it",
    ("film", "workshop"): "Workshops that show this film",
    ("diagram", "workshop"): "Workshops that show this diagram",
    ("resource", "postcard"): "Postcards that lead here",
}


def related_heading(kind: str, other: str) -> str:
    """Return the heading for related items of the `other` kind."""
    return _RELATED_HEADINGS.get((kind, other), _DEFAULT_HEADINGS[other])


def size_in_words(count: int) -> str:
    """Return a size in bytes as text, such as `340 kB`."""
    return f"{count / 1_000_000:.1f} MB" if count >= 1_000_000 else f"{max(1, round(count / 1000))} kB"


HOME_LEAD = (
    "Workshops, activities and questions for people who use services, carers and staff who improve health and care "
    "together as equals."
)
SEARCH_FOR = "Search for a word, a tool or a question"
WAYS = "Where would you like to start?"
WAY_WORKSHOP = "I have an hour on Thursday"
WAY_WORKSHOP_IS = "Take a whole workshop: its agenda adds up, and slides, guide and handouts come with it."
WAY_TOOL = "I need one activity"
WAY_TOOL_IS = "Choose by theme, by the minutes you have, and by how many people are coming."
WAY_QUESTION = "I want a question"
WAY_QUESTION_IS = "Draw a postcard. One question in front, help for whoever asks it on the back."
WITHIN = "In"
MOMENTS = {"opening": "To open", "deepening": "To go deeper", "deciding": "To decide", "closing": "To close"}
THEMES_TITLE = "Six themes"
REST = "To read, watch and look up"

FIND = "Find what fits"
THEME = "Theme"
ANY_THEME = "Any theme"
PURPOSE = "What for"
ANY_PURPOSE = "Anything"
MINUTES = "Minutes you have"
PEOPLE = "People taking part"
WHERE = "Where"
ANYWHERE = "Anywhere"
IN_PERSON = "In person"
ONLINE = "Online"
SHOW_ALL = "Show all"
ONE_FOUND = "1 found"
MANY_FOUND = "# found"
NONE_FOUND = "Nothing fits all of that. Allow more minutes, or choose any theme."

DRAW = "Draw from the postcards"
DRAW_FROM = "Which cards to draw from"
MOMENT = "Moment"
ANY_MOMENT = "Any moment"
DRAW_ONE = "Draw one"
DRAW_THREE = "Draw three"
SHUFFLE = "Shuffle"
PRINT = "Print what was drawn"
FLIP = "Turn over"
FLIP_BACK = "Turn back"
WHOLE_CARD = "Page of this card"
LISTEN = "Listen for:"
DRAWN = "Drawn: #."
LEFT = "# left in the pile."
SHUFFLED = "Shuffled. # cards in the pile."
NO_CARDS = "There is no such card. Choose another theme or moment."

PLAY = "Play"
PAUSE = "Pause"
BACK = "Scene before"
ON = "Next scene"
PLACE = "Scene # of ##"
STILL = "Your device asks for less motion, so scenes stay still and change only when you say so."
EXPLORE = "Choose a part, in the list or in the drawing, and its area is marked."

WITHDRAWN_LABEL = "No longer in use"
WITHDRAWN = "This card was withdrawn"
WITHDRAWN_IS = "Please use another card in its place. If you keep cards in a box, take this one out."
INSTEAD = "What there is instead"
SINCE = "Has this card changed?"
NOTHING_SINCE = "Nothing has changed since your card was printed."
SOMETHING_SINCE = "Your card is older than what is marked below."
COMPARE = "Compare these days with the date at the foot of your card. Whatever is later is not on it yet."
NEVER_CHANGED = "Nothing on this card has changed since it was first published. This page is of #."
ALL_OF_IT = "Everything about"
NOTHING_FOUND = "Nothing was found. Try another word, or look through the list below."
NOT_ALL_WORDS = "No page has all of these words. # found with some of them."

WHO_MADE_IT = "Who made it, and from what"
AS_OF = "This is the content of"
HOW_IT_WORKS = "How this site works"
HOW_IT_WORKS_IS = (
    "Everything can be read without JavaScript, offline and on paper. Copy the whole folder to take it along.",
    "Nothing is loaded from anywhere else, and nothing about you is kept or sent.",
    "It works by keyboard, enlarged to 400%, in light and dark colours, and in a screen reader.",
    "Films stay still where your device asks for less motion.",
)
LOST_LEAD = "The address may have a slip in it, or the page may have moved."
LOST_TRY = "Try one of these"
LOST_HOME = "The first page"
