"""Fitting splits sections that are too long, and loses, cuts or shrinks nothing."""

import time
from collections import Counter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from tests.coprod_content.layout.test_frames import FRAME, LINE, SQUARE

from coprod_content.document.blocks import (
    Block,
    Bullets,
    Callout,
    Fact,
    Facts,
    Figure,
    Illustrated,
    Paragraph,
    Signpost,
    Table,
    Writing,
)
from coprod_content.document.document import Document, Section, ShorterVersion
from coprod_content.layout.block_cuts import smallest_beginning, split_block
from coprod_content.layout.fit import FittedDocument, fit
from coprod_content.layout.frames import Frame, Frames
from coprod_content.text.spans import Text, text_of, verbatim

FRAMES = Frames(evolve(FRAME, title_height=60))
SENTENCE = "Twelve words make a sentence that is about as long as this. "


def sentence(at: int) -> Text:
    return verbatim(f"Point {at}: {SENTENCE}".strip())


def fitted(*blocks: Block, frames: Frames = FRAMES, **section: object) -> FittedDocument:
    """Fit one section with these blocks."""
    return fit(Document(title="D", language="en", sections=(Section(title="Long", blocks=blocks, **section),)), frames)


def pages(*blocks: Block, frames: Frames = FRAMES) -> list[tuple[Block, ...]]:
    """Return the blocks of each section that these blocks become. They must fit."""
    result = fitted(*blocks, frames=frames)
    assert result.findings == ()
    return [section.blocks for section in result.document.sections]


def height(section: Section, frame: Frame) -> float:
    return sum(map(frame.height_of, section.blocks)) + frame.gap * max(0, len(section.blocks) - 1)


def body(document: Document) -> Counter[str]:
    """Return every word that is said once. Captions, headers and titles can be repeated on each part."""
    words: Counter[str] = Counter()
    for _, section in document.walk():
        for block in (*section.blocks, *section.notes):
            for text in said_once(block):
                words.update("".join(span.text for span in text).split())
    return words


def said_once(block: Block) -> tuple[Text, ...]:
    match block:
        case Paragraph(text):
            return (text,)
        case Bullets(items):
            return items
        case Facts(_, facts):
            return tuple(fact.value for fact in facts)
        case Table(_, _, rows):
            return tuple(cell for row in rows for cell in row)
        case Callout(_, _, paragraphs):
            return paragraphs
        case Figure(_, alt):
            return (verbatim(alt),)
        case Illustrated(_, text):
            return (text,)
        case Writing(prompt):
            return (prompt,)
        case Signpost(label, url):
            return (verbatim(label), verbatim(url))


prose = st.lists(
    st.text("abcW", min_size=1, max_size=9).map(str.capitalize) | st.just("so. Then"), min_size=1, max_size=40
).map(lambda words: text_of(" ".join(words) + "."))
proses = st.lists(prose, min_size=1, max_size=7).map(tuple)
blocks = st.one_of(
    st.builds(Paragraph, prose, st.sampled_from(["body", "lead", "say", "small"])),
    st.builds(Bullets, proses, st.sampled_from(["bullet", "number", "check"]), st.integers(1, 5)),
    st.builds(
        Facts, st.just("Facts"), st.lists(st.builds(Fact, st.just("Label"), prose), min_size=1, max_size=4).map(tuple)
    ),
    st.lists(st.tuples(prose, prose), max_size=6).map(
        lambda rows: Table("Table", (verbatim("A"), verbatim("B")), tuple(rows), (2, 3))
    ),
    st.builds(Callout, st.just("advice"), st.just("Advice"), proses),
    st.builds(Illustrated, st.just(SQUARE), prose),
    st.builds(Writing, prose, st.integers(1, 3)),
    st.just(Figure(SQUARE, "A square.")),
    st.just(Signpost("Where to read", "https://www.example.org/read")),
)
sections = st.recursive(
    st.builds(
        Section,
        title=st.text("abcW ", min_size=1, max_size=60).map("T{}".format),
        label=st.sampled_from(["", "A label"]),
        blocks=st.lists(blocks, max_size=5).map(tuple),
        notes=st.lists(blocks, max_size=1).map(tuple),
    ),
    lambda inner: st.builds(
        Section, title=st.just("Parent"), blocks=st.lists(blocks, max_size=2).map(tuple), sections=st.tuples(inner)
    ),
    max_leaves=2,
)
documents = st.builds(
    Document, title=st.just("D"), language=st.just("en"), sections=st.lists(sections, min_size=1, max_size=2).map(tuple)
)


