"""How good the parse is against a treebank: one line of JSON.

    python benchmarks/syntax.py TREEBANK.tsv[.gz]

`tags`: coarse codes right, `verbs`: F1 of verb codes; `uas`, `las`: arcs right without and with their relation, punctuation
left out; `nsubj`, `obj`, `ccomp`: F1 of a relation; all in percent, over factx's own nodes and the treebank's sentences.
`tokens_per_second`: tagger and parser together. The form of the treebank: `training/treebank.py`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from factx.syntax.model import models
from training.measure import measure
from training.treebank import sentences

__all__ = ["percentages"]


def percentages(path: str | Path) -> dict[str, float]:
    """The figures of a treebank, in percent."""
    return measure(models(), sentences(path))


def main(arguments: list[str]) -> int:
    """Measure one treebank."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    print(json.dumps(percentages(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
