"""Share a plan as a link.

The part after the # holds the plan. Browsers never send it to a server.
"""

import base64
import json
import zlib

from coprod_builder.editing.draft import Draft

LONGEST_LINK = 8000
"""The largest number of characters after the # in a link. Some programs cut longer links."""
MARK = "plan="


def link_fragment(draft: Draft) -> str:
    """Return the part of a link after the #.

    It is empty if the plan is too long. The tools that the planner left out are not included.
    """
    shared = {"name": draft.name, "plan": draft.without(("left_out",)).tree}
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    text = json.dumps(shared, ensure_ascii=False, separators=(",", ":")).encode()
    packed = base64.urlsafe_b64encode(packer.compress(text) + packer.flush()).decode().rstrip("=")
    fragment = f"{MARK}{packed}"
    return fragment if len(fragment) <= LONGEST_LINK else ""
