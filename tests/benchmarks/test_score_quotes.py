"""Self-tests of benchmarks/scorers/quotes.py."""

import unittest

from gold import default_folder
from scorers import quotes as sq


def doc(text, *quotes, **more):
    """A gold document; spans are given as substrings (or lists of them)."""

    def spans(v):
        return [[text.index(p), text.index(p) + len(p)] for p in ([v] if isinstance(v, str) else v or [])]

    gold = []
    for content, source, speaker, kind in quotes:
        s = spans(source)
        gold.append(
            {
                "content": spans(content),
                "source": s,
                "cue": [],
                "head": s[0] if s else None,
                "speaker": speaker,
                "kind": kind,
            }
        )
    marks, at = [], text.find('"')
    while at >= 0:
        end = text.find('"', at + 1)
        if end < 0:
            break
        marks.append([at + 1, end])
        at = text.find('"', end + 1)
    return dict({"id": "d", "text": text, "quoted": marks, "ignore": [], "quotes": gold}, **more)


def pred_of(gold):
    """The gold annotation written as a prediction."""
    return {
        "id": gold["id"],
        "quotes": [
            {"content": q["content"], "source": q["head"], "speaker": q["speaker"], "cue": None} for q in gold["quotes"]
        ],
    }


SPLIT = '"We are very glad today," said Ann Lee. "It took us three long years."'
SPLIT_PARTS = ['"We are very glad today,"', '"It took us three long years."']


