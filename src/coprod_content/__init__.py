"""Co-production content as typed data, and workshop material made from it.

The public names are listed in `__init__.pyi`, and each is imported when it is first used, so that
`import coprod_content` is quick.
"""

import lazy_loader as _lazy_loader

__getattr__, __dir__, __all__ = _lazy_loader.attach_stub(__name__, __file__)
