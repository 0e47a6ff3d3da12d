"""The builder: plan a session in a browser and download its pack.

The exported names are listed in `__init__.pyi`. Each is imported when it is first used, because the web server takes a
long time to import.
"""

import lazy_loader as _lazy_loader

__getattr__, __dir__, __all__ = _lazy_loader.attach_stub(__name__, __file__)
