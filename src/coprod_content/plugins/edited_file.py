"""What people can read in a file that they may have edited."""

from attrs import frozen


@frozen
class EditedSection:
    """A slide, or a heading with the text below it.

    `texts` are its paragraphs in reading order, and `notes` those for the presenter.
    """

    title: str
    texts: tuple[str, ...]
    notes: tuple[str, ...] = ()
    pictures: int = 0


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