@given(documents)
def test_no_word_is_lost(document: Document) -> None:
    """Every word of any document occurs as often after fitting as before, in notes too."""
    assert body(fit(document, FRAMES).document) == body(document)


@given(documents)
def test_every_section_fits_or_there_is_a_finding(document: Document) -> None:
    """Exactly the sections that overflow have findings."""
    result = fit(document, FRAMES)
    frame = FRAMES.default
    too_high = sum(height(section, frame) > frame.height + 1e-6 for _, section in result.document.walk())
    no_title = any(frame.title_type(section) is None for _, section in result.document.walk())
    reported = [finding.what for finding in result.findings]
    assert sum(what.startswith("the text") for what in reported) == too_high
    assert any(what.startswith("the title") for what in reported) == no_title


@given(documents)
def test_fitting_twice_is_fitting_once(document: Document) -> None:
    """A document that fits does not change."""
    once = fit(document, FRAMES)
    assert fit(once.document, FRAMES).document == once.document


@given(documents)
def test_parts_are_numbered_and_not_empty(document: Document) -> None:
    """Parts are titled "(1 of n)" to "(n of n)", none is empty, and subsections stay with the last."""
    result = fit(document, FRAMES).document
    assert len(list(document.walk())) <= len(list(result.walk()))
    for _, section in result.walk():
        if section.title.endswith(")"):
            at, of = section.title.rsplit("(", 1)[1].rstrip(")").split(" of ")
            assert 1 <= int(at) <= int(of)
            assert section.blocks


class RoomWithCallout(Frames):
    """Frames in which a section has more room if it has a callout, as on a slide with a panel."""

    def of(self, section: Section) -> Frame:
        return self.default if any(isinstance(block, Callout) for block in section.blocks) else self.by_role[0][1]


def test_each_page_fits_the_frame_that_it_has_by_itself() -> None:
    """A frame can depend on the blocks of a page, so what is divided may have to be divided again."""
    low = evolve(FRAMES.default, height=2.5 * LINE + FRAME.gap)
    words = tuple(Paragraph(verbatim(f"Point {at}")) for at in range(9))
    callout = Callout("advice", "Advice", (verbatim("Last"),))
    longest = 0
    for blocks in ((*words, callout), (callout, *words), (*words[:5], callout, *words[5:])):
        frames = RoomWithCallout(evolve(FRAMES.default, height=60), (("low", low),))
        result = fitted(*blocks, frames=frames)
        parts = result.document.sections
        assert result.findings == ()
        assert [block for part in parts for block in part.blocks] == list(blocks)
        assert all(height(part, frames.of(part)) <= frames.of(part).height for part in parts)
        longest = max(longest, *(len(part.blocks) for part in parts))
    assert longest > 2


def test_a_section_that_fits_is_left_alone() -> None:
    """Neither its title nor its blocks change."""
    document = Document(title="D", language="en", sections=(Section(title="Short", blocks=(Paragraph(sentence(1)),)),))
    assert fit(document, FRAMES) == FittedDocument(document)


def test_a_long_list_becomes_parts_of_about_the_same_length() -> None:
    """There are as few parts as the frame allows, and none is nearly empty."""
    result = fitted(Bullets(tuple(sentence(at) for at in range(20))))
    assert result.findings == ()
    parts = result.document.sections
    assert [part.title for part in parts] == [f"Long ({at} of {len(parts)})" for at in range(1, len(parts) + 1)]
    counts = [len(part.blocks[0].items) for part in parts]
    assert sum(counts) == 20
    assert max(counts) - min(counts) <= 1
    whole = sum(height(part, FRAMES.default) for part in parts)
    assert (len(parts) - 1) * FRAMES.default.height < whole


@pytest.mark.parametrize(("entries", "counts"), [(8, [4, 4]), (12, [6, 6]), (14, [5, 5, 4]), (6, [6])])
def test_a_full_first_part_is_evened_out_too(entries: int, counts: list[int]) -> None:
    """Two parts are as even as three, and a part that is exactly full is not left so."""
    full = FRAME.height_of(Bullets((verbatim("Point"),) * 6))
    frames = Frames(evolve(FRAME, title_height=60, height=full))
    (*parts,) = pages(Bullets(tuple(verbatim(f"Point {at}") for at in range(entries))), frames=frames)
    assert [len(block.items) for (block,) in parts if isinstance(block, Bullets)] == counts


