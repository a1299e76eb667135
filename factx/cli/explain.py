"""`factx explain`: the parse of a sentence as a tree, and what each record took from it."""

from __future__ import annotations

import argparse

from factx.cli.arguments import day, positive, quiet
from factx.cli.options import add_min_confidence

TYPE_CHECKING = False  # as `typing` has it, without its import, which a help text would wait for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from factx.facts import Facts
    from factx.syntax import Tree

__all__ = ["add", "drawn", "run"]


def add(commands: Any) -> None:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "explain",
        help="the parse of a sentence, and what each record took from it",
        description="Show how a sentence was read: its dependency tree, and the records that stand in it with their rules.",
        epilog="Relations are those of Universal Dependencies (universaldependencies.org), tags those of the Penn Treebank. "
        "Exit code: 0 done, 1 the input failed or has no such sentence, 2 wrong usage.",
    )
    parser.add_argument("file", metavar="FILE", help="a file, or - for standard input")
    parser.add_argument("--sentence", type=positive, metavar="N", help="the sentence, counted from 1; default: all")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="YYYY-MM-DD or 7 May 2024: the day that 'yesterday' counts from"
    )
    add_min_confidence(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain; returns the exit code."""
    from factx.cli.inputs import find_inputs, read
    from factx.cli.streams import complain
    from factx.document import Document
    from factx.errors import FactxError
    from factx.extractor import Extractor
    from factx.mentions.names import find_names
    from factx.syntax import Syntax

    quiet()
    try:
        inputs = find_inputs([args.file])
        if len(inputs) != 1:
            complain(f"{args.file}: explain takes one file")
            return 2
        facts = Extractor(min_confidence=args.min_confidence).extract(
            read(inputs[0], published=args.published, encoding=None)
        )
    except FactxError as error:
        complain(str(error))
        return 1
    document = Document(facts.article)
    syntax = Syntax(document, [(d.span.start, d.span.end) for d in facts.dates], find_names(document))
    wanted = document.sentences
    if args.sentence is not None:
        wanted = wanted[args.sentence - 1 : args.sentence]
        if not wanted:
            complain(f"{args.file}: has {len(document.sentences)} sentences")
            return 1
    for sentence in wanted:
        text = " ".join(document.text[sentence.start : sentence.end].split())
        print(f"{sentence.index + 1}  {text}\n")  # noqa: T201
        print("\n".join(f"   {line}" for line in drawn(syntax.of(sentence))))  # noqa: T201
        for line in taken(facts, sentence.start, sentence.end):
            print(f"   {line}")  # noqa: T201
        print()  # noqa: T201
    return 0


def drawn(tree: Tree) -> list[str]:
    """A tree as lines, each node below its head.

    >>> from factx.syntax import tree_of
    >>> print("\\n".join(drawn(tree_of("Profit fell."))))
    fell  VBD
    ├─ nsubj: Profit  NN
    └─ punct: .
    """
    out: list[str] = []
    roots = [node for node, head in enumerate(tree.head) if head < 0]
    waiting = [(root, "", "") for root in reversed(roots)]
    while waiting:
        node, lead, below = waiting.pop()
        label = f"{tree.label[node]}: " if lead else ""
        tag = "" if tree.tags[node] == tree.words[node] else f"  {tree.tags[node]}"
        out.append(f"{lead}{label}{tree.words[node]}{tag}")
        children = tree.children[node]
        for child in reversed(children):
            last = child == children[-1]
            waiting.append((child, below + ("└─ " if last else "├─ "), below + ("   " if last else "│  ")))
    return out


def taken(facts: Facts, start: int, end: int) -> Iterator[str]:
    """A line for each record that begins in a stretch of text: what it is, what it took, and the rule."""
    for quote in facts.quotes:
        if quote.spans and start <= quote.spans[0].start < end:
            speaker = facts.speaker(quote)
            cue = f" · cue {quote.cue.text!r}" if quote.cue else ""
            source = f" · source {quote.source.text!r}" if quote.source else ""
            yield f"{quote.id}  {quote.kind} quote of {speaker.name if speaker else 'somebody unknown'}{source}{cue} · {quote.rule}"
    for claim in (*facts.money, *facts.numbers):
        if start <= claim.span.start < end:
            parts = [
                f"{name} {value!r}"
                for name, value in (
                    ("subject", claim.subject),
                    ("what", claim.what),
                    ("metric", claim.metric),
                    ("period", claim.period and claim.period.value),
                    ("change", claim.change and claim.change.direction),
                    ("guidance", claim.guidance),
                    ("because", claim.because and claim.because.text),
                )
                if value
            ]
            yield " · ".join([f"{claim.id}  {claim.span.text}", *parts, claim.modality, claim.rule])
    for act in facts.acts:
        if start <= act.span.start < end:
            known = (
                ("actor", act.actor),
                ("about", act.about),
                ("metric", act.metric),
                ("period", act.period and act.period.value),
            )
            parts = [f"{name} {value!r}" for name, value in known if value]
            yield " · ".join([f"{act.id}  {act.guidance or act.kind}", f"cue {act.cue.text!r}", *parts, act.rule])
    for mention in facts.dates:
        if start <= mention.span.start < end:
            yield f"{mention.id}  {mention.span.text} · {mention.type} {mention.value} · {mention.rule}"
