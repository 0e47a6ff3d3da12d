"""Forms, with the details of an event filled in."""

from collections.abc import Iterator

from attrs import evolve

from coprod_content.content.library import Library
from coprod_content.content.model import Form, FormField, FormPart, Workshop
from coprod_content.document.blocks import Block, Paragraph
from coprod_content.document.document import Document, Section
from coprod_content.document.fill_in import FillIn
from coprod_content.editions.sections.event_details import event_answers, organisers
from coprod_content.editions.sections.prose_blocks import lead, paragraphs, points
from coprod_content.editions.selection import SelectionError, wrong_kind
from coprod_content.text.spans import text_of

_SEVERAL = "Forms and letters"
_LEAD = "Forms and letters to send, fill in or give out. Change any of the words to suit your session."
_KEPT_UNTIL = "This form is kept until (the organiser fills this in)"
_LINES = 3


def forms_document(library: Library, ids: tuple[str, ...]) -> Document:
    """Return a document of the selected forms (by default, all).

    `ids` can also name one workshop. Its event's details are then filled in and, if `ids` names no form, its forms are
    selected. Raises UnknownId for an unknown id, and SelectionError for an item of any other kind, or if there is no
    form or more than one workshop.
    """
    workshops, forms = _selected(library, ids)
    if len(forms) == 1:
        title, label = forms[0].title, _label(workshops) or library.about.title
        sections = tuple(_single(forms[0], "" if forms[0].design == "certificate" else label, workshops))
    else:
        title, label = _SEVERAL, _label(workshops)
        cover = Section(title=title, role="cover", label=label, blocks=(lead(_LEAD),))
        sections = (cover, *(_among_others(form, workshops) for form in forms))
    return Document(
        title=title,
        subtitle=label or _SEVERAL,
        language=library.about.language,
        author=organisers(workshops),
        sections=sections,
    )


def form_parts(form: Form, workshops: tuple[Workshop, ...] = ()) -> Iterator[Section]:
    """Yield a section for each part of a form.

    If the time for which the form is kept is not known, the last section has a space for it. `workshops` is empty, or
    contains the workshop whose details are filled in.
    """
    for part in form.parts:
        listed = (points(part.points),) if part.points else ()
        section = _section(part, form, (*paragraphs(part.text), *listed), workshops)
        asks = part is form.parts[-1] and form.keep and not form.keep.how_long
        yield evolve(section, blocks=(*section.blocks, FillIn(_KEPT_UNTIL, name="kept-until"))) if asks else section


def notes_and_form(form: Form) -> Iterator[Section]:
    """Yield the notes for the organiser, and the form."""
    yield Section(title="Before you use it", blocks=(points(form.notes),))
    yield Section(title="The form", blocks=_before_parts(form), sections=tuple(form_parts(form)))


def fields_only(form: Form) -> Iterator[Section]:
    """Yield a form's fields by part, without other text."""
    yield from (_section(part, form, (), ()) for part in form.parts if part.fields)


def _selected(library: Library, ids: tuple[str, ...]) -> tuple[tuple[Workshop, ...], tuple[Form, ...]]:
    workshops, forms = list[Workshop](), list[Form]()
    for item in map(library.__getitem__, dict.fromkeys(ids)):
        match item:
            case Form():
                forms.append(item)
            case Workshop():
                workshops.append(item)
            case _:
                raise wrong_kind(item, "forms, and one workshop whose details are filled in")
    if len(workshops) > 1:
        raise SelectionError("Choose only one workshop. Its date and place are filled in on the forms.")
    if not forms:
        forms += [library.forms[id_] for id_ in workshops[0].forms] if workshops else library.forms.values()
    if ids and not forms:
        raise SelectionError(
            "This workshop names no forms. Give the id of a form, or list forms in the workshop's file."
        )
    return tuple(workshops), tuple(forms)


def _label(workshops: tuple[Workshop, ...]) -> str:
    return workshops[0].title if workshops else ""


def _single(form: Form, label: str, workshops: tuple[Workshop, ...]) -> Iterator[Section]:
    yield Section(title=form.title, role="cover", label=label, blocks=_before_parts(form), items=(form.id,))
    yield from form_parts(form, workshops)


def _among_others(form: Form, workshops: tuple[Workshop, ...]) -> Section:
    return Section(
        title=form.title,
        role="handout",
        blocks=_before_parts(form),
        sections=tuple(form_parts(form, workshops)),
        items=(form.id,),
    )


def _section(part: FormPart, form: Form, blocks: tuple[Block, ...], workshops: tuple[Workshop, ...]) -> Section:
    fields = tuple(fill_in(field, workshops) for field in part.fields)
    return Section(title=part.title, role=form.design, blocks=(*blocks, *fields), items=(form.id,))


def fill_in(field: FormField, workshops: tuple[Workshop, ...] = ()) -> FillIn:
    """Return a form field as a block, with any known answer.

    `workshops` is empty, or contains the workshop whose details are filled in.
    """
    several = field.kind in ("lines", "table")
    block = FillIn(
        field.label,
        field.kind,
        text_of(field.help) if field.help else (),
        options=field.options,
        lines=field.lines or (_LINES if several else 1),
        name=field.name,
        required=field.required,
        fill=field.fill or "",
    )
    known = (words for name, words in (event_answers(workshops[0]) if workshops else ()) if name == field.fill)
    return evolve(block, answer=next(known, ""))


def _before_parts(form: Form) -> tuple[Block, ...]:
    """Return the introduction, and who keeps the form.

    Both are above the first part of the form.
    """
    keep = form.keep
    if keep is None:
        return paragraphs(form.intro)
    time = f", for {keep.how_long}" if keep.how_long else ""
    after = f" after {keep.after}" if keep.after and keep.how_long else ""
    return (*paragraphs(form.intro), Paragraph(f"This form is kept by {keep.by}{time}{after}."))