def test_a_numbered_list_goes_on_counting() -> None:
    """Every entry has the same number after the split as before."""
    numbered = Bullets(tuple(sentence(at) for at in range(3, 23)), "number", start=3)
    counted = [
        (block.start + at, item)
        for page in pages(numbered)
        for block in page
        if isinstance(block, Bullets)
        for at, item in enumerate(block.items)
    ]
    assert counted == [(at, sentence(at)) for at in range(3, 23)]


def test_an_entry_that_is_split_keeps_its_number() -> None:
    """The rest of a long entry does not become the next entry."""
    entry = verbatim((SENTENCE * 20).strip())
    parts = [block for page in pages(Bullets((entry, sentence(2)), "number")) for block in page]
    assert len(parts) > 1
    assert [block.start for block in parts if isinstance(block, Bullets)] == [1] * len(parts)


def test_a_long_paragraph_splits_between_sentences() -> None:
    """No sentence is cut, and each part keeps the style."""
    paragraph = Paragraph(verbatim((SENTENCE * 30).strip()), "say")
    parts = [block for page in pages(paragraph) for block in page]
    assert len(parts) > 1
    assert all(isinstance(part, Paragraph) and part.style == "say" for part in parts)
    assert all(part.text[-1].text.endswith("this.") for part in parts)
    assert " ".join(part.text[0].text for part in parts) == (SENTENCE * 30).strip()


def test_the_parts_of_a_table_each_have_its_caption_and_header() -> None:
    """Readers of the second part can see what the columns are."""
    table = Table(
        "Times", (verbatim("When"), verbatim("What")), tuple((sentence(at), sentence(at)) for at in range(15)), (1, 1)
    )
    parts = [block for page in pages(table) for block in page]
    assert len(parts) > 1
    assert {(part.caption, part.header, part.widths) for part in parts} == {(table.caption, table.header, table.widths)}
    assert tuple(row for part in parts for row in part.rows) == table.rows


def test_a_row_that_is_too_high_splits_after_sentences_in_all_cells() -> None:
    """A long cell continues in another row, beside what is left of the other cells."""
    long = verbatim((SENTENCE * 30).strip())
    parts = [
        block
        for page in pages(Table("T", (verbatim("A"), verbatim("B")), ((long, sentence(1)),), (3, 1)))
        for block in page
    ]
    assert len(parts) > 1
    assert parts[0].rows[0][1] == sentence(1)
    assert all(part.rows[0][1] == () for part in parts[1:])


def test_the_parts_of_a_callout_each_have_its_title() -> None:
    """Advice that continues is still marked as advice."""
    parts = [
        block for page in pages(Callout("caution", "Take care", tuple(map(sentence, range(15))))) for block in page
    ]
    assert len(parts) > 1
    assert {(part.kind, part.title) for part in parts} == {("caution", "Take care")}


def test_the_parts_of_a_fact_each_have_its_label() -> None:
    """A value that continues still has its label."""
    long = Fact("Materials", verbatim((SENTENCE * 30).strip()))
    parts = [block for page in pages(Facts("At a glance", (long, Fact("Time", sentence(1))))) for block in page]
    assert len(parts) > 1
    assert parts[0].items[0].label == parts[1].items[0].label == "Materials"
    assert parts[-1].items[-1].label == "Time"


def test_notes_stay_with_the_first_part_and_subsections_with_the_last() -> None:
    """What is said first stays first, and what follows stays last."""
    notes = (Paragraph(verbatim("Note")),)
    child = Section(title="Child")
    parts = fitted(
        Bullets(tuple(map(sentence, range(15)))), notes=notes, sections=(child,), minutes=5
    ).document.sections
    assert [part.notes for part in parts] == [notes, *((),) * (len(parts) - 1)]
    assert [part.sections for part in parts] == [*((),) * (len(parts) - 1), (child,)]
    assert {part.minutes for part in parts} == {5}


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(verbatim("word " * 400)),
        Bullets((verbatim("word " * 400),)),
        Callout("say", "Say", (verbatim("word " * 400),)),
        Writing(verbatim("Why?"), 25),
        Figure(SQUARE, "A square."),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_cannot_be_split_is_a_finding_and_is_kept_whole(block: Block) -> None:
    """A sentence longer than its frame is reported with its section and items, and none of it is cut."""
    frames = Frames(evolve(FRAMES.default, least_figure=90.0))
    document = fitted(block, Paragraph(sentence(1)), frames=frames, items=("a-tool",))
    (finding,) = document.findings
    assert (finding.code, finding.field) == ("does-not-fit", "Long")
    assert document.faults[0].heading == "Long"
    assert finding.what.startswith("the text is about ")
    assert "Shorten it" in finding.fix
    assert document.document.sections[0].blocks == (block,)


