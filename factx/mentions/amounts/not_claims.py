"""What is a number and no claim: rules by what stands around a bare numeral.

Only numerals without currency, percent or unit of measure are asked. A rule matches at the numeral; what it wants
before it is a look-behind, bounded in length.
"""

from __future__ import annotations

from factx.mentions.amounts.identifiers import IDENTIFIERS, NUMBER, words
from factx.rules import Rule, RuleTable

__all__ = ["NOT_CLAIMS"]

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)"
)
SECTION_WORD = (
    r"(?:[Ss]ections?|§{1,2}|[Aa]rticles?|[Cc]hapters?|[Pp]ages?|[Pp]p?\.|[Ff]igures?|[Ff]ig\.|[Tt]ables?|"
    r"[Nn]otes?|[Ff]ootnotes?|[Aa]ppendix|[Ee]xhibits?|[Aa]nnex|[Ss]chedules?|[Rr]ules?|[Pp]aragraphs?|"
    r"[Pp]aras?|[Cc]lauses?|[Ii]tems?|[Vv]ol(?:ume|\.)|[Pp]arts?|[Ll]ines?|[Ll]evels?|[Rr]ow|[Ss]eat|[Gg]ate|"
    r"[Rr]oom|[Ss]uite|[Uu]nit|[Ff]loor|[Tt]itle|[Ss]tep|[Pp]hase|[Ss]tage|[Tt]ype|[Cc]lass|[Cc]ategory|[Gg]rade|"
    r"[Vv]ersions?|[Ee]pisodes?|[Ss]eason|[Ll]ap|[Rr]ound|[Rr]esolution|[Ff]orm|[Rr]egulation|[Dd]irective|"
    r"[Aa]ct|[Bb]uild|[Gg]eneration|[Tt]ier|[Zz]one|[Rr]oute|[Ii]nterstate|[Hh]ighway|[Mm]otorway|"
    r"[Ff]light|[Rr]unway|[Tt]erminal|[Bb]lock|[Ll]ot|[Pp]lot|[Cc]hannel|[Pp]latform|[Ss]lide|[Qq]uestion|"
    r"[Dd]ay|[Ww]eek|[Cc]ode|[Pp]ostcode|ZIP|[Pp]in|PIN|[Cc]ase|[Dd]ocket|[Pp]atent|[Pp]roposition|[Pp]rotocol|"
    r"[Ff]ormula|[Aa]rea|[Pp]roject|[Mm]odel|[Rr]elease|Covid|COVID|[Bb]ox|[Ee]xt\.?|[Ee]xtension|[Hh]otline|"
    r"[Ll]icen[cs]e|[Ii]nvoice|[Oo]rder|[Rr]egistration|[Cc]ompany|[Gg]roup|[Cc]ohort|[Tt]eam|[Ss]tation|[Rr]eactor|"
    r"EXHIBIT|SECTION|TABLE|FIGURE|PAGE|ITEM|NOTE|APPENDIX|SCHEDULE|CHAPTER|PART|ANNEX|FORM|"
    r"[Bb]oard|[Dd]istrict|[Ww]ard|[Pp]recinct|Exit|exit|Basel|Windows|Office|iOS|Android|Euro|Horizon|Vision|"
    r"Formula)"
)  # fmt: skip


