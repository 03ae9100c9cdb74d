"""French dates, hours, years and centuries."""

from __future__ import annotations

import re

from voices.pronunciation import figures
from voices.pronunciation.french_numbers import FIGURES, whole
from voices.pronunciation.rules import Match, Rule, any_of, first_words

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
SHORT_MONTHS = {
    "janv": 1, "jan": 1, "févr": 2, "fév": 2, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10,
    "nov": 11, "déc": 12, "dec": 12,
}  # fmt: skip
WRITTEN_MONTHS = (*MONTHS, "fevrier", "aout", "decembre")
_MONTH = any_of(WRITTEN_MONTHS)
_MONTH_NAME = any_of(
    {spelt for month in WRITTEN_MONTHS for spelt in (month, month.capitalize(), month.upper())}
)
_YEAR = r"(?:1[0-9]|20|21)\d\d"


def day(number: int) -> str:
    """A day of the month: the first is `premier`."""
    return "premier" if number == 1 else whole(number)


def _date(match: Match) -> str:
    """`28/06/2024` -> vingt-huit juin deux mille vingt-quatre; as printed where it is no date."""
    number, month, year = int(match["day"]), int(match["month"]), match["year"]
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return match[0]
    return f"{day(number)} {MONTHS[month - 1]} {figures.plain(year, 'fr')}"


def _day_and_month(match: Match) -> str:
    number, month = int(match["day"]), int(match["month"])
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return match[0]
    return f"{day(number)} {MONTHS[month - 1]}"


def _first_of_month(match: Match) -> str:
    """`1er/06/2024` -> premier juin deux mille vingt-quatre."""
    year = f" {figures.plain(match['year'], 'fr')}" if match["year"] else ""
    return f"premier {MONTHS[int(match['month']) - 1]}{year}"


def _day_and_month_alone(match: Match) -> str:
    """`01/01`, `31/12`: no fraction is written so."""
    number, month = match["day"] or match["late"], match["month"] or match["end"]
    return f"{day(int(number))} {MONTHS[int(month) - 1]}"


def _named_month(match: Match) -> str:
    """`1er juin`, `07 mars`, `7 MARS`: the day, with the month as printed after it."""
    return day(int(match["day"])) + " "


def _days_of_month(match: Match) -> str:
    """`4-11-18 août` -> quatre, onze, dix-huit août."""
    days = [day(int(found)) for found in re.findall(r"\d+", match["days"])]
    joined = f"{days[0]} à {days[1]}" if len(days) == 2 and "-" in match["days"] else ", ".join(days)
    return joined + " "


def _short_month(match: Match) -> str:
    return f"{match['before']}{MONTHS[SHORT_MONTHS[match['month'].lower()] - 1]} "


def _hour(match: Match) -> str:
    """`14h30` -> quatorze heures trente; `1 h` -> une heure; `00h00` -> zéro heure."""
    return _said_hour(match["hours"], match["minutes"])


def _hour_range(match: Match) -> str:
    """`8h-12h` -> huit heures à douze heures."""
    return f"{_said_hour(match['from_h'], match['from_m'])} à {_said_hour(match['to_h'], match['to_m'])}"


def _said_hour(hours: str, minutes: str | None) -> str:
    number = int(hours)
    said = f"{whole(number, feminine=True)} heure{'s' if number >= 2 else ''}"
    return f"{said} {whole(int(minutes), feminine=True)}" if minutes and int(minutes) else said


def _around_the_clock(match: Match) -> str:
    """`24h/24` -> vingt-quatre heures sur vingt-quatre; `7j/7` -> sept jours sur sept."""
    count = int(match["count"])
    unit = {"h": "heures", "j": "jours"}[match["unit"][0].lower()]
    return f"{whole(count)} {unit} sur {whole(int(match['out_of']))}"


def _always(match: Match) -> str:
    """`24/7`, `7/7`, `24/24`."""
    first, last = re.findall(r"\d+", match["both"])
    hours, days = "vingt-quatre heures sur vingt-quatre", "sept jours sur sept"
    return f"{hours} et {days}" if first != last else hours if first == "24" else days


def _minutes_and_seconds(match: Match) -> str:
    """`5'30` -> cinq minutes trente; `38'42''` -> trente-huit minutes quarante-deux secondes."""
    said = f"{_count(match['minutes'], 'minute')} "
    marked = match["mark"]
    rest = f" {figures.plain(match['rest'], 'fr')}" if match["rest"] else ""
    return (
        said + (_count(match["seconds"], "seconde") if marked else whole(int(match["seconds"]), True)) + rest
    )