def test_the_finding_says_by_about_how_many_words() -> None:
    """For a text twice as long as its frame, half of its words are too many."""
    (finding,) = fitted(Paragraph(verbatim("word " * 400))).findings
    too_many = int(finding.what.removeprefix("the text is about ").split()[0])
    room = 400 - too_many
    assert fitted(Paragraph(verbatim("word " * int(room * 0.9)))).findings == ()
    assert fitted(Paragraph(verbatim("word " * int(room * 1.15)))).findings != ()
    assert finding.what.endswith("…'.")


def test_a_title_that_does_not_fit_is_a_finding() -> None:
    """Titles are not split, and the finding quotes the title."""
    title = "A very long title " * 80
    document = Document(title="D", language="en", sections=(Section(title=title),))
    (finding,) = fit(document, FRAMES).findings
    needed = FRAMES.default.text_height(verbatim(title.strip()), FRAMES.default.title_width, FRAMES.default.title[-1])
    too_many = int(finding.what.removeprefix("the title is about ").split()[0])
    assert too_many == pytest.approx(320 * (1 - FRAMES.default.title_height / needed), abs=1)
    assert finding.field == title


def test_a_title_is_measured_with_its_number_only_where_it_gets_one() -> None:
    """A title that just fits is fine if its section is not split."""
    width = FRAME.metrics.width("A title of some words", FRAME.title[-1])
    tight = Frames(evolve(FRAME, title_width=width + 0.1, title_height=FRAME.title[-1].line_mm))
    title = "A title of some words"
    short = Section(title=title, blocks=(Paragraph(sentence(1)),))
    assert fit(Document(title="D", language="en", sections=(short,)), tight).findings == ()
    long = evolve(short, blocks=(Bullets(tuple(map(sentence, range(20)))),))
    (finding,) = fit(Document(title="D", language="en", sections=(long,)), tight).findings
    assert finding.what.startswith("the title is about ")


def test_a_label_takes_one_line() -> None:
    """A label wider than the box of the title becomes the first paragraph."""
    document = fitted(Paragraph(sentence(1)), label="A very long label " * 10)
    (section,) = document.document.sections
    assert document.findings == ()
    assert section.label == ""
    assert section.blocks == (Paragraph(verbatim("A very long label " * 10), "small"), Paragraph(sentence(1)))


def test_each_role_is_fitted_into_its_own_frame() -> None:
    """A small card is split where a slide is not."""
    card = evolve(FRAMES.default, height=12)
    block = Bullets(tuple(map(sentence, range(4))))
    frames = Frames(FRAMES.default, (("card-front", card),))
    assert len(fitted(block, frames=frames).document.sections) == 1
    assert len(fitted(block, frames=frames, role="card-front").document.sections) > 1


def test_splitting_a_block_takes_as_much_as_there_is_room_for() -> None:
    """The head fits, one more entry would not, and head and rest make up the block."""
    block = Bullets(tuple(map(sentence, range(10))))
    room = 30.0
    head, rest = split_block(block, room, FRAME)
    assert isinstance(head, Bullets)
    assert isinstance(rest, Bullets)
    assert FRAME.height_of(head) <= room < FRAME.height_of(Bullets((*head.items, rest.items[0])))
    assert head.items + rest.items == block.items
    assert split_block(block, 0, FRAME) == (None, block)
    assert split_block(Writing(sentence(1), 3), 100, FRAME) == (None, Writing(sentence(1), 3))


def test_a_table_of_many_rows_is_fitted_in_time_that_grows_with_it() -> None:
    """Four times as many rows take about four times as long, not sixteen times."""

    def seconds(start: int, count: int) -> float:
        rows = tuple((sentence(at), sentence(at)) for at in range(start, start + count))
        started = time.process_time()
        assert len(pages(Table("T", (verbatim("A"), verbatim("B")), rows, (1, 1)))) > count / 8
        return time.process_time() - started

    seconds(0, 100)  # the first time, widths of letters are looked up in the font
    few = max(seconds(1000, 100), seconds(2000, 100))  # of texts that are not known yet
    assert seconds(3000, 400) < 10 * few


