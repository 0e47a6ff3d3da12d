"""The entry point of `coprod`. Ctrl-C stops it at any moment."""

import signal
import sys


def main() -> None:
    """Run the command line."""
    try:
        from coprod_content.cli.app import app  # imported here, because this takes the longest

        app()
    except KeyboardInterrupt:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        sys.stderr.write("Stopped. No file was left half-written.\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
