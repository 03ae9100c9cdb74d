"""English dates, hours and years.

Days come first in figures, for the notices are French: 03/07 is the third of July.
"""

from __future__ import annotations

import re

from voices.pronunciation import figures
from voices.pronunciation.english_numbers import FIGURES, ordinal, plural
from voices.pronunciation.rules import Match, Rule, any_of

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SHORT = {month[:3]: month for month in MONTHS} | {"Sept": "September", "June": "June", "July": "July"}
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_BEFORE_A_YEAR = any_of(
    "in In since Since until Until by By year years Year of from From before Before after After"
    " early late mid during to and spring summer autumn winter end beginning January February"
    " AD March April May June July August September October November December between Between for the".split()
)


def year(written: str) -> str:
    """`1980` -> nineteen eighty; `2024` -> twenty twenty-four; two figures as a number."""
    return figures.english_year(int(written)) if len(written) == 4 else figures.plain(written, "en")


def _day_of(number: int, month: str) -> str:
    return f"the {ordinal(number)} of {month}"


def _date(match: Match) -> str:
    number, month = int(match["day"]), int(match["month"])
    if not (1 <= number <= 31 and 1 <= month <= 12):
        return match[0]
    return f"{match['the'] or 'the '}{ordinal(number)} of {MONTHS[month - 1]} {year(match['year'])}"


def _day_and_month(match: Match) -> str:
    """`10/04` -> the tenth of April, where its month is written with a zero or its day can be no month."""
    if match["month"].startswith("1") and int(match["day"]) <= 12:
        return match[0]
    return _day_of(int(match["day"]), MONTHS[int(match["month"]) - 1])


def _iso(match: Match) -> str:
    return f"{_day_of(int(match['day']), MONTHS[int(match['month']) - 1])} {year(match['year'])}"


def _named(match: Match) -> str:
    """`28 June 2024` -> the twenty-eighth of June twenty twenty-four."""
    said = f"{match['the'] or 'the '}{ordinal(int(match['day']))} of {_month(match['month'])}"
    return f"{said} {year(match['year'])}" if match["year"] else said


def _day_list(match: Match) -> str:
    """`from 5 to 7 June`: every day of the list is an ordinal."""
    return re.sub(r"\d+", lambda found: f"the {ordinal(int(found[0]))}", match["days"])


def _month_first(match: Match) -> str:
    """`June 28, 2024` -> June the twenty-eighth, twenty twenty-four."""
    said = f"{_month(match['month'])} the {ordinal(int(match['day']))}"
    return f"{said}, {year(match['year'])}" if match["year"] else said


def _month(written: str) -> str:
    name = written.rstrip(".").capitalize()
    return name if name in MONTHS else _SHORT[name]


def _month_and_year(match: Match) -> str:
    return f"{_month(match['month'])} {year(match['year'])}"


def _clock(match: Match) -> str:
    """`2:30 pm` -> two thirty P-M; `14:30`, `14h30` -> fourteen thirty; `10:00` -> ten o'clock."""
    hours, minutes, half = int(match["hours"]), match["minutes"], match["half"]
    said = figures.cardinal(hours, "en")
    if minutes and int(minutes):
        said += f" {'oh ' if int(minutes) < 10 else ''}{figures.cardinal(int(minutes), 'en')}"
    elif not half:
        said = (
            "midnight" if hours in (0, 24) else f"{said} o'clock" if hours <= 12 else f"{said} hundred hours"
        )
    if half:
        said += f" {half[0].upper()}-M"
    return said


def _duration(match: Match) -> str:
    """`2h41'05''` -> two hours forty-one minutes five seconds; `38'42`: minutes and seconds."""
    named = (("hours", "hour"), ("minutes", "minute"), ("seconds", "second"))
    return " ".join(_count(match[group], name) for group, name in named if match[group])


def _seconds(match: Match) -> str:
    """`10''87` -> ten point eight seven seconds."""
    if match["rest"]:
        whole = figures.plain(match["seconds"], "en")
        return f"{whole} point {figures.figure_by_figure(match['rest'], 'en')} seconds"
    return _count(match["seconds"], "second")


def _count(written: str, name: str) -> str:
    number = int(written)
    return f"{figures.cardinal(number, 'en')} {name}{'' if number == 1 else 's'}"


