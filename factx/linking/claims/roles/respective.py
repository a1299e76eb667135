"""Lists that "respectively" pairs: "revenue and profit were $5m and $1m, respectively", "$5m and $4m in 2030 and 2029, respectively"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factx.linking.claims.phrases import bare, without_capital, words_of
from factx.linking.claims.words import is_quantity

if TYPE_CHECKING:
    from factx.linking.claims.clause import Scene
    from factx.linking.claims.roles.reader import Roles

__all__ = ["pair"]

BETWEEN = frozenset(',&Rm"')
"""Chunks that can stand between the amounts of one list."""

LONGEST = 30
"""Chunks of the phrase that lists what the amounts are of, at most."""

Part = tuple[int, int]
"""First and last token of one member of a list."""


def pair(roles: Roles) -> None:
    """Give each amount of a list before or behind "respectively" the member of the other list that it belongs to."""
    scene = roles.scene
    at = next(
        (i for i, kind in enumerate(scene.shape) if kind == "R" and scene.head_of(i) == "respectively"),
        None,
    )
    if at is None:
        return
    lists = _runs(scene)
    if not lists:
        return
    now = _told(roles, lists, at)
    if not _time(roles, lists[-1], at) or lists[-1] is not now:
        _name(
            roles, now
        )  # but "research and development costs were $5m and $4m in 2030 and 2029" is one noun at two times
    for run in lists:
        if run is not now and len(run) == len(now) and run[0] > now[0] and _compares(roles, run[0]):
            for ref, base in zip(run, now, strict=True):
                place = scene.place[ref]
                roles.of[ref] = replace(
                    roles.of[base], name="comparison", start=place, end=place, base=base, side="from", anchor=None
                )


def _runs(scene: Scene) -> list[list[int]]:
    """Lists of amounts with nothing but "and" and commas between."""
    runs: list[list[int]] = []
    last = -1
    for ref in scene.indices:
        place = scene.place.get(ref)
        if place is None:
            continue
        if runs and set(scene.shape[last + 1 : place]) <= BETWEEN:
            runs[-1].append(ref)
        else:
            runs.append([ref])
        last = place
    return [run for run in runs if len(run) > 1 and _joined(scene, run)]


def _joined(scene: Scene, run: list[int]) -> bool:
    """Do the amounts end with "and", and are they of one kind?"""
    kinds = {(scene.amounts[ref].currency, scene.amounts[ref].dimension) for ref in run}
    return len(kinds) == 1 and "&" in scene.shape[scene.place[run[-2]] : scene.place[run[-1]]]


def _told(roles: Roles, lists: list[list[int]], at: int) -> list[int]:
    """The list that says what is; one behind it that is compared with it says what was."""
    for run in lists:
        if not _compares(roles, run[0]):
            return run
    return lists[-1]


def _compares(roles: Roles, ref: int) -> bool:
    role = roles.of[ref]
    return role.name == "comparison" or role.side == "from"


def _name(roles: Roles, run: list[int]) -> None:
    """What and whose each amount of the list is, where as many are named in front."""
    scene = roles.scene
    first = roles.of[run[0]]
    ends = [first.start - 1] if first.name == "of" else []
    if first.verb is not None and first.verb < first.start:
        ends.append(first.verb)
    for end in ends or [first.start]:
        parts = _parts(scene, end)
        if len(parts) == len(run):
            break
    else:
        return
    heads = [scene.chunk_of(part[0]) for part in parts]
    measured = [is_quantity(scene.tokens.lower[_head(scene, part)]) for part in parts]
    shared = measured[0] and not any(measured[1:]) and parts[0][1] > _head(scene, parts[0])
    headed = measured[-1] and not any(measured[:-1]) and parts[-1][1] > parts[-1][0]
    if any(measured) and not all(measured) and not shared and not headed:
        return
    for k, (ref, part) in enumerate(zip(run, parts, strict=True)):
        place = scene.place[ref]
        role = replace(first, start=place, end=place, base=None, part=k)
        if shared:  # "sales in Spain and France"
            lead = bare(scene, heads[0])[0]
            thing = part if k else (_complement(scene, part), part[1])
            text = f"{words_of(scene, lead, _complement(scene, parts[0]) - 1)} {words_of(scene, *thing)}"
            role = replace(role, noun=heads[0], text=without_capital(scene, text))
        elif headed:  # "reported and adjusted earnings"
            end = part[1] if k < len(parts) - 1 else part[0]
            text = f"{words_of(scene, part[0], end)} {words_of(scene, parts[-1][0] + 1, parts[-1][1])}"
            role = replace(role, noun=heads[-1], text=without_capital(scene, text))
        elif measured[0]:
            lead = max(part[0], bare(scene, heads[k])[0]) if scene.chunks[heads[k]].last <= part[1] else part[0]
            role = replace(role, noun=heads[k], text=without_capital(scene, words_of(scene, lead, part[1])))
        else:
            role = replace(role, whose=part)
        roles.of[ref] = role


def _head(scene: Scene, part: Part) -> int:
    """The token of the noun that a member is: the last one before its "of" or "in"."""
    chunk = scene.chunk_of(part[0])
    while scene.kind(chunk + 1) == "N" and scene.chunks[chunk + 1].last <= part[1]:
        chunk += 1
    return min(part[1], scene.chunks[chunk].last)


def _adjectival(scene: Scene, index: int) -> bool:
    """ "reported and adjusted earnings": is the first no verb?"""
    chunk = scene.chunks[index]
    return chunk.first == chunk.last and scene.tokens.lower[chunk.first].endswith("ed")


def _complement(scene: Scene, part: Part) -> int:
    """The first token of the last thing named in the part: "Spain" in "sales in Spain"."""
    last = scene.chunk_of(part[1])
    return scene.chunks[last].first


def _parts(scene: Scene, end: int) -> list[Part]:
    """The members of the list that ends before chunk `end`, each a noun with what goes on behind it."""
    start = end
    while start > max(0, end - LONGEST) and (
        scene.shape[start - 1] in 'N,&poJER@"'
        or (scene.shape[start - 1 : start + 1] == "V&" and _adjectival(scene, start - 1))
    ):
        start -= 1
    while start < end and scene.shape[start] in "p@,R":  # "In the quarter, …"
        comma = scene.shape.find(",", start, end)
        if comma < 0:
            break
        start = comma + 1
    while end > start and scene.shape[end - 1] in 'R@"po,':  # "for the quarter" is of all
        end -= 1
    if start >= end:
        return []
    parts: list[Part] = []
    lower, codes = scene.tokens.lower, scene.tokens.codes
    first = scene.chunks[start].first
    stop = scene.chunks[end - 1].last + 1
    for token in range(first, stop + 1):
        if token < stop and lower[token] not in (",", "and"):
            continue
        if first < token:
            if codes[first] not in "NPJDSEGV":
                return []
            parts.append((first, token - 1))
        first = token + 1
    return parts


def _time(roles: Roles, run: list[int], at: int) -> bool:
    """ "in 2030 and 2029, respectively": each its own time, if there are as many."""
    scene = roles.scene
    times = [i for i in range(scene.place[run[-1]] + 1, at) if scene.shape[i] == "@"]
    between = scene.shape[times[0] : times[-1]] if times else ""
    if len(times) != len(run) or not set(between) <= BETWEEN | {"@", "p"}:
        return False
    for ref, time in zip(run, times, strict=True):
        place = scene.place[ref]
        roles.of[ref] = replace(roles.of[run[0]], start=place, end=place, base=None, time=time, part=run.index(ref))
    return True
