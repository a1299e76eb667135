"""Label Studio, both ways: records as predictions to correct, and what was corrected as gold in factx's own form.

>>> from factx import extract
>>> task = to_label_studio(extract("“No,” said Ann Lee."))
>>> gold = from_label_studio({"data": task["data"], "annotations": task["predictions"]})
>>> gold["quotes"]
[{'content': [[1, 4]], 'kind': 'direct', 'speaker': 'Ann Lee'}]
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from factx import __version__
from factx.errors import InputError
from factx.output.labels import LABELS, Marked, marked

if TYPE_CHECKING:
    from factx.facts import Facts

__all__ = ["CONFIGURATION", "from_label_studio", "to_label_studio"]

KIND_OF = {label: kind for kind, label in LABELS.items()}
QUOTE_KINDS = ("direct", "partial", "indirect")

CONFIGURATION = (
    '<View>\n  <Relations><Relation value="said by"/><Relation value="done by"/><Relation value="same"/></Relations>\n'
    '  <Labels name="label" toName="text">\n'
    + "".join(f'    <Label value="{label}"/>\n' for label in LABELS.values())
    + '  </Labels>\n  <Text name="text" value="$text"/>\n'
    '  <Choices name="kind" toName="text" perRegion="true" whenTagName="label" whenLabelValue="Quote">\n'
    + "".join(f'    <Choice value="{kind}"/>\n' for kind in QUOTE_KINDS)
    + '  </Choices>\n  <TextArea name="value" toName="text" perRegion="true"/>\n</View>\n'
)
"""The labelling interface that these tasks are for: paste it as the project's code."""


def to_label_studio(facts: Facts) -> dict[str, Any]:
    """A task to import, with the records as predictions; offsets are code points, as Label Studio counts them in `Text`.

    "said by" leads from a quote, figure or act to the first mention of who says it, "done by" from an act to that of who does it,
    "same" from a piece of a quote to the next.
    """
    stretches = marked(facts)
    result: list[dict[str, Any]] = []
    ids: list[str] = [f"{one.record}-{number}" for number, one in enumerate(stretches, 1)]
    first: dict[str, str] = {}
    relations: list[dict[str, Any]] = []
    latest: dict[str, str] = {}
    for name, one in zip(ids, stretches, strict=True):
        first.setdefault(one.record, name)
        result.extend(_regions(name, one))
        if one.label in ("Quote", "Speaker") and one.record in latest:
            relations.append(_relation(latest[one.record], name, "same"))
        latest[one.record] = name
    for name, one in zip(ids, stretches, strict=True):
        for who, label in ((one.speaker, "said by"), (one.actor, "done by")):
            if who in first:
                relations.append(_relation(name, first[who], label))
    article = facts.article
    data = {
        "text": article.text,
        "id": article.source,
        "published": str(article.published) if article.published else None,
    }
    return {"data": data, "predictions": [{"model_version": f"factx {__version__}", "result": [*result, *relations]}]}


def _regions(name: str, one: Marked) -> list[dict[str, Any]]:
    """The stretch, and what is told of it, which Label Studio keeps as results with the same id."""
    place = {"start": one.start, "end": one.end, "text": one.text}
    base = {"id": name, "to_name": "text"}
    out = [base | {"from_name": "label", "type": "labels", "score": one.sure, "value": place | {"labels": [one.label]}}]
    if one.label == "Quote":
        out.append(base | {"from_name": "kind", "type": "choices", "value": place | {"choices": [one.details["kind"]]}})
    if one.value:
        out.append(base | {"from_name": "value", "type": "textarea", "value": place | {"text": [one.value]}})
    return out


def _relation(start: str, end: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": start, "to_id": end, "direction": "right", "labels": [label]}


def from_label_studio(task: Mapping[str, Any]) -> dict[str, Any]:
    """A task as exported (JSON), corrected by people, as a gold document: text, and lists of what is marked in it.

    The last annotation counts; cancelled ones do not. Raises `factx.InputError` for what is no such task, or one in which a
    mark and its words do not agree (the text was changed).
    """
    data = task.get("data") or {}
    text = data.get("text")
    done = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
    if not isinstance(text, str) or not done:
        raise InputError("no task of Label Studio with data.text and an annotation: export as JSON")
    results = done[-1].get("result") or []
    told: dict[str, dict[str, Any]] = {}
    for one in results:
        if one.get("type") != "relation":
            told.setdefault(one["id"], {})[one["from_name"]] = one["value"]
    regions = {name: _region(name, values, text) for name, values in told.items() if "label" in values}
    heads, speakers, actors = _joined(results, regions)
    gold: dict[str, Any] = {"id": data.get("id"), "published": data.get("published"), "text": text}
    gold |= {kind: [] for kind in LABELS}
    for name, members in heads.items():
        gold[KIND_OF[regions[name]["label"]]].append(
            _record(regions[name], [regions[one] for one in members], speakers.get(name), actors.get(name))
        )
    return gold


def _region(name: str, values: Mapping[str, Any], text: str) -> dict[str, Any]:
    place = values["label"]
    start, end = int(place["start"]), int(place["end"])
    label = (place.get("labels") or [""])[0]
    if label not in KIND_OF or text[start:end] != place.get("text", text[start:end]):
        raise InputError(f"region {name}: its label or its words are not those of the text")
    return {
        "label": label,
        "start": start,
        "end": end,
        "kind": ((values.get("kind") or {}).get("choices") or [None])[0],
        "value": ((values.get("value") or {}).get("text") or [None])[0],
    }


def _joined(
    results: list[dict[str, Any]], regions: dict[str, dict[str, Any]]
) -> tuple[dict[str, list[str]], dict[str, str], dict[str, str]]:
    """First region of each record -> its regions in text order; -> the name of who says it; -> that of who does it."""
    head = {name: name for name in regions}
    links = [one for one in results if one.get("type") == "relation" and {one["from_id"], one["to_id"]} <= set(regions)]
    for one in links:
        if "same" in (one.get("labels") or ()):
            old, new = head[one["to_id"]], head[one["from_id"]]
            head = {name: new if first == old else first for name, first in head.items()}
    groups: dict[str, list[str]] = {}
    for name in sorted(regions, key=lambda one: (regions[one]["start"], regions[one]["end"])):
        groups.setdefault(head[name], []).append(name)
    said: dict[str, str] = {}
    done: dict[str, str] = {}
    for one in links:
        for label, names in (("said by", said), ("done by", done)):
            if label in (one.get("labels") or ()):
                names[head[one["from_id"]]] = regions[head[one["to_id"]]]["value"] or ""
    return groups, said, done


def _record(
    head: dict[str, Any], members: list[dict[str, Any]], speaker: str | None, actor: str | None
) -> dict[str, Any]:
    spans = [[one["start"], one["end"]] for one in members]
    if head["label"] == "Speaker":
        return {"name": head["value"], "mentions": spans}
    if head["label"] == "Quote":
        return {"content": spans, "kind": head["kind"], "speaker": speaker}
    record = {"start": head["start"], "end": head["end"], "value": head["value"], "speaker": speaker}
    return record | {"actor": actor} if head["label"] == "Act" else record
