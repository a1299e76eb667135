"""What whole paragraphs look like in each section: datelines, bylines, boilerplate headings, footers.

The rules are tried at the beginning of a paragraph (`RuleTable.match`), never inside one.

>>> DATELINES.match("PARIS, May 3, 2024 – Acme today bought Bolt.")[1][0]
'PARIS, May 3, 2024 – '
"""

from __future__ import annotations

from factx import lexicon
from factx.rules import Rule, RuleTable

__all__ = ["BOILERPLATE", "BYLINES", "DATED", "DATELINES", "FIRST_DATELINES", "FOOTERS", "LEGAL"]

CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’']*+(?:-[A-ZÀ-Þ.’']++)*+"
TITLE_CASE = r"[A-ZÀ-Þ][\w.’']*+(?:-\w[\w.’']*+)*+"
PLACE = rf"(?:{CAPITALS}(?:\ (?:{CAPITALS}|de|la|of|on)){{0,4}}|{TITLE_CASE}(?:\ {TITLE_CASE}){{0,3}})"
MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*+\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = rf"(?:{MONTH}\ {DAY}(?:,?\ \d{{4}})?|{DAY}\ {MONTH}(?:,?\ \d{{4}})?|\d{{4}}-\d\d-\d\d)"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\ )?"
AGENCY = r"(?:\s?(?:[-–—]{1,2}\s?)?\([A-Z][\w&.,\ -]{1,30}\)|\s?/[A-Z\d][\w.\ -]{2,30}/)"
DASH = r"\s?(?:--?|[–—])\s?"
CLOCK = r"(?:(?:,|\ [@|]|\ at)?\ \d{1,2}:\d\d(?:\ ?[AaPp]\.?[Mm]\.?)?(?:\ [A-Z][\w/]{1,15}){0,2})?"

PLACES = frozenset(row[0] for row in lexicon.rows("places.tsv") if row[1] in ("city", "phrase", "country"))

