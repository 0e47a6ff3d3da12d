"""Names, parts and pieces of WordprocessingML that several modules write."""

from coprod_office import escaped

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD_2010 = "http://schemas.microsoft.com/office/word/2010"

W = f'xmlns:w="{_MAIN}"'
A = f'xmlns:a="{_DRAWING}/main"'
STORY = (
    f'{W} xmlns:r="{_OFFICE}" {A} xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:pic="{_DRAWING}/picture" '
    f'xmlns:wpg="{_WORD_2010}/wordprocessingGroup" xmlns:wps="{_WORD_2010}/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def fonts() -> str:
    """The fonts of the theme, for every script."""
    return (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
        'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
    )


def paragraph(style: str, content: str, direct: str = "") -> str:
    """A paragraph in the style of an id; `direct` is what goes into its properties beside the style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{direct}</w:pPr>{content}</w:p>'


def run(words: str, properties: str = "") -> str:
    """A run of plain words. White space of any kind but the space becomes a space."""
    set_as = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{set_as}<w:t xml:space="preserve">{escaped(words.translate(_SPACES))}</w:t></w:r>'


TAB = "<w:r><w:tab/></w:r>"
_SPACES = {ord(character): " " for character in "\t\n\r"}
