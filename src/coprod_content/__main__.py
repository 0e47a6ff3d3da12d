"""The entry point of `coprod`. Ctrl-C stops it at any moment."""

import _thread
import gc
import os
import signal
import sys
from functools import partial
from threading import Timer


def main() -> None:
    """Run the `coprod` command.

    The signals SIGTERM and SIGHUP stop it in the same way as Ctrl-C.
    """
    gc.set_threshold(50_000, 20, 20)  # loaded content is many small objects that live on, which take time to search
    sys.unraisablehook = _repeat_interrupt
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)  # Windows lacks some signals
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _interrupt)
    try:
        from coprod_content.cli.app import app  # imported here, because this takes the longest

        app()
    except KeyboardInterrupt as stop:
        sys.stderr.write("Stopped. No file was left half-written.\n")
        sys.exit(128 + (stop.args or (signal.SIGINT,))[0])
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the rest takes no time, so it need not be interrupted


def _interrupt(number: int, _: object) -> None:
    raise KeyboardInterrupt(number)


def _repeat_interrupt(ignored: "sys.UnraisableHookArgs") -> None:
    """Handle an exception that Python cannot raise, as in a callback.

    An interrupt is sent again. Any other exception is printed, as usual.
    """
    if isinstance(ignored.exc_value, KeyboardInterrupt):
        number = (ignored.exc_value.args or (signal.SIGINT,))[0]
        interrupt = partial(os.kill, os.getpid()) if os.name == "posix" else _thread.interrupt_main
        Timer(0.05, interrupt, (number,)).start()
    else:
        sys.__unraisablehook__(ignored)


if __name__ == "__main__":
    main()
