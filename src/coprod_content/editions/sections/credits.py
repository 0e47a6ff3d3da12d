"""The contents list and the credits section used in many documents."""

from coprod_content.content.library import Library
from coprod_content.document.document import Section
from coprod_content.editions.sections.prose_blocks import paragraphs

CONTENTS = Section(title="Contents", role="contents")
"""A placeholder section in which renderers list the contents."""


def credits_section(library: Library, group: str = "") -> Section:
    """Return a section on who made the material, and its licence.

    `group` is the part of the document that the section belongs to.
    """
    about = library.about
    prose = (about.statement, about.credit, about.basis, about.licence)
    return Section(title="About this material", role="credits", group=group, blocks=paragraphs(prose))
