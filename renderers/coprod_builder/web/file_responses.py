"""Replies that are files: saved, or shown by the browser."""

import re

from starlette.responses import Response

from coprod_builder.web.guard import POLICY

_STYLE = re.compile(rb"style-src ('sha256-[A-Za-z0-9+/=]+')")


def download_response(data: bytes, name: str, kind: str) -> Response:
    """Bytes to be saved under a name, which is made of small letters, digits, hyphens and a dot."""
    return Response(data, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


def inline_response(data: bytes, name: str, kind: str) -> Response:
    """A web page or a PDF to be shown; what browsers do not show, to be saved under its name."""
    match kind:
        case "text/html":
            found = _STYLE.search(data)
            styles = f" {found[1].decode()}" if found else ""
            return Response(data, media_type=kind, headers={"content-security-policy": POLICY.format(styles=styles)})
        case "application/pdf":
            return Response(data, media_type=kind, headers={"content-disposition": f'inline; filename="{name}"'})
        case _:
            return download_response(data, name, kind)