DATELINES = RuleTable(
    "datelines",
    r"\A",
    [
        Rule(
            "place and date",
            rf"{PLACE}(?:,\ {PLACE}){{0,2}}?,?\s?[(–—-]{{0,2}}\s?{WEEKDAY}{DATE}\)?{AGENCY}{{0,2}}{DASH}",
            examples=(
                "SUNNY BAY, Fla., January 9, 2025 — Acme today",
                "Paris (May 3, 2024) - Acme",
                "OSLO, 3 May 2024 – Acme",
            ),
            counter_examples=("Paris on May 3 was quiet", "In May 2024 - a warm month - sales rose."),
        ),
        Rule(
            "two places and date",
            rf"{PLACE}(?:,\ {PLACE})?(?:,?\ (?:and|&)\ |\ ?/\ ?|,\ ){PLACE}(?:,\ {PLACE})?,?\s?[(–—-]{{0,2}}\s?{WEEKDAY}{DATE}\)?{AGENCY}{{0,2}}{DASH}",
            examples=(
                "LEEDS, England and SUNNY BAY, Fla., Oct. 21, 2024 (NEWS WIRE) -- Acme",
                "PARIS and BERN – May 3, 2024 – Acme",
            ),
            counter_examples=("Acme and Bolt on May 3, 2024 - a Friday - said",),
        ),
        Rule(
            "place, agency and date",
            rf"""{PLACE}(?:,\ {PLACE}){{0,2}}
              (?: (?:{AGENCY}|\s?(?:[-–—]|/)\s?[A-Z][\w.\ ]{{2,30}}?\s?(?:[-–—]|/))\s?(?:--?\s?)?{WEEKDAY}{DATE}{CLOCK}\s?
                | --\([A-Z][\w.\ ]{{2,30}}?\ [-–—]\ {WEEKDAY}{DATE}\)\s?) (?:--?|[–—]|/)\s?""",
            examples=(
                "Sunny Bay, Fla. (Newsday.example) Thursday Sep 26, 2024 @ 7:00 AM US/Central — Acme",
                "HANOI, VIETNAM - City Newswire - 12 August 2026 - Acme",
                "BERN, NE / CITY Newswire / May 5, 2025 / Acme",
                "Bern, Ontario--(Newsday Corp. - June 5, 2025) - Acme",
                "BERN--(NEWS WIRE)--Aug. 21, 2012--Acme",
            ),
            counter_examples=(
                "Acme (NYSE: ACM) May 3, 2024 - a Friday",
                "Acme and Bolt (the Group) met on May 3, 2024 -",
            ),
        ),
        Rule(
            "place and agency",
            rf"{PLACE}(?:,\ {PLACE}){{0,2}}{AGENCY}{{1,2}}{DASH}?(?=[A-Z“\"‘'\d])",
            examples=("LONDON (Wire) — Shares", "BERN, NE -- (NEWS WIRE) -- Acme"),
            counter_examples=("Acme (NYSE: ACM) – shares rose", "the Board (the Committee) — said"),
        ),
        Rule(
            "place in capitals",
            rf"{CAPITALS}(?:\ (?:{CAPITALS}|de|la|of)){{0,3}}(?:,\ {PLACE}){{0,2}}{DASH}(?=[A-Z“\"‘'])",
            examples=("NEW YORK--Acme is", "GENEVA, Switzerland – A panel"),
            counter_examples=("IBM-made chips", "Acme – the maker of gears – fell"),
        ),
        Rule(
            "place, date and colon",
            rf"{PLACE}(?:,\ {PLACE}){{0,2}}?,\ {WEEKDAY}{DATE}:\s?(?=[A-Z])",
            examples=("Mumbai, 3 May 2024: Acme",),
            counter_examples=("Contact, 3 May 2024: none",),
        ),
        Rule(
            "date alone",
            rf"{WEEKDAY}{DATE}{DASH}(?=[A-Z“\"‘'])",
            examples=("October 9, 2012 – Acme today", "9 October 2012 -- Acme"),
            counter_examples=("May 3 - 5 was busy",),
        ),
    ],
)

FIRST_DATELINES = RuleTable(
    "datelines of a first paragraph",
    r"\A",
    [
        Rule(
            "place and dash",
            rf"{PLACE}(?:,\ {PLACE})?\ ?[–—]\ (?=[A-Z“\"‘'])",
            examples=("London — British firms", "Port Louis, Mauritius – The bank"),
            counter_examples=("Acme – the maker of gears – fell", "Nobody said – “no”"),
        ),
        Rule(
            "known place and colon",
            r"(?i:\L<places>)(?:,\ \w[\w\ ]{1,25}){0,2}\ ?:\ (?=[A-Z“\"‘'])",
            examples=("Mumbai: Software maker Acme", "NEW DELHI: The board", "Boston, MA, United States: Getting"),
            counter_examples=("Highlights: Sales rose", "Acme: The maker of gears fell"),
            lists={"places": sorted(PLACES)},
        ),
    ],
)
"""Too weak for any other paragraph than the first of the body."""

NAME = rf"{TITLE_CASE}(?:\ (?:{TITLE_CASE}|de|la|van|von|der|bin|al)){{0,4}}"

