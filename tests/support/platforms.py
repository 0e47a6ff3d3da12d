"""Marks for tests that only some operating systems can run."""

import os
import sys

import pytest

POSIX = pytest.mark.skipif(os.name != "posix", reason="links, pipes, modes and signals are different on Windows")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory and processor limits are those of Linux")