def _duration(match: Match) -> str:
    """`2h41'05''` -> deux heures quarante et une minutes cinq secondes."""
    named = (("hours", "heure"), ("minutes", "minute"), ("seconds", "seconde"))
    return " ".join(_count(match[group], name) for group, name in named)


def _seconds(match: Match) -> str:
    """`10''87` -> dix secondes quatre-vingt-sept."""
    rest = f" {figures.plain(match['rest'], 'fr')}" if match["rest"] else ""
    return _count(match["seconds"], "seconde") + rest


def _count(figures_written: str, name: str) -> str:
    number = int(figures_written)
    return f"{whole(number, True)} {name}{'s' if number >= 2 else ''}"


def _years(match: Match) -> str:
    """`2023-2024`, `2023/24`: two school years in a row are said in a row, a longer span with `à`."""
    first, last = match["first"], match["last"]
    full = int(last) if len(last) == 4 else int(first[:2] + last)
    said = whole(int(last)) if len(last) == 4 else figures.plain(last, "fr")
    joint = " " if full == int(first) + 1 else " à "
    return f"{whole(int(first))}{joint}{said}"


def _war(match: Match) -> str:
    """`14-18` -> quatorze dix-huit."""
    return f"{whole(int(match['first']))} {whole(int(match['last']))}"


def _decade(match: Match) -> str:
    return f"{match['before']} {figures.plain(match['decade'], 'fr')}"


_SHORT_DAYS = {
    "lun": "lundi", "mar": "mardi", "mer": "mercredi", "jeu": "jeudi", "ven": "vendredi", "sam": "samedi",
    "dim": "dimanche",
}  # fmt: skip


def _days_of_week(match: Match) -> str:
    """`lun., mar. et jeu.` -> lundi, mardi et jeudi; `lun-ven` -> lundi à vendredi."""
    said = re.sub(
        r"([^\W\d_]{3})\.?(?![^\W\d_])", lambda day: _SHORT_DAYS.get(day[1].lower(), day[0]), match[0]
    )
    return re.sub(r" ?[-–] ?", " à ", said)