class ScoreTest(unittest.TestCase):
    def assert_perfect(self, result, scopes=("quoted", "all")):
        for scope in scopes:
            for name, v in result[scope].items():
                if v.get("n", 1):
                    assert v.get("f1", v.get("acc")) == 1.0, (scope, name)

    def test_gold_against_itself(self):
        g = doc(
            SPLIT + " Bo Hart said that prices would rise soon.",
            (SPLIT_PARTS, "Ann Lee", "Ann Lee", "direct"),
            ("that prices would rise soon", "Bo Hart", "Bo Hart", "indirect"),
        )
        self.assert_perfect(sq.score([g], [pred_of(g)]))

    def test_files_against_themselves(self):
        folder = default_folder()
        if folder is None:
            self.skipTest("no gold folder")
        gold = sq.read_jsonl(folder / "quotes" / "dev.jsonl")
        self.assert_perfect(sq.score(gold, [pred_of(g) for g in gold]))

    def test_empty(self):
        g = doc(SPLIT, (SPLIT_PARTS, "Ann Lee", "Ann Lee", "direct"))
        for preds in ([], [{"id": "d", "quotes": []}]):
            r = sq.score([g], preds)
            assert r["quoted"]["lenient"]["f1"] == 0.0
            assert r["quoted"]["attributed"]["f1"] == 0.0
        empty = doc("Nothing was said.")
        r = sq.score([empty], [{"id": "d", "quotes": [{"content": [[0, 7]]}]}])
        assert r["all"]["lenient"]["p"] == 0.0
        assert sq.score([empty], [])["all"]["words"]["f1"] == 0.0

    def test_split_quote_is_free_both_ways(self):
        one = doc(SPLIT, (SPLIT_PARTS, "Ann Lee", "Ann Lee", "direct"))
        two = doc(
            SPLIT, (SPLIT_PARTS[0], "Ann Lee", "Ann Lee", "direct"), (SPLIT_PARTS[1], "Ann Lee", "Ann Lee", "direct")
        )
        self.assert_perfect(sq.score([one], [pred_of(two)]))
        self.assert_perfect(sq.score([two], [pred_of(one)]))

    def test_merging_two_speakers_is_not_free(self):
        text = '"We are very glad today," said Ann Lee. "It is bad news," said Bo Hart.'
        g = doc(
            text,
            ('"We are very glad today,"', "Ann Lee", "Ann Lee", "direct"),
            ('"It is bad news,"', "Bo Hart", "Bo Hart", "direct"),
        )
        p = pred_of(g)
        p["quotes"][0]["content"] += p["quotes"].pop()["content"]
        r = sq.score([g], [p])
        assert r["quoted"]["lenient"]["r"] < 1.0

    def test_half_of_a_split_quote_wrongly_attributed(self):
        one = doc(SPLIT, (SPLIT_PARTS, "Ann Lee", "Ann Lee", "direct"))
        two = doc(SPLIT, (SPLIT_PARTS[0], "Ann Lee", "Ann Lee", "direct"), (SPLIT_PARTS[1], None, "Bo Hart", "direct"))
        r = sq.score([one], [pred_of(two)])["quoted"]
        assert r["lenient"]["f1"] == 1.0
        assert r["attributed"]["r"] == 0.0
        assert r["attributed"]["p"] == 0.5

    def test_marks_and_edges_do_not_matter(self):
        g = doc(SPLIT, (SPLIT_PARTS[0], "Ann Lee", "Ann Lee", "direct"))
        p = pred_of(g)
        s, e = p["quotes"][0]["content"][0]
        p["quotes"][0]["content"] = [[s + 1, e - 2]]
        self.assert_perfect(sq.score([g], [p]))

    def test_thresholds(self):
        g = doc(SPLIT, (SPLIT_PARTS[1], "Ann Lee", "Ann Lee", "direct"))
        at = SPLIT.index("It took")
        p = {"id": "d", "quotes": [{"content": [[at, at + len("It took us three")]], "speaker": "Lee"}]}
        r = sq.score([g], [p])["quoted"]
        assert (r["strict"]["f1"], r["lenient"]["f1"]) == (0.0, 1.0)

    def test_indirect_is_not_charged_in_quoted_scope(self):
        text = '"We are very glad," said Ann Lee. Bo Hart said that prices would rise.'
        g = doc(text, ('"We are very glad,"', "Ann Lee", "Ann Lee", "direct"))
        p = pred_of(g)
        s = text.index("that prices")
        p["quotes"].append({"content": [[s, s + 22]], "speaker": "Bo Hart"})
        r = sq.score([g], [p])
        assert r["quoted"]["lenient"]["p"] == 1.0
        assert r["all"]["lenient"]["p"] == 0.5

    def test_sourceless_gold_is_left_out_end_to_end(self):
        g = doc(SPLIT, (SPLIT_PARTS[0], "Ann Lee", "Ann Lee", "direct"), (SPLIT_PARTS[1], None, None, "direct"))
        r = sq.score([g], [pred_of(g)])["quoted"]
        assert r["attributed"]["gold"] == 1
        assert r["attributed"]["f1"] == 1.0

    def test_ignored_region(self):
        g = doc(SPLIT, (SPLIT_PARTS[0], "Ann Lee", "Ann Lee", "direct"))
        p = pred_of(g)
        s = SPLIT.index(SPLIT_PARTS[1])
        g["ignore"] = [[s, len(SPLIT)]]
        p["quotes"].append({"content": [[s, len(SPLIT)]], "speaker": "Ann Lee"})
        self.assert_perfect(sq.score([g], [p]))

    def test_pronoun_source_and_speaker(self):
        text = 'Ann Lee left. "We are very glad today," she said.'
        g = doc(text, ('"We are very glad today,"', "she", "Ann Lee", "direct"))
        p = pred_of(g)
        p["quotes"][0]["speaker"] = None
        r = sq.score([g], [p])["quoted"]
        assert (r["source"]["acc"], r["speaker"]["acc"]) == (1.0, 0.0)
        p["quotes"][0].update(source=None, speaker="Ms. Lee")
        r = sq.score([g], [p])["quoted"]
        assert (r["source"]["acc"], r["speaker"]["acc"]) == (1.0, 1.0)

    def test_names(self):
        agree = [
            ("Donald Trump", "Trump"),
            ("Mr. Trump", "Donald J. Trump"),
            ("Donald Trump Jr.", "Trump's"),
            ("the Labor Department", "Labor Department"),
            ("Sen. Ted Cruz", "CRUZ"),
            ("Ann Lee", "Ann Lee, who runs Acme Co."),
            ("Paul Ryan", "Speaker Paul Ryan (R-Wis.)"),
        ]
        differ = [
            ("Bo Hart", "Ann Lee"),
            ("Monmouth University", "Quinnipiac University"),
            ("he", "he"),
            ("", "Lee"),
            ("Clinton campaign", "Trump campaign"),
        ]
        for a, b in agree:
            assert sq.names_agree(a, b), (a, b)
        for a, b in differ:
            assert not sq.names_agree(a, b), (a, b)
