"""What pytest leaves alone where an extra is not installed: modules that cannot be imported without it."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore = [] if find_spec("pyarrow") else ["factx/arrow.py", "factx/corpus/flat.py"]
