"""Responses with files to download or to open in the browser."""

import re

from starlette.responses import Response

from coprod_builder.web.guard import CONTENT_POLICY

_STYLE_HASH = re.compile(rb"style-src ('sha256-[A-Za-z0-9+/=]+')")


def download_response(data: bytes, name: str, media_type: str) -> Response:
    """Return a file to download. Its name must not need escaping."""
    return Response(data, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})


def file_response(data: bytes, name: str, media_type: str) -> Response:
    """Return a web page or PDF to open, or a download.

    A web page can use the style sheet whose hash is in its own content security policy.
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
