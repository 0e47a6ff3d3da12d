"""Files that tell web servers how to serve the site."""

from collections.abc import Iterator

POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; worker-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'self'"
)
"""Only the worker needs `unsafe-eval`, for the printer of cards. The pages have stricter policies."""
_HEADERS = {
    "/*": {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"},
    "/build/*": {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache"},
    "/build/engine/*": {"! Cache-Control": "", "Cache-Control": "public, max-age=31536000, immutable"},
}
_TYPES = {".wasm": "application/wasm", ".mjs": "text/javascript", ".webmanifest": "application/manifest+json"}


def hosting_files() -> Iterator[tuple[str, bytes]]:
    """Yield `_headers`, for static hosts, and `web.config`, for IIS."""
    blocks = (
        "\n".join((path, *(f"  {name}: {value}" if value else f"  {name}" for name, value in headers.items())))
        for path, headers in _HEADERS.items()
    )
    yield "_headers", ("\n".join(blocks) + "\n").encode()
    yield "web.config", _web_config().encode()


def _web_config() -> str:
    types = "".join(
        f'      <remove fileExtension="{suffix}"/>\n      <mimeMap fileExtension="{suffix}" mimeType="{type_}"/>\n'
        for suffix, type_ in _TYPES.items()
    )
    return f"""<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <staticContent>
{types}    </staticContent>
    <httpProtocol>
      <customHeaders>
        <add name="X-Content-Type-Options" value="nosniff"/>
        <add name="Referrer-Policy" value="same-origin"/>
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="build">
    <system.webServer>
      <httpProtocol>
        <customHeaders>
          <add name="Content-Security-Policy" value="{POLICY}"/>
          <add name="Cache-Control" value="no-cache"/>
        </customHeaders>
      </httpProtocol>
    </system.webServer>
  </location>
</configuration>
"""