BYLINES = RuleTable(
    "bylines",
    r"\A",
    [
        Rule(
            "by name",
            rf"(?i:(?:(?:posted|written|words|reported|edited)\ )?by|from):?\ {NAME}"
            rf"(?:(?:,\ |\ and\ |,\ and\ |\ in\ |\ \|\ |/){NAME}){{0,5}}\s*$",
            examples=("By Ann Lee", "by Ann Lee and Bo Ray", "By Ann Lee, Daily Bolt"),
            counter_examples=("By then it was late.", "By Friday the company had sold all of it."),
        ),
        Rule(
            "for release",
            r"(?i:(?:for\ (?:immediate\ )?release|press\ (?:release|information)|news\ release)(?:\s?[:,–—-].{0,60})?|exhibit\ [\d(].{0,30})$",
            examples=("For Immediate Release: November 22, 2024", "PRESS RELEASE", "Exhibit 99.1"),
            counter_examples=("For release of the hostages, it paid.", "The press release said no."),
        ),
        Rule(
            "name in capitals",
            rf"{CAPITALS}(?:\ {CAPITALS}){{1,3}}$",
            examples=("ANN LEE",),
            counter_examples=("ACME TO BUY BOLT IN ALL-CASH DEAL TODAY", "ANN LEE SAYS no"),
        ),
        Rule(
            "mail address",
            r"[\w.+-]++@[\w.-]++$",
            examples=("ann@acme.example",),
            counter_examples=("write to ann@acme.example",),
        ),
        Rule(
            "date of publication",
            r"(?i:(?:last\ )?(?:updated?|published|posted|released?|issued|date)(?:\ (?:on|at))?\s?:?)\s(?=.{0,40}\d).{4,50}$",
            examples=("Updated: January 16, 2020", "Published on 3 May 2024, 10:04"),
            counter_examples=(
                "Updated figures are due.",
                "Published 4 May 2024 in the journal of the society of gears and cogs, it said.",
            ),
        ),
        Rule(
            "bare date",
            rf"(?i:by|on)?\ ?{WEEKDAY}{DATE}(?:,?\s+(?:at\ )?\d{{1,2}}[:.]\d\d.{{0,12}})?$",
            examples=("January 30, 2023", "By October 9, 2012", "Friday 3 May 2024 10:30 GMT"),
            counter_examples=("May 3, 2024 was a Friday",),
        ),
    ],
)
DATED = frozenset({"bare date", "date of publication", "for release"})
"""Bylines that can also be the very first paragraph."""

BOILERPLATE = RuleTable(
    "boilerplate headings",
    r"\A",
    [
        Rule(
            "about the company",
            r"(?:About|ABOUT)\ (?i:the\ )?(?:[A-ZÀ-Þ]|\d[A-Z])[\w&.’',()\ -]{0,90}(?<![a-z]{4}\.):?$ | (?i:about\ (?:us|the\ (?:company|group)):?$)",
            examples=("About Acme", "ABOUT ACME GEARS, INC.", "About the company"),
            counter_examples=(
                "About 30 people came.",
                "About Acme there is little to say, and it said so itself yesterday.",
            ),
        ),
        Rule(
            "legal heading",
            r"""(?i:(?:cautionary|special)\ (?:statement|note)|(?:notes?|statements?)\ (?:regarding|on|about|concerning)\ forward
              |(?:caution|disclosure)\ (?:regarding|about|concerning|notice)|forward[-‐ ]looking\ (?:statement|information)
              |safe[- ]harbou?r|notes?\ (?:to|for)\ editors
              |(?:important\ )?(?:legal\ )?(?:notice|disclaimer)s?:?$|(?:important\ )?legal\ (?:notice|information)|disclaimer
              |(?:use\ of\ )?non-(?:gaap|ifrs)\ |basis\ of\ (?:presentation|preparation)|trademarks?:?$
              |(?:additional|important)\ information\ (?:and\ where|for|about|regarding))[^.!?]{0,110}$""",
            examples=(
                "Cautionary Statement Regarding Forward-Looking Statements",
                "Forward-looking statements",
                "Notes to editors:",
            ),
            counter_examples=(
                "Forward-looking statements were made by the minister. He said so.",
                "Notes and coins fell.",
            ),
        ),
    ],
)

