"""Text that is hard to lay out: a fixed list, and text drawn by hypothesis."""

from collections.abc import Callable
from typing import TypeVar

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tests.support.examples import examples

from coprod_content.document.blocks import Block, Bullets, Callout, Fact, Facts, Paragraph, Signpost, Table
from coprod_content.document.document import ROLES, Section
from coprod_content.text.spans import Span, text_of, verbatim

T = TypeVar("T")
COMPOUND = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SIXTY = "wonderfullyunbreakableparticipationandcoproductionarrangementsx"[:60]

HARD = {
    "german": f"Kraftfahrzeughaftpflichtversicherung, Rechtsschutzversicherungsgesellschaften und {COMPOUND}. " * 5,
    "sixty letters": f"One word of sixty letters is {SIXTY} and then it goes on. {SIXTY.upper()}. " * 3,
    "combining": "e\u0323\u0301a\u0331\u030ao\u0308\u0302 co\u0304-produ\u0302ce\u0301. " * 15,
    "arabic": "عندما يشارك الناس في تصميم الخدمات تصبح أفضل للجميع. " * 5,
    "hebrew": "אנשים שמשתמשים בשירותים מתכננים אותם יחד עם הצוות. " * 5,
    "both ways": "Start مرحبا بالعالم then שלום עולם, and end with 123. " * 5,
    "chinese": "人们与工作人员一起设计服务，这样服务对每个人都更好。" * 6,
    "korean": "서비스를 이용하는 사람과 직원이 함께 개선을 설계합니다. " * 5,
    "emoji": "👩‍⚕️👨‍👩‍👧‍👦🏳️‍🌈 meet 🎉🎉🎉 and ✅ then 👍🏽. " * 6,
    "wide": "WWWWMMMM WWWWMMMM MMMM. " * 12,
    "address": f"Read https://www.example.org/{'a-very-long-path/' * 9} first. Then this/or/that/or/more. ",
    "tied": "Ten\u00a0minutes\u00a0for\u00a0everybody\u00a0in\u00a0the\u00a0room. " * 6,
    "dashes": "One—two–three-four and five—six. " * 10,
    "title of 300": ("A title of three hundred letters goes on and on, " * 7)[:300],
    "tool of 4,000 words": "People who use services and staff plan the change together and say what they do first. "
    * 250,
}

ROLES_OF_SLIDES = tuple(role for role in ROLES if role not in ("contents", "card-back", "handout", "credits"))


def hard_sections() -> list[Section]:
    """Return each hard text as title, label, body and list, and in the blocks with separate boxes."""
    made = []
    for at, (name, words) in enumerate(HARD.items()):
        short, some = words[:60].strip(), words[:260].strip()
        role = ROLES_OF_SLIDES[at % len(ROLES_OF_SLIDES)]
        made += [
            Section(title=f"{name}: {words[:290]}".strip()),
            Section(title=f"{name}, {role}: {some}", role=role, label=short, minutes=10),
            Section(title=f"{name}, {role}, body", role=role, label=short, minutes=10, blocks=(body(words),)),
            *(
                Section(title=f"{name}, block {number}", role="glance", blocks=(block,))
                for number, block in enumerate(boxes(some, short), start=1)
            ),
        ]
    return made


def body(words: str) -> Block:
    """Return words as a paragraph."""
    return Paragraph(verbatim(words.strip()))


def boxes(words: str, short: str) -> tuple[Block, ...]:
    """Return the blocks that have text in separate boxes, or beside other text."""
    text, brief = verbatim(words), verbatim(short)
    return (
        Bullets((text, text_of("See [the guide that has a long name](https://www.example.org/guide)."), brief)),
        Bullets((text, (Span(short, url="https://www.example.org/a"), Span(" and more"))), "number", start=98),
        Facts("Facts", (Fact(short[:25], text), Fact("B", brief), Fact("C", brief), Fact("D", verbatim("x")))),
        Table(
            "Table", (brief, verbatim("Two"), verbatim("Three")), ((text, brief, text), (brief, text, ())), (1, 2, 1)
        ),
        Callout("advice", short, (text, brief)),
        Signpost(short, "https://www.example.org/" + "path/" * 12),
    )


_LETTERS = st.sampled_from("abcdeilmnorstuvWMéßłø")
_WORD = st.one_of(
    st.text(_LETTERS, min_size=1, max_size=12),
    st.text(_LETTERS, min_size=25, max_size=60),
    st.lists(st.text(_LETTERS, min_size=2, max_size=9), min_size=2, max_size=4).map("-".join),
    st.text("人们设计服务更好", min_size=1, max_size=20),
    st.text("שלוםעולא", min_size=1, max_size=9),
    st.text("مرحباعلم", min_size=1, max_size=9),
    st.text("서비스를이용", min_size=1, max_size=6),
    st.sampled_from(["👩‍⚕️", "🎉🎉", "✅", "👍🏽", "—", "…", "(so)", "“yes”", "1,000", "e\u0323\u0301", "a\u030ab"]),
)  # fmt: skip
_SENTENCE = st.lists(_WORD, min_size=1, max_size=16).map(lambda words: " ".join(words) + ". ")
_WORDS = st.lists(_SENTENCE, min_size=1, max_size=12).map(lambda found: "".join(found).strip())


@st.composite
def _section(draw: Callable[[st.SearchStrategy[T]], T]) -> Section:
    words, short = draw(_WORDS), draw(_SENTENCE).strip()[:60]
    blocks = draw(st.lists(st.sampled_from((body(words), *boxes(words[:300], short))), max_size=3, unique=True))
    return Section(
        title=draw(_SENTENCE).strip()[: draw(st.sampled_from((40, 80, 300)))],
        role=draw(st.sampled_from(ROLES_OF_SLIDES)),
        label=draw(st.sampled_from(("", short, "Label"))),
        minutes=draw(st.sampled_from((None, 1, 45))),
        blocks=tuple(blocks),
    )


def drawn_sections(count: int) -> list[Section]:
    """Return sections that hypothesis draws, all of them, so that they can share one deck."""
    found: list[Section] = []

    @settings(examples(count), phases=[Phase.generate])
    @given(_section())
    def collect(section: Section) -> None:
        found.append(section)

    collect()
    return found