def test_a_section_kept_whole_is_its_longest_version_that_fits() -> None:
    """A card leaves out one part after another, and the warning quotes the longest omitted text."""
    one, two, three = (Paragraph(verbatim(f"{name} " * 30)) for name in ("one", "two", "three"))
    versions = (
        ShorterVersion("its last part", (one, two)),
        ShorterVersion("its last two parts", (one,)),
        ShorterVersion("everything", ()),
    )

    def on_card(height: float) -> FittedDocument:
        card = evolve(FRAMES.default, height=height)
        frames = Frames(FRAMES.default, (("card-back", card),), frozenset({"card-back"}))
        return fitted(one, two, three, frames=frames, role="card-back", shorter=versions)

    one_high = FRAME.height_of(one)
    two_high = one_high + FRAME.gap + FRAME.height_of(two)
    three_high = two_high + FRAME.gap + FRAME.height_of(three)
    assert on_card(three_high + 0.1).document.sections[0].blocks == (one, two, three)
    less = on_card(three_high - 0.1)
    assert less.document.sections[0].blocks == (one, two)
    (fault,) = less.faults
    assert (fault.code, fault.spot, fault.heading) == ("left-out", "Long", "Long")
    assert (fault.words, fault.what) == ("three " * 30, "the card has no room for its last part.")
    assert on_card(two_high + 0.1).document == less.document
    least = on_card(two_high - 0.1)
    assert least.document.sections[0].blocks == (one,)
    assert least.faults[0].what == "the card has no room for its last two parts."
    assert on_card(one_high - 0.1).document.sections[0].blocks == ()


def test_a_whole_section_without_a_version_that_fits_is_a_finding() -> None:
    """It is neither split nor shortened, and the finding says by how many words it is too long."""
    card = evolve(FRAMES.default, height=2 * FRAME.body.line_mm)
    frames = Frames(FRAMES.default, (("card-back", card),), frozenset({"card-back"}))
    width = FRAME.metrics.width("word ", FRAME.body)
    block = Paragraph(verbatim("word " * (4 * int(FRAME.width / width))))
    result = fitted(block, frames=frames, role="card-back")
    assert result.document.sections[0].blocks == (block,)
    (finding,) = result.findings
    half = len(block.text[0].text.split()) // 2
    assert finding.what == f"the text is about {half} words too long: '{block.text[0].text[:60]}…'."
    assert finding.fix == "Shorten it, or write it as several sentences so that it can be split."


def test_one_word_too_many_is_one_word() -> None:
    """A short text is quoted whole."""
    tight = Frames(evolve(FRAMES.default, height=FRAME.body.line_mm * 0.99))
    (finding,) = fitted(Paragraph(verbatim("Two words")), frames=tight).findings
    assert finding.what == "the text is about 1 word too long: 'Two words'."


def test_a_callout_moves_whole_to_the_next_page_if_it_fits_there() -> None:
    """Only a callout that is taller than a page is split."""
    callout = Callout("say", "Say", (sentence(1), sentence(2)))
    room = FRAMES.default.height - FRAME.height_of(callout) - FRAME.gap
    count = next(n for n in range(1, 99) if FRAME.height_of(Bullets(tuple(map(sentence, range(n))))) > room)
    points = Bullets(tuple(map(sentence, range(count))))
    first, second = pages(points, callout)
    assert first == (points,)
    assert second == (callout,)


def test_the_smallest_beginning_is_one_sentence_or_one_entry() -> None:
    """A block that cannot be split is its own beginning, without a rest."""
    one, two = verbatim("One here. Two here."), verbatim("Three")
    first, rest = smallest_beginning(Bullets((one, two), "number", start=4))
    assert first == Bullets((verbatim("One here."),), "number", start=4)
    assert rest == Bullets((verbatim("Two here."), two), "number", start=4)
    assert smallest_beginning(Bullets((two, one))) == (Bullets((two,)), Bullets((one,), start=2))
    assert smallest_beginning(Bullets(())) == (Bullets(()), None)
    fact = Fact("Time", one)
    assert smallest_beginning(Facts("F", (fact,)))[0] == Facts("F", (Fact("Time", verbatim("One here.")),))
    row = Table("T", (two, two), ((one, two),), (1, 1))
    assert smallest_beginning(row)[1] == Table("T", (two, two), ((verbatim("Two here."), ()),), (1, 1))
