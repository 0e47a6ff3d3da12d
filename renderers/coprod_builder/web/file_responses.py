"""HTTP responses for files: downloads, web pages and PDF files."""

import re

from starlette.responses import Response

from coprod_builder.web.guard import CONTENT_POLICY

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
_HASHES = {name: re.compile(rb"%s-src ('sha256-[A-Za-z0-9+/=]+')" % name) for name in (b"style", b"script")}


def download_response(data: bytes, name: str, media_type: str) -> Response:
    """Return a response that downloads a file.

    `name` must not contain quotation marks or other characters that need escaping in an HTTP header.
    """
    return Response(data, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})


def file_response(data: bytes, name: str, media_type: str) -> Response:
    """Return a response that opens a web page or PDF file.

    Any other file is downloaded. The restriction on `name` is the same as in `download_response`.

    A web page contains a style sheet and possibly a script, and a content security policy with their hashes. The
    response's own policy includes the hashes too, as otherwise the browser would block the style sheet and script.
    """
    match media_type:
        case "text/html":
            own = _POLICY.search(data)
            found = {name: each.search(own[1] if own else b"") for name, each in _HASHES.items()}
            styles, scripts = (f" {each[1].decode()}" if each else "" for each in found.values())
            policy = CONTENT_POLICY.format(styles=styles, scripts=scripts)
            return Response(data, media_type=media_type, headers={"content-security-policy": policy})
        case "application/pdf":
            return Response(data, media_type=media_type, headers={"content-disposition": f'inline; filename="{name}"'})
        case _:
            return download_response(data, name, media_type)
