"""Hold a report against the statement that it reports: is it said, is it so?

python examples/compare_two.py [SOURCE REPORT]
"""

from __future__ import annotations

import sys
from pathlib import Path

import factx

HERE = Path(__file__).parent / "compare"


def main() -> None:
    names = sys.argv[1:] or [HERE / "statement.txt", HERE / "report.txt"]
    source, report = (Path(name) for name in names)
    found = factx.compare(source, report)
    for finding in found.wrong():
        where = finding.report[0]
        print(
            f"{finding.status} at {where.start}: {where.text}\n    {finding.reason} (confidence {finding.confidence})"
        )
    print(", ".join(f"{count} {status}" for status, count in found.counts().items()))


if __name__ == "__main__":
    main()
