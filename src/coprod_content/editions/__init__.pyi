from .composition import compose as compose
from .registry import EDITIONS as EDITIONS
from .registry import Edition as Edition
from .registry import UnknownEdition as UnknownEdition
from .registry import edition_named as edition_named
from .selection import SelectionError as SelectionError
