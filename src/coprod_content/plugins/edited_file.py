"""What people can read in a file that they may have edited."""

from attrs import field, frozen


@frozen
class EditedText:
    """A paragraph, with the ids that the file gives it, if any.

    A paragraph can have several ids, for example if people joined it to another. Several paragraphs can have the same
    id, if people split one. `box` identifies the text box that contains the paragraph on a slide.
    """

    words: str
    ids: tuple[str, ...] = ()
    box: str = ""


def _as_texts(texts: tuple[EditedText | str, ...]) -> tuple[EditedText, ...]:
    return tuple(EditedText(each) if isinstance(each, str) else each for each in texts)


@frozen
class EditedSection:
    """A slide, or a heading with the text below it.

    `texts` are its paragraphs in reading order, and `notes` those for the presenter. `ids` are the ids of the slide or
    of the heading. The same id in two sections means that one of them is a duplicate.
    """

    title: str
    texts: tuple[EditedText, ...] = field(converter=_as_texts)
    notes: tuple[EditedText, ...] = field(default=(), converter=_as_texts)
    pictures: int = 0
    ids: tuple[str, ...] = ()


@frozen
class EditedFile:
    """The text of a file, as a renderer reads it back.

    `made_from` is the record that coprod wrote in the file, or an empty string. `unit` is what a section is called.
    `remarks` are sentences about the file, such as that it has tracked changes. `problem` says why the file cannot be
    read, if it cannot.
    """

    made_from: str = ""
    unit: str = "section"
    sections: tuple[EditedSection, ...] = ()
    remarks: tuple[str, ...] = ()
    problem: str = ""
