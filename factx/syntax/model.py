"""The learned tables: one compressed file, read when a sentence is first parsed.

The file holds a line of JSON (counts, word lists), then the tables as little-endian columns: 64-bit keys, and of each row
the packed weights. `training/train.py` writes it; `data/README.md` says what it was learned from and under which licences.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

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
    """64-bit numbers of a table, whatever the machine's order of bytes."""
    out = array("q")
    out.frombytes(data)
    if sys.byteorder == "big":
        out.byteswap()
    return out


def keys_of(data: bytes) -> list[int]:
    """The keys of a table from the differences between them."""
    out = []
    total = 0
    for step in integers(data):
        total += step
        out.append(total)
    return out


def load(data: bytes) -> Models:
    """The models in the bytes that `dump` made."""
    raw = zlib.decompress(data)
    head, _, body = raw.partition(b"\n")
    info = json.loads(head)
    at = 0

    def take(size: int) -> bytes:
        nonlocal at
        at += size
        return body[at - size : at]

    tags, relations = Lanes(len(PENN)), Lanes(len(RELATIONS))
    words, suffixes = Vocabulary(info["words"]), Vocabulary(info["suffixes"])

    def wide(count: int, lanes: Lanes) -> dict[int, int]:
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

    tag_rows = wide(info["tags"], tags)
    relation_rows = wide(info["relations"], relations)
    move_keys = keys_of(take(8 * info["moves"]))
    moves = dict(zip(move_keys, integers(take(8 * info["moves"])), strict=True))
    return Models(
        Tagger(tags, tag_rows, words, suffixes, info["known"]), Parser(moves, relations, relation_rows, words)
    )


def dump(
    words: list[str],
    suffixes: list[str],
    known: dict[str, int],
    tags: dict[int, int],
    relations: dict[int, int],
    moves: dict[int, int],
) -> bytes:
    """The file of a model; the tables as the tagger and the parser read them."""
    info = {
        "words": words,
        "suffixes": suffixes,
        "known": known,
        "tags": len(tags),
        "relations": len(relations),
        "moves": len(moves),
    }
    parts = [json.dumps(info, ensure_ascii=False, separators=(",", ":")).encode(), b"\n"]
    for table, lanes in ((tags, Lanes(len(PENN))), (relations, Lanes(len(RELATIONS)))):
        keys = sorted(table)
        parts.append(column([b - a for a, b in zip([0, *keys], keys, strict=False)]))
        parts += [table[key].to_bytes(lanes.bytes + 1, "little", signed=True) for key in keys]
    keys = sorted(moves)
    parts.append(column([b - a for a, b in zip([0, *keys], keys, strict=False)]))
    parts.append(column([moves[key] for key in keys]))
    return zlib.compress(b"".join(parts), 9)


def column(numbers: list[int]) -> bytes:
    """64-bit numbers, the lowest byte first."""
    out = array("q", numbers)
    if sys.byteorder == "big":
        out.byteswap()
    return out.tobytes()
