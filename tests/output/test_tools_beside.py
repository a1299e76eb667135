"""What is written for other tools, from the example statements, is read back by their own readers or by their rules."""

from __future__ import annotations

import copy
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from process import STATEMENTS

import factx
from factx.output.brat import CONFIGURATION as BRAT
from factx.output.label_studio import CONFIGURATION as LABEL_STUDIO
from factx.output.label_studio import from_label_studio, to_label_studio
from factx.output.labels import LABELS, marked

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of rdflib, by its own parser

ASTRAL = "“It is \U0001f600 great,” said Ann Lee, who paid $5 million \U0001f680 in 2023.\r\n“And\nso on,” she added."
ACTS = "Bolt plc apologised for the delay and withdrew its guidance for 2024. “We are sorry,” said Ann Lee of Bolt. Tom Reid raised its outlook."
TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in STATEMENTS} | {
    "astral": ASTRAL,
    "empty": "",
    "acts": ACTS,
}


@pytest.fixture(scope="module", params=TEXTS)
def facts(request: pytest.FixtureRequest) -> factx.Facts:
    return factx.extract(factx.Article(text=TEXTS[request.param], source=f"https://press.example/{request.param}"))


# ---------------------------------------------------------------- JSON-LD

BROADER = {
    "NewsArticle": "CreativeWork",
    "Quotation": "CreativeWork",
    "Claim": "CreativeWork",
    "Corporation": "Organization",
    "CommunicateAction": "Action",
}
SCHEMA = "https://schema.org/"