LEGAL = RuleTable(
    "legal text",
    r"\A",
    [
        Rule(
            "safe harbour",
            r"""(?i:[^.!?]{0,80}?\bsafe\ harbou?r\b
              | .{0,60}?\b(?:press\ release|news\ release|announcement|document|report|communication|statement)s?\ [^.]{0,40}?forward[-‐ ]looking
              | (?:certain|some|these|all)\ (?:of\ the\ )?(?:statements|information)\ [^.]{0,80}?forward[-‐ ]looking)""",
            examples=(
                "This press release may contain forward-looking statements within",
                "SAFE HARBOR STATEMENT UNDER THE ACT: All",
            ),
            counter_examples=("The harbour is safe.", "“We are forward-looking,” he said."),
        ),
        Rule(
            "no offer",
            r"(?i:this\ (?:press\ |news\ )?(?:release|announcement|document|communication)\ (?:does\ not\ constitute|is\ (?:not\ an\ offer|for\ information)))",
            examples=(
                "THIS PRESS RELEASE DOES NOT CONSTITUTE AN OFFER TO PURCHASE",
                "This announcement is for information only",
            ),
            counter_examples=("This announcement is good news.",),
        ),
    ],
)

CONTACT = r"(?:media|press|investors?|analysts?|news)(?:\ (?:and|&)\ \w+)?(?:\ (?:relations|contacts?|enquir\w+|inquir\w+|office|queries))*"

FOOTERS = RuleTable(
    "footers",
    r"\A",
    [
        Rule(
            "end mark",
            r"(?:\#\ ?){2,5}$ | [-–—*\s]{0,4}(?i:ends?|30)[-–—*\s]{0,4}$",
            examples=("# # #", "-ENDS-", "ends"),
            counter_examples=("Ends meet.", "#1 in gears"),
        ),
        Rule(
            "blog furniture",
            r"""(?i:posted\ (?:by|in|on|under)\s?: | post\ ?tags?\s?: | (?:tags|topics)\s?: | filed\ under\b | categor(?:y|ies)\s?:
              | (?:post|leave|add)\ a\ (?:comment|reply)
              | no\ (?:trackbacks|comments)\b | \d+\ comments?$ | loading\ .{0,30}comments
              | share\ (?:this|on|via)\b | (?:read|see)\ (?:more|also|next)\s?: | read\ more$
              | related\ (?:articles|stories|links|posts|topics|content)\b | about\ the\ authors?\b | subscribe\b[^.]{0,60}$
              | sign\ up\ (?:for|to)\b[^.]{0,60}$ | follow\ us\b[^.]{0,60}$
              | advertisement$ | view\ (?:source|original)\b | (?:next|previous)\ (?:post|article)\b | back\ to\ top$ | print\ this\b)""",
            examples=("Posted by: Jo", "Post a Comment", "Related Stories", "Follow us on the web"),
            counter_examples=(
                "Posted by analysts, the figures surprised.",
                "Read more books, she said.",
                "Follow us if you can, he shouted.",
            ),
        ),
        Rule(
            "copyright",
            r"(?i:(?:copyright\b|©|\(c\)\ ?\d).{0,120}$ | all\ rights\ reserved\b | \(?(?:additional\ )?(?:reporting|editing|writing)\ by\b.{0,160}$)",
            examples=("© Wire 2020", "Copyright 2024 Acme", "Reporting by Ann Lee; editing by Bo Ray"),
            counter_examples=(
                "Copyrighted works fell.",
                "Reporting by segment begins next year, the company's chief financial officer told analysts on a call, "
                "adding that the change would not alter any of the figures that it had given before, and nor would it cost anything.",
            ),
        ),
        Rule(
            "contact block",
            rf"""(?i:(?:for\ )?{CONTACT}\s?:?\s?$ | {CONTACT}\s?:\s.{{0,80}}$ | contacts?\s?:.{{0,80}}$ | contacts?$
              | (?:for\ )?(?:more|further|additional)\ information\s?:?$
              | for\ (?:more|further|additional)\ (?:information|details),?\ (?:please\ )?(?:contact|visit|call|see|go)\b | source\s?:\s[^.]{{1,60}}$)""",
            examples=(
                "Media contact:",
                "Press Contacts",
                "Contact: Ann Lee",
                "For more information, please contact:",
                "SOURCE: Acme Gears",
            ),
            counter_examples=("Contact with the ship was lost.", "Press freedom fell.", "Media reports differ."),
        ),
    ],
)
