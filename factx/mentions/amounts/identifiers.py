"""Numbers that name a thing: telephones, addresses, files, registers, patents, laws. Part of the rules of `not_claims`."""

from __future__ import annotations

from factx.rules import Rule

__all__ = ["IDENTIFIERS", "NUMBER", "REGISTER_WORDS", "words"]

NUMBER = r"[0-9]{1,30}+(?:[.,][0-9]{1,30}+){0,9}+"
STREET = (
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Square|Sq|Place|Pl|Court|Way|Highway|"
    r"Parkway|Pkwy|Plaza|Terrace|Crescent|Quay|Row|Wall|Broadway|Floor|Wharf)"
)


def words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# In lower case, what the patterns below want beside a number; a test holds them against each other.
REGISTER_WORDS = words(
    "isbn issn iso iec ieee rfc cusip isin doi cve gaap ifrs ias fas sfas asc asu en din bs nyse nasdaq tyo tse hkex sehk hkg szse "
    "sse krx tpe twse tadawul bse passcode access conference stock box cage ein vat abn acn reg gmbh hrb utc gmt bst est ad bc sec commission file"
)

IDENTIFIERS = (
    Rule(
        "file or user name",
        r"(?<=[A-Za-z0-9]_)"
        + NUMBER
        + r"|"
        + NUMBER
        + r"(?=\.(?:pdf|docx?|xlsx?|html?|jpe?g|png|csv|zip|txt|mp[34])\b)|"
        + NUMBER
        + r"(?=_[A-Za-z0-9])",
        near=words("_ pdf doc docx xls xlsx htm html jpg jpeg png csv zip txt mp"),
        examples=("report_[12].pdf", "[204].pdf"),
        counter_examples=("12 reports",),
    ),
    Rule(
        "telephone number",
        r"(?<=\+|\(|\+[0-9 ()-]{1,16}|\([0-9]{2,4}\)[ -]?(?:[0-9]{2,4}[ -])?|(?:[Tt]el|[Tt]elephone|[Pp]hone|[Ff]ax|"
        r"[Mm]obile|[Cc]all|[Cc]ontact|[Tt]:|[Ff]:|[Pp]:)[.:]?\s?[+0-9 ()-]{0,18})[0-9]{1,5}+(?=[ )-]{1,2}+[0-9(]|"
        r"\)\s?[0-9])"
        r"|[0-9]{3}(?=[-–. ][0-9]{3}[-–. ][0-9]{4}\b)|(?<=\b[0-9]{3}[-–. ])[0-9]{3}(?=[-–. ][0-9]{4}\b)|(?<=\b[0-9]{3}[-–. ][0-9]{3}[-–. ])[0-9]{4}\b|"
        r"(?<=[+(][0-9 ()-]{6,20}[ )-])[0-9]{2,9}\b"
        r"|(?<=(?:[Tt]el|[Tt]elephone|[Pp]hone|[Ff]ax|[Mm]obile|[Cc]all)[.:]?\s?[+0-9 ()-]{0,18})[0-9]{3,12}+\b|"
        r"(?<=\+[0-9]{1,3}[-. ()0-9]{0,24})[0-9]{2,10}\b|(?<=\b[0-9]{1,4}-[0-9]{1,4}-[0-9-]{0,12})[0-9]{1,5}\b|"
        r"[0-9]{1,4}(?=-[0-9]{1,4}-[0-9]{3,5}\b)|"
        r"1(?=[-. –]8(?:00|33|44|55|66|77|88)[-. –])|(?<=\b1[-. –])8(?:00|33|44|55|66|77|88)(?=[-. –][A-Z0-9])|"
        r"[0-9]{3}(?=[-–]\ ?[0-9]{3}[-–]\ ?[0-9]{4}(?![0-9]))|[0-9]{3}(?=[-–][0-9]{4}\ (?:x|ext))|(?<=\b[0-9]{3}[-–]\ )[0-9]{3}(?=[-–][0-9]{4}\b)|"
        r"0[0-9]{2,4}(?=[ -][0-9]{3,4}[ -][0-9]{3,4}\b)|"
        r"(?<=\b0[0-9]{2,4}[ -])[0-9]{3,4}(?=[ -][0-9]{3,4}\b)"
        r"|(?<=\b0[0-9]{2,4}[ -][0-9]{3,4}[ -])[0-9]{3,4}\b",
        examples=("call +[44] 20 7946 0123", "[555]-010-4477", "at [1]-800-GEARS-99", "on [555]-010-4477Jane"),
        counter_examples=("3 to 4 calls", "10-800 seats"),
    ),
    Rule(
        "street address",
        r"[0-9]{1,5}+(?:-[0-9]{1,5}+)?+(?=,?\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.’'-]*+\s){1,3}+"
        + STREET
        + r"\b)|[0-9]{1,5}+(?=,?\s(?:[NSEW]\.?\s)?(?:[A-Z0-9][\w.’'-]*+\s){0,3}?"
        + STREET
        + r"\b[.,]?)|(?<=\b(?:[A-Z][a-z]{1,20}(?:strasse|straße|gatan|weg|laan|straat))\s)[0-9]{1,4}",
        examples=("of [12] Mill Lane", "[350] Fifth Avenue"),
        counter_examples=("12 mills in Lane County",),
    ),
    Rule(
        "postcode",
        r"(?<=\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|"
        r"UT|V[AT]|W[AIVY]|[A-Z][a-z]+,\s[A-Z]{2})\.?,?\s)[0-9]{5}(?:-[0-9]{4})?+\b|[0-9]{5}(?=\s[A-Z][a-z]+,\s(?:Germany|"
        r"France|Italy|Spain|Sweden|Finland))|(?<=\b[A-Z]{2}\s[0-9]{5}-)[0-9]{4}",
        examples=("Palo Alto, CA [94303]",),
        counter_examples=("sold 94303 cars",),
    ),
    Rule(
        "ticker, ISBN, standard, law",
        r"(?<=\b(?:ISBN|ISSN|ISO|IEC|IEEE|RFC|CUSIP|ISIN|DOI|doi|CVE|GAAP|IFRS|IAS|FAS|SFAS|ASC|ASU|EN|DIN|BS|"
        r"NYSE|NASDAQ|Nasdaq|TYO|TSE|HKEX|SEHK|HKG|SZSE|SSE|KRX|TPE|TWSE|TADAWUL|BSE|[Pp]ass[Cc]ode|[Aa]ccess\ [Cc]ode|[Cc]onference\ ID|"
        r"Stock\ [Cc]ode|P\.?O\.?\ Box|"
        r"CAGE|EIN|VAT|ABN|ACN|Reg|GmbH|HRB|UTC|GMT|BST|EST|AD|BC|SEC\ File|Commission\ File|File)(?:\s?(?:No|"
        r"no|Number|number|Code|code)\.?)?[:：\#.]?\s?(?:[A-Z]{1,4}[ -]?)?[0-9.:-]{0,12})[0-9][0-9.:,-]{0,40}+",
        near=REGISTER_WORDS,
        examples=("certified to ISO [9001]", "(HKEX: [763])", "access code: [5819]"),
        counter_examples=("9001 certificates",),
    ),
    Rule(
        "section of a law that names a thing",
        r"(?:1031|401|403|501|529|1099|1040)(?=\ (?:tax[- ](?:deferred\ )?|[Ll]ike-[Kk]ind\ )?[Ee]xchange|"
        r"\ ?\([a-z]\)|\ plans?\b|\ forms?\b)|43(?=-101\b)|[0-9]{1,2}(?=\ (?:U\.?S\.?C|C\.?F\.?R)\b)"
        r"|(?<=\b(?:U\.S\.C|C\.F\.R)\.\ (?:§{1,2}\ ?)?)[0-9.]{1,9}",
        examples=(
            "a [1031] exchange buyer",
            "a [1031] tax-deferred exchange",
            "their [401](k) plans",
            "an NI [43]-101 study",
            "under [18] U.S.C. 1595",
        ),
        counter_examples=("1031 buyers came", "18 US cities"),
    ),
    Rule(
        "patent",
        r"(?<=\b[0-9]{2}/)[0-9]{3},[0-9]{3}\b|[0-9]{1,2},[0-9]{3},[0-9]{3}(?=;\ (?:and\ )?[0-9]{1,2},[0-9]{3},[0-9]{3}\b)"
        r"|(?<=\b[0-9]{1,2},[0-9]{3},[0-9]{3};\ (?:and\ )?)[0-9]{1,2},[0-9]{3},[0-9]{3}\b",
        examples=("application 17/[860,232] for", "nos. 6,205,769; [5,956,938]; and 7"),
        counter_examples=("5,956,938 shares",),
    ),
    Rule(
        "word for a number in an address of the web",
        r"(?<=[a-z]\.)(?i:one|two|three|four|five|six|seven|eight|nine|ten)\b|(?i:one|two|three|four|five|six|seven|eight|nine|ten)(?=\.[a-z]{2,6}\b)",
        examples=("at bolt.[one]/gears", "on [Four].meme now"),
        counter_examples=("It had four. men left",),
    ),
)
