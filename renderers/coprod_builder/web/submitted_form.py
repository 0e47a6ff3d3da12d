"""The fields and files of a submitted form."""

from attrs import frozen
from starlette.datastructures import UploadFile
from starlette.requests import Request

from coprod_builder.editing.form_fields import FormFields
from coprod_builder.templated_files import LARGEST_TEMPLATE, UploadedTemplate
from coprod_content.checks.library import MOST_ITEMS
from coprod_content.files.pictures.photo_without_metadata import LARGEST_PHOTO
from coprod_content.files.text_file import LARGEST_FILE

_MOST_TEMPLATES = 2
_MOST_FIELDS, _MOST_FILES = 4000, MOST_ITEMS + 2 + _MOST_TEMPLATES


@frozen(kw_only=True)
class SubmittedForm:
    """A form's fields, with any uploaded file, its name, and any templates."""

    fields: FormFields
    file: bytes = b""
    name: str = ""
    templates: tuple[UploadedTemplate, ...] = ()


async def submitted_form(request: Request) -> SubmittedForm:
    """Return the form in a request. Raises HTTPException if it is malformed."""
    async with request.form(max_files=_MOST_FILES, max_fields=_MOST_FIELDS, max_part_size=LARGEST_FILE) as form:
        fields = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        button = FormFields.of(fields).one("do")
        sent = form.get(button if button.startswith("photo ") else "file")
        data = await sent.read(LARGEST_PHOTO + 1) if isinstance(sent, UploadFile) else b""
        name = (sent.filename or "") if isinstance(sent, UploadFile) else ""
        uploads = [each for each in form.getlist("template") if isinstance(each, UploadFile) and each.filename]
        read = [(each.filename or "", await each.read(LARGEST_TEMPLATE + 1)) for each in uploads[:_MOST_TEMPLATES]]
    templates = tuple(UploadedTemplate(name.replace("\\", "/").rsplit("/", 1)[-1], data) for name, data in read)
    return SubmittedForm(fields=FormFields.of(fields), file=data, name=name, templates=templates)
