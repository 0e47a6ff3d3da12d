"""The builder: plan a session in a browser and download its pack.

The names are listed in `__init__.pyi`, and the web server, which takes long to import, is imported when one is first used.
"""

import lazy_loader as _lazy_loader

__getattr__, __dir__, __all__ = _lazy_loader.attach_stub(__name__, __file__)
