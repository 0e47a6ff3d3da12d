from .web.application import Serving as Serving
from .web.server import run as run

__all__ = ["Serving", "run"]