def rules() -> tuple[Rule, ...]:
    """Rules for dates and hours, in order."""
    number = r"(?P<day>0?[1-9]|[12]\d|3[01])"
    month = r"(?P<month>0?[1-9]|1[0-2])"
    months_short = any_of(
        {spelt for short in SHORT_MONTHS for spelt in (short, short.capitalize(), short.upper())}
    )
    h, mm = r"(?:[01]?\d|2[0-4])", r"[0-5]\d"
    sign = r" ?[hH] ?"
    short_day = rf"(?:{any_of({spelt for short in _SHORT_DAYS for spelt in (short, short.capitalize())})})"
    return (
        Rule(
            "days of a month",
            re.compile(rf"(?<![\w/-])(?P<days>\d{{1,2}}(?: ?- ?\d{{1,2}}){{1,6}}) (?={_MONTH_NAME}\b)"),
            _days_of_month,
            FIGURES,
            first_words(WRITTEN_MONTHS),
        ),
        Rule(
            "first of a month",
            re.compile(r"(?<!\w)1er/(?P<month>0?[1-9]|1[0-2])(?:/(?P<year>\d{4}|\d\d))?(?![\w/])"),
            _first_of_month,
            "/",
        ),
        Rule(
            "days of the week",
            re.compile(
                rf"(?=[lmjvsdLMJVSD])(?<!\w){short_day}\.?"
                rf"(?:(?:, ?| ?[-–/&] ?| et | au | à ){short_day}(?!\w)\.?){{1,6}}(?!\w)"
            ),
            _days_of_week,
            words=first_words(_SHORT_DAYS),
        ),
        Rule(
            "ISO date",
            re.compile(
                rf"(?<![\w/.-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-"
                r"(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
            ),
            _date,
            "-",
        ),
        Rule(
            "date",
            re.compile(
                rf"(?<![\w/.-]){number}(?P<mark>[/.-]){month}(?P=mark)"
                rf"(?P<year>{_YEAR}|\d\d)(?![\w/]|-[a-z]|\.\d)"
            ),
            _date,
            "/.-",
        ),
        Rule(
            "day and month",
            re.compile(rf"(?:(?<=\b[lL]e )|(?<=\b[dDaA]u )){number}/(?P<month>0[1-9]|1[0-2])(?![\w/])"),
            _day_and_month,
            "/",
        ),
        Rule(
            "month and year",
            re.compile(r"(?<![\w/.,-])(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d)"),
            lambda match: f"{MONTHS[int(match['month']) - 1]} {whole(int(match['year']))}",
            "/",
        ),
        Rule(
            "day and month alone",
            re.compile(
                rf"(?<![\w/.,-])(?:{number}/(?P<month>0[1-9])|(?P<late>1[3-9]|2\d|3[01])/(?P<end>1[0-2]))(?![\w/-]|[.,]\d)"
            ),
            _day_and_month_alone,
            "/",
        ),
        Rule(
            "years",
            re.compile(
                r"(?<![\w/.-])(?P<first>(?:19|20)\d\d) ?[-–/] ?"
                r"(?P<last>(?:19|20)\d\d|\d\d)(?![\w/-]|[.,]\d)"
            ),
            _years,
            FIGURES,
        ),
        Rule("war", re.compile(r"(?<![\w/.-])(?P<first>14|39)-(?P<last>18|45)(?![\w/-]| ans)"), _war, "-"),
        Rule(
            "short month",
            re.compile(
                r"(?P<before>(?<!\w)(?:\d\d?|1er) ?)"
                rf"(?P<month>{months_short})(?:\.|(?!\w))(?! ?\w*[a-z]\()"
            ),
            _short_month,
            FIGURES,
            first_words(SHORT_MONTHS),
        ),
        Rule(
            "day before a month",
            re.compile(
                r"(?<![\w/,.])(?:[-–]|(?<=[ldLD][ue] )[-–] )?"
                rf"(?P<day>\d{{1,2}})(?: ?[eE][rR])? ?(?={_MONTH_NAME}\b)"
            ),
            _named_month,
            FIGURES,
            first_words(WRITTEN_MONTHS),
        ),
        Rule(
            "around the clock",
            re.compile(
                r"(?<!\w)(?P<count>24|7) ?(?P<unit>h(?:eures)?|H|j(?:ours)?|J) ?(?:/|sur) ?"
                r"(?P<out_of>24|7)(?: ?(?:h|H|j|J)(?!\w))?(?!\d)"
            ),
            _around_the_clock,
            "hHjJ",
        ),
        Rule(
            "around the clock without units",
            re.compile(r"(?<![\w/.,-])(?P<both>24 ?/ ?7|24 ?/ ?24|7 ?/ ?7)(?![\w/-]|[.,]\d)"),
            _always,
            "/",
        ),
        Rule(
            "duration",
            re.compile(
                rf"(?<![\w.,])(?P<hours>\d{{1,2}}) ?[hH] ?(?P<minutes>{mm}) ?(?:'|min|mn) ?(?P<seconds>{mm})"
                r" ?(?:''|s(?:ec)?\b\.?)?(?!\w)"
            ),
            _duration,
            "hH",
        ),
        Rule(
            "seconds",
            re.compile(r"(?<![\w.,'])(?P<seconds>\d{1,2})''(?P<rest>\d\d?)?(?!\w)"),
            _seconds,
            "'",
        ),
        Rule(
            "minutes",
            re.compile(r"(?<!\w)(?P<count>\d{1,3}) ?'(?= |$|[.,;:)])"),
            lambda match: _count(match["count"], "minute"),
            "'",
        ),
        Rule(
            "hour range",
            re.compile(
                rf"(?<![\w/.,-])(?P<from_h>{h})(?:{sign}(?P<from_m>{mm})? ?[-–/>]|[-–]) ?"
                rf"(?P<to_h>{h}){sign}(?P<to_m>{mm})?(?!\w)"
            ),
            _hour_range,
            "hH",
        ),
        Rule(
            "hour",
            re.compile(
                rf"(?<![\w/.,])(?P<hours>\d{{1,3}}){sign}"
                rf"(?P<minutes>{mm})?(?: ?(?:min|mn)\b\.?|h(?!\w))?(?![\w/]|'\w)"
            ),
            _hour,
            "hH",
        ),
        Rule(
            "clock with seconds",
            re.compile(rf"(?<![\w/.,:])(?P<hours>{h}):(?P<minutes>{mm}):(?P<seconds>{mm})(?![\w:])"),
            _duration,
            ":",
        ),
        Rule(
            "clock",
            re.compile(rf"(?<![\w/.,:])(?P<hours>{h}) ?: ?(?P<minutes>{mm})(?![\w:])"),
            _hour,
            ":",
        ),
        Rule(
            "stopwatch",
            re.compile(
                rf"(?<!\w)(?P<minutes>\d{{1,2}}) ?'(?P<seconds>{mm})(?:(?P<mark>'')(?P<rest>\d\d?)?)?(?!\w)"
            ),
            _minutes_and_seconds,
            "'",
        ),
        Rule(
            "decade",
            re.compile(r"(?P<before>\b[aA]nnées) '?(?P<decade>\d\d)(?!\w)"),
            _decade,
            FIGURES,
            first_words(["années"]),
        ),
    )