# In lower case, what the patterns above and below want beside a number; a test holds them against each other.
SECTION_WORDS = words(
    "section sections § article articles chapter chapters page pages p pp figure figures fig table tables note notes footnote "
    "footnotes appendix exhibit exhibits annex schedule schedules rule rules paragraph paragraphs para paras clause clauses "
    "item items vol volume part parts line lines level levels row seat gate room suite unit floor title step phase stage type "
    "class category grade version versions episode episodes season lap round resolution form regulation directive act build "
    "generation tier zone route interstate highway motorway flight runway terminal block lot plot channel platform slide "
    "question day week code postcode zip pin case docket patent proposition protocol formula area project model release covid "
    "box ext extension hotline license licence invoice order registration company group cohort team station reactor board "
    "district ward precinct exit basel windows office ios android euro horizon vision"
)
NOT_CLAIMS = RuleTable(
    "numbers that are no claims",
    r"[0-9]|\b(?i:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
    r"fifty|hundred|thousand|million|billion|trillion)\b",
    [
        Rule(
            "ordinal",
            NUMBER + r"(?=(?:st|nd|rd|th|ST|ND|RD|TH)\b)",
            examples=("the [10]th month",),
            counter_examples=("10 months",),
        ),
        Rule(
            "glued to letters",
            r"(?<=[A-Za-z][0-9]{0,6}+[-‐‑]|[A-Za-z])(?<!\b(?:to|or|and|sub|[Mm]inus|plus|nearly|about|over)[-‐‑])"
            + NUMBER
            + r"|"
            + NUMBER
            + r"(?=(?:[-‐‑][A-Z]|[A-Z])[A-Za-z0-9]*+)(?![-‐‑][A-Z]?[a-z]{3,})",
            examples=("the A[320] jet", "a [5]G network", "COVID-[19]"),
            counter_examples=("5 networks", "a 13-week plan"),
        ),
        Rule(
            "decimal with its point set apart",
            NUMBER + r"(?=\s\.\s[0-9])",
            examples=("up [0] . 95",),
            counter_examples=("up 95 . It fell",),
        ),
        Rule(
            "clock time",
            r"[0-9]{1,2}+(?:[:.][0-9]{2}){0,2}+(?=\s?(?:[ap]\.?m\b|[AP]\.?M\b|o['’]clock|hrs\b|GMT\b|[EPC][SD]?T\b))|"
            r"[0-9]{1,2}+(?=:[0-9]{2})|(?<=[0-9]:)[0-9]{2}(?![0-9%])",
            examples=("at [9] a.m.", "at [10]:30"),
            counter_examples=("9 amps",),
        ),
        Rule(
            "bare year",
            r"(?<!\b(?:employs?|employed|runs?|owns?|owned|operates?|operated|hired|shipped|delivered|built|planted|recruited|carries|"
            r"over|more\ than|nearly|almost|approximately)\ )"
            r"(?:1[6-9]|20)[0-9]{2}(?![0-9,.]{0,12}[0-9])(?=['’]?s\b|\)|\s{0,9}$|[-–/][0-9]{2}|[,.;:]|\s+(?!(?:[a-z]+\s)?(?:people|"
            r"staff|employees|jobs|units|shares|workers|homes|customers|cars|vehicles|stores|tonnes|tons|miles|members|"
            r"students|patients|votes|copies|points|megawatts|others|more|branches|outlets|hectares|acres|beds|rooms|"
            r"companies|firms|families|households|residents|passengers|flights|staff|soldiers|troops|police|officers|"
            r"square|cubic|calories|words|pages|products|items|deaths|cases|tests|of)\b))",
            examples=("results for [2012] were", "the [1990]s"),
            counter_examples=("2000 people", "2,012 results"),
        ),
        Rule(
            "year after a determiner or preposition",
            r"(?<=\b(?:[Pp]re|[Pp]ost|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Tt]ill|from|[Dd]uring|[Ff]or|[Tt]he|[Ii]ts|[Tt]heir|"
            r"of|and|to|early|late|mid|calendar|fiscal|FY|before|after|circa|through|throughout|[Bb]etween|model|year)[ -])(?:19|"
            r"20)[0-9]{2}(?![0-9,.]{0,12}[0-9%])(?!\s?(?:people|jobs))",
            examples=("its [2019] cars",),
            counter_examples=("has 2019 shops",),
        ),
        Rule(
            "day of a month",
            r"(?<=\b"
            + MONTH
            + r"\.?\s)[0-9]{1,2}+(?![0-9.,]{0,12}[0-9]{3})|[0-9]{1,2}+(?=\s"
            + MONTH
            + r"\b)(?!\s(?:May|March)\s[a-z])|[0-9]{1,2}+(?=[/.][0-9]{1,2}[/.][0-9]{2,4}\b)",
            examples=("on May [4]", "on [4] May"),
            counter_examples=("4 months",),
        ),
        Rule(
            "number of a section, seat, version",
            r"(?<=\b"
            + SECTION_WORD
            + r"\s(?:[A-Z]\s?|(?:No|no|Nos|nos)\.\s|number\s)?)"
            + NUMBER
            + r"(?!\s(?:percent|per\ cent|million|billion))"
            r"|(?<=\b[Pp]hase\s(?:[1-3][ab]?|I{1,3}[ab]?)\s?/\s?)[1-4](?![0-9.,])|(?<=§\s?)"
            + NUMBER
            + r"|(?<=\b(?:[Ss]ections|[Aa]rticles|[Cc]hapters|[Pp]ages|[Nn]otes|[Ii]tems|[Tt]ables|[Ff]igures|[Rr]ules)\s[0-9]{1,4}(?:,|"
            r"\sand|\sto|[-–])\s?)" + NUMBER,
            near=SECTION_WORDS,
            examples=("a Phase 1b/[2] study", "under Section [21]", "Windows [11] users", "under § [553.8]"),
            counter_examples=("21 sections",),
        ),
        Rule(
            "number of something",
            r"(?<=\b(?:[Nn]o\.?|[Nn]os\.?|[Nn]umber|NO\.|[Nn]r\.|[Rr]ank(?:ed|s)?|[Pp]lace|[Pp]osition|№)\s?\#?|\#\ ?)"
            + NUMBER,
            near=words("no nos number nr rank ranked ranks place position № #"),
            examples=("the No. [5] carrier", "ranked [3] overall", "CRD# [40417]"),
            counter_examples=("no 5 reasons", "5 numbers")[1:],
        ),
        Rule(
            "top five without a noun",
            r"(?<=\b(?:[Tt]op|[Bb]ottom|[Bb]ig|[Ff]inal|G|[Ff]ortune|Group\ of)[ -])(?:"
            + NUMBER
            + r"|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Tt]wenty)\b)(?=[.,;:)'’]|"
            r"\s(?:in|of|by|for|on|and|with|to|at|during|is|was|were|are|will|after|finish|spot|position|list)\b)",
            near=words("top bottom big final g fortune group"),
            examples=("finished in the top [10] of the table",),
            counter_examples=("the top two makers",),
        ),
        Rule(
            "list or footnote mark",
            r"(?<=(?:^|\n)[ \t]*+\(?)[0-9]{1,2}+(?=[.)]\s)|(?<=[\[])[0-9,]{1,12}+(?=\])|"
            r"(?<=\.[a-z]{2,20}\()[0-9]{1,12}+(?=[,)])|(?<=\()[0-9]{1,2}+(?=\)(?:\s[A-Za-z]|"
            r"[.,;]))|[0-9]{1,2}(?=\s?\)\s[a-z])",
            examples=("[1]. Sales rose", "as noted ([2]) the plan", "ads.register([40417], 3)"),
            counter_examples=("sold 2 cars",),
        ),
        Rule(
            "score or odds",
            r"[0-9]{1,3}+(?=[-–][0-9]{1,3}+(?:[-–][0-9]{1,3}+)*+(?:\s(?:win|victory|defeat|loss|draw|lead|up|down|"
            r"vote|decision|ahead|behind|record|on\ aggregate|thriller|triumph)\b|[.,;)]|\s(?:against|over|at|to|in|"
            r"by|with|after|on|thanks|last)\b))"
            r"|(?<=\b[0-9]{1,3}[-–])[0-9]{1,3}+(?=\s(?:win|victory|defeat|loss|draw|lead|up|down|vote|decision|ahead|"
            r"behind|record|on\ aggregate|thriller|triumph|against|over|at|to|in|by|with|after|on|thanks|last)\b|[.,;)])",
            examples=("a [3]-1 win over",),
            counter_examples=("a 3-year plan",),
        ),
        Rule(
            "rating",
            r"[0-9]{1,2}(?:\.[0-9]{1,2})?+(?=\s(?:out\sof|/)\s(?:5|10|100)(?:\.0{1,2})?+\b(?!\s[a-z]+s\b))"
            r"|(?<=[0-9]\sout\sof\s)(?:5|10|100)(?:\.0{1,2})?+\b(?!\s[a-z]+s\b)|[0-9]{1,2}(?:\.[0-9]{1,2})?+(?=(?:[ -](?:out[ -]of[ -][0-9][ -])?stars?)\b)",
            near=words("out / star stars"),
            examples=("rated [4.5] out of 5 by", "a [4]-star hotel"),
            counter_examples=("9 out of 12 people", "4 starters"),
        ),
        Rule(
            "fixed phrase",
            r"24(?=/7\b|-7\b)|(?<=24[/-])7\b|9(?=/11\b)|(?<=9/)11\b|50(?=[/-]50\b)|(?<=50[/-])50\b|20(?=/20\b)|(?<=20/)20\b|"
            r"7(?=/7\b)|(?<=\bK[-–‑])12\b|101(?=\b)(?<=[a-z]\ 101)(?=[.,:])|360(?=[- ]degrees?\b)|9(?=[ -]to[ -]5\b)|(?<=9[ -]to[ -])5\b|"
            r"(?i:one)(?=-(?:off|time|sided|stop|way|size|on)\b)",
            examples=("open [24]/7", "a [9]-to-5 job", "for K–[12] schools"),
            counter_examples=("24 shops",),
        ),
        Rule(
            "age",
            r"(?<=\b(?:[Aa]ged?|[Uu]nder[- ]|[Oo]ver[- ]|[Uu]nder-|[Oo]ver-|age\ of|ages\ of|ages|turned|turns|turning)\s)[0-9]{1,3}+(?![0-9,.]{0,12}[0-9]|"
            r"\s(?:percent|per\ cent|%|million|[a-z]+s\b))|[0-9]{1,3}+(?=[-\s]years?[-\s](?:old|of\ age)\b|-year-olds?\b|"
            r"\syo\b|[-\s](?:months?|weeks?|days?)[-\s](?:old|of\ age)\b)|(?<=\b[A-Z][\w’'-]{1,20},\s)[1-9][0-9](?=,\s|"
            r"\.\s|\sand\s[A-Z]|,?$|\swho\b|;)|(?<=\baged?\s(?:between\s)?[0-9]{1,2}\s(?:and|to)\s|\baged?\s[0-9]{1,2}[-–])[0-9]{1,3}",
            examples=("Jane Poe, [44], said", "a [35]-year-old"),
            counter_examples=("44 people",),
        ),
        Rule(
            "age of those who are counted",
            r"(?<=\b(?i:people|persons|adults|wom[ae]n|m[ae]n|males|females|children|kids|teens|singles|seniors|residents|patients|individuals|those|anyone|"
            r"everyone|girls|boys|drivers|workers|americans|users|players|students|pupils|travell?ers)\s(?:who\sare\s|aged\s)?(?i:over|under|above|"
            r"below|older\sthan|younger\sthan)\s(?:the\sage\sof\s)?)[0-9]{1,2}+(?![0-9.,%]*[0-9%])(?!\s(?:%|per\b|[a-z]+s\b))"
            r"|[56][0-9](?=\+\ (?:[a-z]+\ ){0,2}(?:living|lifestyles?|communit(?:y|ies)|homebuyers|adults|buyers|crowd)\b)"
            r"|[0-9]{2}(?=\s[Uu]nder\s[0-9]{2}\b)|(?<=\b[0-9]{2}\s(?:[\w-]+\s){0,2}[Uu]nder\s)[0-9]{2}\b(?!\s[a-z]+s\b)",
            examples=(
                "for singles over [50]",
                "children under [16] may",
                "Top [40] Under 40",
                "her 30 Under [30] prize",
                "a [55]+ active adult community",
            ),
            counter_examples=("over 50 people", "30 sold under 30 brands"),
        ),
        Rule(
            "temperature or decade name",
            r"(?<=\b(?:[Uu]nder|[Oo]ver)-)[0-9]{1,2}(?=s\b)|[0-9]{2,4}(?=['’]?s\b)",
            examples=("in his [60]s",),
            counter_examples=("21 saw it",),
        ),
        Rule(
            "number words that stand for something else",
            r"(?<=\b(?i:no|any|every|each|this|that|which|the\ other|another|the\ only|last|next|day|phase|part|chapter|"
            r"act|level|tier|formula|number|zone|volume|channel|page|plan|square|phase|type|world\ war|stage|step|"
            r"round|air\ force)\s)(?i:one|two|three)(?=\W|$)(?!\s(?:hundred|thousand|million|billion|dozen)\b)(?!\s(?:[A-Za-z]+\s){0,2}[a-z]+s\b|"
            r"(?<!(?i:one))\s(?:[A-Za-z0-9-]+\s){3,4}[a-z]+s\b)"
            r"|(?i:one)(?=\s(?:of|another|"
            r"day|thing|way|who|which|that|such|in\ particular|is|was|has|can|could|would|should|will|must|may|might|"
            r"or\ more|may|cannot|and\ (?:the\ same|all)|on\ one|by\ one|or\ the\ other|or\ another|step|hand|final|last|at|"
            r"more)\b|[.,;:!?)”\"’]|-(?!and-))|(?<=-)(?i:one)|(?<=\b(?i:a|an|the|new|bigger|better|good|great|big|small|old|"
            r"right|wrong|only|loved|whole|first|second|each|this|other|latest|current|previous)\s)(?i:one)s?\b(?!\s(?:hundred|"
            r"thousand|million|billion|percent|per))|(?i:one)(?=\s(?!hundred\b)[a-z]+(?:ed|ing)\b)",
            examples=("no [one] knew", "[one] of the four", "day [one] of it"),
            counter_examples=(
                "one proposal fell",
                "one hundred came",
                "for which two quite large phase 3 trials ran",
                "said that two US soldiers fell",
            ),
        ),
        Rule(
            "one for somebody",
            r"(?<=(?:^|[.!?:]['”\"]?)\s)One(?=\s(?!hundred|thousand|million|billion|in\b|out\b|third|quarter|half|per|hour|day|week|month|"
            r"year)[A-Za-z][\w-]*+\s[a-z])(?=[^.;]{0,60}?\b(?:said|says|has|was|is|told|hasn['’]t)\b)"
            r"|(?<=\b(?:under|[Hh]ow|[Ww]hy)\ )one(?=\s(?!in\b|hundred|million|billion)[A-Za-z])|(?i:one)(?=['’]s\b|\sor\smore\sof\b)",
            examples=(
                "fell. [One] trade expert said no",
                "all under [one] roof",
                "how [one] company does it",
                "true to [one]'s passion",
            ),
            counter_examples=("it has one roof", "One in three failed"),
        ),
        Rule(
            "version behind a name",
            r"(?<=\b(?:Web|Industry|Android|Java|Python|Bluetooth|Wi-Fi|USB|HTML|v|firmware|software)\ )[0-9]{1,2}\.[0-9]{1,2}"
            r"(?![0-9.]*\ ?(?:%|percent|million|billion|[0-9]))"
            r"|(?<=[a-z][ ][A-Z][\w-]{1,20}\ )[0-9]\.0(?![0-9.]\d|\ ?(?:%|percent|million|billion|(?!is\b|was\b|has\b)[a-z]+s\b))",
            examples=("the rise of Web [2.0]", "opened our Factory [4.0] there"),
            counter_examples=("sales of 2.0 million", "in Leeds 4.0 percent"),
        ),
        Rule(
            "list named by its length",
            r"(?<=\b(?:Inc\.?|Fortune|Forbes|Global|Deloitte|Fast|Russell|S&P|FTSE|Nikkei|CAC|DAX|Stoxx|MSCI|ASX|TSX|Hang\ Seng|Nasdaq|"
            r"NASDAQ|Wilshire|Topix|TOPIX)[- ])(?:25|30|40|50|60|100|150|200|225|250|300|350|400|500|600|1,?000|1500|2,?000|2500|3,?000|"
            r"5,?000)(?![0-9,.]*[0-9])",
            examples=("on the Inc. [5000] list", "a Global [100] firm"),
            counter_examples=("Inc. hired 5000 people",),
        ),
        Rule(
            "probability of a test",
            r"(?<=\b[pP]\ ?[<=>≤≥]\ ?)[0-9]*+\.[0-9]++",
            examples=("(p<[0.0001])", "P = [0.03]"),
            counter_examples=("up 0.03",),
        ),
        Rule(
            "scale without a number",
            r"(?:Thousand|Million|Billion|Trillion)\b(?!\ dollars?\b)|(?<=\b[Bb]ooks-A-)Million",
            examples=("[Trillion] Energy fell", "text [Billion] to us"),
            counter_examples=("a million shares",),
        ),
        Rule(
            "behind a trade mark",
            r"(?<=(?:\((?:TM|R|C|SM|tm|r)\)|[™®©℠])\s?)" + NUMBER,
            near=words("tm r c sm ™ ® © ℠"),
            examples=("StarWriter(TM) [5.2] software", "Zappo™ [7] is out"),
            counter_examples=("(TM) sold 7 pens",),
        ),
        Rule(
            "zero as an adjective",
            r"(?i:zero)(?=[ -](?i:carbon|coupon|day|emissions?|gravity|hour|interest|knowledge|party|proof|sum|tolerance|trust|turn|waste)\b"
            r"|-[a-z])|(?<=\b(?:[Nn]et|near|absolute|to|from|below|above)[ -])(?i:zero)\b",
            near=words("zero"),
            examples=("net [zero] carbon", "a [zero] tolerance rule"),
            counter_examples=("zero percent", "with zero accidents"),
        ),
        Rule(
            "number word in a name",
            r"(?<=\b(?:Project|Phase|Tier|Formula|Force|Terminal|Block|Chapter|Part|Group|Level|Channel|Category|Stage|Plan|Pillar|Unit|"
            r"Reactor|Day|Area|Grade|Type|Class|World\sWar)\s)(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b|"
            r"(?<=[a-z,;][ ]|[a-z]\s(?:the|The|of|in|at|on|for|and)\s|\b[Tt]he\s)(?:One|Two|Three|Four|Five|Six|Seven|"
            r"Eight|Nine|Ten|Eleven|Twelve|Twenty|Thirty|Forty|Fifty|Hundred|Thousand|Million|Dozen)\b(?=[ -][A-Z])",
            examples=("the [Three] Gates Dam", "Norsea Project [Two] project"),
            counter_examples=("Three dams broke",),
        ),
        Rule(
            "compound with a noun",
            r"(?:(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred)|"
            r"(?<![0-9])[0-9]{1,3}(?:,?[0-9]{3})*+)(?=[-‐‑](?!to\b|or\b|and\b|odd\b|plus\b|fold\b|(?i:one|two|three|four|five|six|seven|eight|nine|"
            r"half|hundred|thousand|million|billion)\b)[A-Za-z]{2,})",
            examples=("a [two]-man team", "a [six]-speed gearbox", "a [1,000]-word essay"),
            counter_examples=("two men",),
        ),
        *IDENTIFIERS,
    ],
)