def _clock_range(match: Match) -> str:
    return f"{match['from']} to "


def _years(match: Match) -> str:
    first, last = match["first"], match["last"]
    joint = " " if len(last) == 2 else " to "
    return f"{year(first)}{joint}{year(last)}"


def _decade(match: Match) -> str:
    return plural(year(match["decade"]))


def _lone_year(match: Match) -> str:
    return f"{match['before']} {year(match['year'])}"


_SHORT_DAYS = {
    day[:length]: day
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    for length in (3, 4, 5)
    if length == 3 or day[:length] in ("Tues", "Thur", "Thurs", "Weds")
}


def _days_of_week(match: Match) -> str:
    """`Mon-Fri` -> Monday to Friday; `Mon, Wed and Fri` -> Monday, Wednesday and Friday."""
    said = re.sub(r"([A-Z][a-z]{2,4})\.?(?![a-z])", lambda day: _SHORT_DAYS.get(day[1], day[0]), match[0])
    return re.sub(r" ?[-–] ?", " to ", said)


def _act(match: Match) -> str:
    """`2016/679` -> twenty sixteen, six hundred and seventy-nine."""
    return f"{year(match['year'])}, {figures.plain(match['number'], 'en')}"


def rules() -> tuple[Rule, ...]:
    """Rules for dates and hours, in order."""
    full = any_of({spelt for month in MONTHS for spelt in (month, month.upper())})
    short = any_of(_SHORT)
    month = rf"(?P<month>{full}(?!\w)|{short}\.?(?!\w))"
    day = r"(?P<day>0?[1-9]|[12]\d|3[01])"
    the = r"(?P<the>\b[tT]he )?"
    short_day = rf"{any_of(_SHORT_DAYS)}(?!\w)\.?"
    half = r"(?: ?(?P<half>[aApP]\.?[mM]\.?)(?!\w))"
    return (
        Rule(
            "days of the week",
            re.compile(
                rf"(?<!\w){short_day}(?:(?:, and |, ?| ?[-–/&] ?| and | to | or ){short_day}){{1,6}}(?!\w)"
            ),
            _days_of_week,
        ),
        Rule(
            "ISO date",
            re.compile(
                rf"(?<![\w/.-])(?P<year>{_YEAR})-(?P<month>0[1-9]|1[0-2])-"
                r"(?P<day>0[1-9]|[12]\d|3[01])(?![\w/-]|\.\d)"
            ),
            _iso,
            "-",
        ),
        Rule(
            "date",
            re.compile(
                rf"{the}(?<![\w/.-]){day}(?P<mark>[/.-])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
                rf"(?P<year>{_YEAR}|\d\d)(?![\w/]|-[a-z]|\.\d)"
            ),
            _date,
            "/.-",
        ),
        Rule(
            "day and month",
            re.compile(rf"(?<![\w/.,-]){day}/(?P<month>0[1-9]|1[0-2])(?![\w/-]|[.,]\d)"),
            _day_and_month,
            "/",
        ),
        Rule(
            "reign",
            re.compile(r"(?<=\()(?P<first>1[0-7]\d\d) ?[-–] ?(?P<last>1\d\d\d)(?=\))"),
            _years,
            FIGURES,
        ),
        Rule(
            "days",
            re.compile(
                rf"(?<![\w/.,-])(?P<days>\d{{1,2}}(?:(?:, | and | or | to | & ?|, and )"
                rf"(?:the )?\d{{1,2}}){{0,8}}(?: to | and | or | until ))(?=(?:the )?\d{{1,2}}"
                rf"(?:st|nd|rd|th)? {full})"
            ),
            _day_list,
            FIGURES,
        ),
        Rule(
            "day range",
            re.compile(rf"(?<![\w/.,-])(?P<days>\d{{1,2}}) ?[-–] ?(?=\d{{1,2}} {full})"),
            lambda m: _day_list(m) + " to ",
            FIGURES,
        ),
        Rule(
            "named date",
            re.compile(
                rf"{the}(?<![\w/.,-]){day}(?:st|nd|rd|th|er)?(?: of)? {month}(?:,? "
                rf"(?P<year>{_YEAR})(?!\w))?"
            ),
            _named,
            FIGURES,
        ),
        Rule(
            "month first",
            re.compile(
                rf"(?<!\w){month} {day}(?:st|nd|rd|th)?(?![\w/:.-]\w|\w)(?:,? (?P<year>{_YEAR})(?!\w))?"
            ),
            _month_first,
            FIGURES,
        ),
        Rule(
            "month and year", re.compile(rf"(?<!\w){month} (?P<year>{_YEAR})(?!\w)"), _month_and_year, FIGURES
        ),
        Rule(
            "clock range",
            re.compile(
                r"(?<![\w/.,:])(?P<from>\d{1,2}(?:[:.h]\d\d)?h? ?(?:[aApP]\.?[mM]\.?)?) ?[-–] ?"
                r"(?=\d{1,2}(?:(?:[:h]\d\d|[.]\d\d ?[aApP]\.?[mM])| ?[aApP]\.?[mM](?!\w)|h))"
            ),
            _clock_range,
            FIGURES,
        ),
        Rule(
            "duration",
            re.compile(
                r"(?<![\w.,'])(?:(?P<hours>\d{1,2}) ?h ?(?=\d))?(?P<minutes>\d{1,2})(?: ?(?:min|mn) ?|')"
                r"(?P<seconds>[0-5]\d)(?:''| ?s(?:ecs?)?\b\.?)?(?!\w)"
            ),
            _duration,
            "'m",
        ),
        Rule(
            "seconds",
            re.compile(r"(?<![\w.,'])(?P<seconds>\d{1,2})''(?P<rest>\d\d?)?(?!\w)"),
            _seconds,
            "'",
        ),
        Rule(
            "half day",
            re.compile(rf"(?<![\w/.,:])(?P<hours>1[0-2]|0?[1-9])(?:[:.](?P<minutes>[0-5]\d))?{half}"),
            _clock,
            "mM",
        ),
        Rule(
            "clock with seconds",
            re.compile(
                r"(?<![\w/.,:])(?P<hours>[01]?\d|2[0-4]):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d)"
                r"(?P<half>(?!))?(?![\w:])"
            ),
            lambda match: f"{_clock(match)} and {_count(match['seconds'], 'second')}",
            ":",
        ),
        Rule(
            "clock",
            re.compile(
                r"(?<![\w/.,:])(?P<hours>[01]?\d|2[0-4])(?:(?::|h)| (?::|h) |h )(?P<minutes>[0-5]\d)"
                r"(?P<half>(?!))?(?![\w:])"
            ),
            _clock,
            ":h",
        ),
        Rule(
            "French hour",
            re.compile(r"(?<![\w/.,:])(?P<hours>[01]?\d|2[0-4])h(?P<minutes>(?!))?(?P<half>(?!))?(?!\w)"),
            _clock,
            "h",
        ),
        Rule(
            "years",
            re.compile(
                r"(?<![\w/.-])(?P<first>(?:1[89]|20)\d\d) ?[-–/] ?"
                r"(?P<last>(?:1[89]|20)\d\d|\d\d)(?![\w/-]|[.,]\d)"
            ),
            _years,
            FIGURES,
        ),
        Rule(
            "act",
            re.compile(r"(?<![\w/.-])(?P<year>(?:19|20)\d\d)/(?P<number>\d{1,4})(?![\w/]|[.,-]\w)"),
            _act,
            "/",
        ),
        Rule("decade", re.compile(r"(?<!\w)(?P<decade>(?:1[89]|20)\d0|[2-9]0)'?s(?!\w)"), _decade, "s"),
        Rule(
            "year after a word",
            re.compile(
                rf"(?<!\w)(?P<before>{_BEFORE_A_YEAR}) "
                r"(?P<year>1[1-9]\d\d|20\d\d)(?![\w]|[.,:/]\d|-\d| "
                r"(?:people|persons|inhabitants|residents|facts|victims|members|days|years|pupils"
                r"|copies|households))"
            ),
            _lone_year,
            FIGURES,
        ),
        Rule(
            "lone year",
            re.compile(
                r"(?<![\w.,/-])(?P<before>)(?P<year>(?:19|20)\d\d)(?=[.,;:!?)]?(?:$|[ )](?![a-z])))"
                r"(?![.,:/]\d)"
            ),
            lambda m: year(m["year"]),
            FIGURES,
        ),
    )
