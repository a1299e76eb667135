"""The scorers: gold and predictions in, precision, recall and F1 out. Standard library only.

Each module says in its docstring exactly what counts as right, has a function `score(gold, predicted)` and a command
line (`python -m scorers.dates GOLD.jsonl PRED.jsonl`, run in `benchmarks/`).
"""
