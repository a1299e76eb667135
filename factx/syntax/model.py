"""The learned tables: one compressed file, read when a sentence is first parsed.

The file holds a line of JSON (counts, word lists), then the tables as little-endian columns: 64-bit keys, and of each row
the packed weights. Columns of 64-bit numbers are stored by place, the lowest byte of all and then the next: so they are
smaller. `training/train.py` writes the file; `data/README.md` says what it was learned from and under which licences.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate

from factx.syntax.lanes import Lanes
from factx.syntax.parser import Parser
from factx.syntax.state import RELATIONS
from factx.syntax.tagger import PENN, Tagger
from factx.syntax.vocabulary import Vocabulary

__all__ = ["Models", "dump", "load", "models"]

NAME = "english.bin"


@dataclass(frozen=True)
class Models:
    """What parses English."""

    tagger: Tagger
    parser: Parser


@cache
def models() -> Models:
    """The models of the package, loaded once."""
    return load((files(__package__) / "data" / NAME).read_bytes())


def integers(data: bytes) -> array[int]:
    """64-bit numbers of a column, whatever the machine's order of bytes.

    >>> list(integers(column([1, -2, 3 << 40])))
    [1, -2, 3298534883328]
    """
    count = len(data) // 8
    whole = bytearray(len(data))
    for place in range(8):
        whole[place::8] = data[place * count : (place + 1) * count]
    out = array("q")
    out.frombytes(whole)
    if sys.byteorder == "big":
        out.byteswap()
    return out


def keys_of(data: bytes) -> list[int]:
    """The keys of a table from the differences between them."""
    return list(accumulate(integers(data)))


def load(data: bytes) -> Models:
    """The models in the bytes that `dump` made."""
    raw = zlib.decompress(data)
    at = raw.index(b"\n") + 1
    info = json.loads(raw[:at])
    sizes = info["tables"]

    def take(size: int) -> bytes:
        nonlocal at
        at += size
        return raw[at - size : at]

    def wide(lanes: Lanes) -> dict[int, int]:
        count = sizes.pop(0)
        keys = keys_of(take(8 * count))
        size = lanes.bytes + 1
        rows = take(size * count)
        read = int.from_bytes
        return dict(
            zip(
                keys,
                [read(rows[i : i + size], "little", signed=True) for i in range(0, size * count, size)],
                strict=True,
            )
        )

    def narrow() -> dict[int, int]:
        count = sizes.pop(0)
        return dict(zip(keys_of(take(8 * count)), integers(take(8 * count)), strict=True))

    def choices() -> dict[int, int]:
        count = sizes.pop(0)
        return dict(zip(keys_of(take(8 * count)), take(count), strict=True))

    tags, relations = Lanes(len(PENN)), Lanes(len(RELATIONS))
    words, suffixes = Vocabulary(info["words"], info["classes"]), Vocabulary(info["suffixes"])
    tagger = Tagger(tags, wide(tags), words, suffixes, info["known"])
    labels = wide(relations)
    parser = Parser(narrow(), relations, labels, words)
    tagger.sure, parser.sure_moves, parser.sure_relations = choices(), choices(), choices()
    return Models(tagger, parser)


def dump(words: list[str], suffixes: list[str], learned: Models) -> bytes:
    """The file of models; `words`, `suffixes`: the known ones of their vocabularies, in order."""
    tagger, parser = learned.tagger, learned.parser
    wide = ((tagger.rows, tagger.lanes), (parser.relations, parser.lanes))
    choices = (tagger.sure, parser.sure_moves, parser.sure_relations)
    info = {
        "words": words,
        "classes": list(parser.words.classes),
        "suffixes": suffixes,
        "known": tagger.known,
        "tables": [len(table) for table in (tagger.rows, parser.relations, parser.moves, *choices)],
    }
    parts = [json.dumps(info, ensure_ascii=False, separators=(",", ":")).encode(), b"\n"]
    for table, lanes in wide:
        keys = sorted(table)
        parts.append(steps(keys))
        parts += [table[key].to_bytes(lanes.bytes + 1, "little", signed=True) for key in keys]
    keys = sorted(parser.moves)
    parts += [steps(keys), column([parser.moves[key] for key in keys])]
    for table in choices:
        keys = sorted(table)
        parts += [steps(keys), bytes([table[key] for key in keys])]
    return zlib.compress(b"".join(parts), 9)


def steps(keys: list[int]) -> bytes:
    """Keys in order as the differences between them."""
    return column([b - a for a, b in zip([0, *keys], keys, strict=False)])


def column(numbers: list[int]) -> bytes:
    """64-bit numbers: the lowest byte of all, then the next byte of all, up to the highest."""
    out = array("q", numbers)
    if sys.byteorder == "big":
        out.byteswap()
    data = out.tobytes()
    return b"".join(data[place::8] for place in range(8))