def terms() -> dict[str, tuple[set[str], set[str]]]:
    lines = (Path(__file__).parent / "schema_org.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {name: (set(owners.split()), set(values.split())) for name, owners, values in rows}


def is_a(kind: str, wanted: set[str]) -> bool:
    return "Thing" in wanted or bool({kind, BROADER.get(kind, kind)} & wanted)


def test_json_ld_uses_the_words_of_schema_org_as_they_are_meant(facts: factx.Facts) -> None:
    rdflib = pytest.importorskip("rdflib")
    document = json.loads(json.dumps(facts.to_jsonld()))
    assert document["@context"] == "https://schema.org"
    document["@context"] = {"@vocab": SCHEMA, "@base": "https://press.example/"}  # nothing is fetched
    graph = rdflib.Graph().parse(data=json.dumps(document), format="json-ld")
    types = {node: str(kind).removeprefix(SCHEMA) for node, kind in graph.subject_objects(rdflib.RDF.type)}
    known = terms()
    for subject, term, value in graph:
        if term == rdflib.RDF.type:
            continue
        owners, values = known[str(term).removeprefix(SCHEMA)]
        assert is_a(types[subject], owners), (types[subject], term)
        if isinstance(value, rdflib.Literal):
            assert values == {"-"}, term
        else:
            assert is_a(types[value], values), (term, types[value])
    kinds = list(types.values())
    assert kinds.count("Quotation") == len(facts.quotes)
    assert kinds.count("Claim") == len(facts.money) + len(facts.numbers)
    assert kinds.count("MonetaryAmount") == len(facts.money)
    assert kinds.count("CommunicateAction") == len(facts.acts)
    assert kinds.count("NewsArticle") == 1


def test_json_ld_says_who_and_how_much() -> None:
    facts = factx.extract("“We sold vans for over $5.5 million in 2023,” said Ann Lee, head of sales at Bolt plc.")
    document = facts.to_jsonld()
    quotation, claim = document["hasPart"]
    people = {one["@id"]: one for one in document["mentions"]}
    assert people[quotation["creator"]["@id"]]["name"] == people[claim["author"]["@id"]]["name"] == "Ann Lee"
    assert people[quotation["creator"]["@id"]]["jobTitle"] == "head of sales"
    assert claim["about"][0]["minValue"] == 5_500_000
    assert claim["isPartOf"] == {"@id": "#q1"}


# ---------------------------------------------------------------- Web Annotation


def test_web_annotations_lead_back_to_their_words(facts: factx.Facts) -> None:
    page = json.loads(json.dumps(facts.to_web_annotations()))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len(page["items"]) == len(marked(facts))
    text = facts.article.text
    ids = set()
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["target"]["source"] == facts.article.source
        position, quote = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert item["body"][0]["purpose"] == "tagging"
        ids.add(item["id"])
    assert len(ids) == len(page["items"])


def test_web_annotations_are_linked_data(facts: factx.Facts) -> None:
    rdflib = pytest.importorskip("rdflib")
    page = facts.to_web_annotations()
    oa = "http://www.w3.org/ns/oa#"
    page["@context"] = {"@vocab": oa, "id": "@id", "type": "@type", "source": {"@id": f"{oa}hasSource", "@type": "@id"}}
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
    found = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{oa}Annotation")))
    assert len(found) == len(marked(facts))


# ---------------------------------------------------------------- Label Studio


def corrected(facts: factx.Facts) -> dict[str, Any]:
    """The task as Label Studio exports it when somebody has accepted every prediction."""
    task = json.loads(json.dumps(to_label_studio(facts)))
    return {
        "id": 1,
        "data": task["data"],
        "annotations": [{"id": 7, "was_cancelled": False, "result": task["predictions"][0]["result"]}],
    }


def test_label_studio_there_and_back(facts: factx.Facts) -> None:
    gold = from_label_studio(corrected(facts))
    assert gold["text"] == facts.article.text
    names = {speaker.id: speaker.name for speaker in facts.speakers}
    quotes = sorted(facts.quotes, key=lambda one: (one.spans[0].start, one.spans[0].end))
    assert sorted(gold["quotes"], key=lambda one: one["content"][0]) == [
        {"content": [[s.start, s.end] for s in q.spans], "kind": q.kind, "speaker": names.get(q.speaker_id or "")}
        for q in quotes
    ]
    for kind in ("money", "numbers", "dates", "acts"):
        records = getattr(facts, kind)
        assert [(one["start"], one["end"]) for one in gold[kind]] == [(r.span.start, r.span.end) for r in records]
    mentioned = {s.id for s in facts.speakers if s.mentions}
    wanted = [names[act.actor_id] if act.actor_id in mentioned else None for act in facts.acts]
    assert [one["actor"] for one in gold["acts"]] == wanted
    assert {one["name"] for one in gold["speakers"]} == {s.name for s in facts.speakers if s.mentions}
    assert sum(len(one["mentions"]) for one in gold["speakers"]) == sum(len(s.mentions) for s in facts.speakers)


def test_what_a_person_corrects_is_gold() -> None:
    facts = factx.extract("“We won £5 million,” said Ann Lee. It cost $3 million, she said.")
    task = corrected(facts)
    result = task["annotations"][0]["result"]
    wrong = next(one["id"] for one in result if one.get("value", {}).get("labels") == ["Money"])
    task["annotations"][0]["result"] = [one for one in result if wrong not in (one.get("id"), one.get("from_id"))]
    task["annotations"][0]["result"].append(
        {"id": "mine", "from_name": "label", "to_name": "text", "type": "labels", "value": {"start": 1, "end": 3, "text": "We", "labels": ["Speaker"]}}
    )  # fmt: skip
    gold = from_label_studio(task)
    assert len(gold["money"]) == len(facts.money) - 1
    assert {"name": None, "mentions": [[1, 3]]} in gold["speakers"]


def test_label_studio_takes_the_tasks(facts: factx.Facts) -> None:
    interface = pytest.importorskip("label_studio_sdk.label_interface").LabelInterface(LABEL_STUDIO)
    interface.validate()
    task = json.loads(json.dumps(to_label_studio(facts)))
    assert interface.validate_task({"data": task["data"]}) or not facts.article.text
    assert interface.validate_prediction(task["predictions"][0], return_errors=True) == []


@pytest.mark.parametrize("change", ["text", "label", "annotations"])
def test_a_task_that_does_not_fit_is_refused(change: str) -> None:
    task = copy.deepcopy(corrected(factx.extract("“We won £5 million,” said Ann Lee.")))
    if change == "text":
        task["data"]["text"] = "x" + task["data"]["text"]
    elif change == "label":
        task["annotations"][0]["result"][0]["value"]["labels"] = ["Verb"]
    else:
        task["annotations"][0]["was_cancelled"] = True
    with pytest.raises(factx.InputError):
        from_label_studio(task)


def test_the_interface_knows_every_label() -> None:
    lxml = pytest.importorskip("lxml.etree")
    root = lxml.fromstring(LABEL_STUDIO)
    assert root.xpath("//Labels/Label/@value") == list(LABELS.values())
    names = set(root.xpath("//@name"))
    used = {one.get("from_name") for one in corrected(factx.extract(TEXTS["astral"]))["annotations"][0]["result"]} - {
        None
    }
    assert used <= names
    assert set(root.xpath("//@toName")) <= names


# ---------------------------------------------------------------- brat

ENTITY = re.compile(r"T(\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)")
OTHER = re.compile(
    r"A\d+\tKind T\d+ (direct|partial|indirect)|#\d+\tAnnotatorNotes T\d+\t.+|R\d+\t(?:SaidBy|DoneBy) Arg1:T\d+ Arg2:T\d+"
)


def test_brat_reads_every_line(facts: factx.Facts) -> None:
    text, notes = facts.to_brat()
    assert text == facts.article.text
    labels: dict[str, str] = {}
    lines = notes.splitlines()
    assert len(lines) == notes.count("\n")
    for line in lines:
        entity = ENTITY.fullmatch(line)
        if entity is None:
            assert OTHER.fullmatch(line), line
            continue
        places = [tuple(map(int, place.split())) for place in entity[3].split(";")]
        assert entity[4] == " ".join(text[start:end] for start, end in places)
        assert all(b <= c for (_, b), (c, _) in pairwise(places))
        labels[f"T{entity[1]}"] = entity[2]
    assert set(labels.values()) <= set(LABELS.values())
    assert len(labels) == len([one for one in marked(facts) if one.text.strip()])
    for first, second in re.findall(r"Arg1:(T\d+) Arg2:(T\d+)", notes):
        assert labels[first] in ("Quote", "Money", "Number", "Act")
        assert labels[second] == "Speaker"
    assert all(f"\n{label}\n" in BRAT for label in LABELS.values())


def test_a_parser_of_brat_reads_the_files(facts: factx.Facts, tmp_path: Path) -> None:
    parser = pytest.importorskip("pybrat.parser").BratParser(error="raise")
    text, notes = facts.to_brat()
    for name, content in (("annotation.conf", BRAT), ("a.txt", text), ("a.ann", notes)):
        (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    (example,) = parser.parse(tmp_path)
    assert len(example.entities) == len([one for one in marked(facts) if one.text.strip()])
    assert len(example.relations) == notes.count("\nR")
