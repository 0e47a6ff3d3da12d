"""HTTP responses for files: downloads, web pages and PDF files."""

import re

from starlette.responses import Response

from coprod_builder.web.guard import CONTENT_POLICY

_STYLE_HASH = re.compile(rb"style-src ('sha256-[A-Za-z0-9+/=]+')")


def download_response(data: bytes, name: str, media_type: str) -> Response:
    """Return a response that downloads a file.

    `name` must not contain quotation marks or other characters that need escaping in an HTTP header.
    """
    return Response(data, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})


def file_response(data: bytes, name: str, media_type: str) -> Response:
    """Return a response that opens a web page or PDF file.

    Any other file is downloaded. The restriction on `name` is the same as in `download_response`.

    A web page contains a style sheet, and a content security policy with the hash of that style sheet. The response's
    own policy includes the hash too, as otherwise the browser would block the style sheet.
    """
    match media_type:
        case "text/html":
            found = _STYLE_HASH.search(data)
            policy = CONTENT_POLICY.format(styles=f" {found[1].decode()}" if found else "")
            return Response(data, media_type=media_type, headers={"content-security-policy": policy})
        case "application/pdf":
            return Response(data, media_type=media_type, headers={"content-disposition": f'inline; filename="{name}"'})
        case _:
            return download_response(data, name, media_type)
