"""What coverage measures: the product, not its judges."""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def unmeasured() -> Iterator[None]:
    """Coverage, where it measures, waits. It would follow each call of a judge only to pass it over, and a judge that
    is written in Python takes twice as long for it.
    """
    running = Coverage.current()
    if running is None:
        yield
        return
    running.stop()
    try:
        yield
    finally:
        running.start()
