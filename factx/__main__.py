"""`python -m factx` is the command `factx`."""

from __future__ import annotations

import sys

from factx.cli import main

if __name__ == "__main__":
    sys.exit(main())
