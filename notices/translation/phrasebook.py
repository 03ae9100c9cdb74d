"""What has a fixed English: our own words, the formulae of notices, and terms that stand alone.

"Qui ?"                         our own words, from the table of phrases
"Fait à Lyon, le 3 mai 2025"    the formulae of notices, from formulae.tsv
"Enquête publique"              a term of the glossary or the lexicon
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from notices.glossary import Entry, Glossary
from notices.lexicon import terms
from notices.phrases import recognise, say
from notices.translation.carried import carried
from notices.translation.moments import moment

_OWN = ("summary.", "label.", "glossary.")
_NAME = r"[A-ZÀ-Ý0-9][\w’'-]*(?:[ \u00a0](?:[A-ZÀ-Ý][\w’'-]*|de|du|des|la|le|les|sur|en|d'|et)){0,6}"
_DATE = r"(?:\d|1er)[\w\s.,/é-]{3,30}"
_NUMBER = r"(?:\d[\d\s.,/-]*|1er|[IVXLC]+|[A-Z])"
_ANYTHING = r".{2,240}"
_SLOTS = {"name": _NAME, "date": _DATE, "number": _NUMBER, "when": _ANYTHING}
_SLOTS |= {"what": _ANYTHING, "what2": _ANYTHING}
_END = re.compile(r"[\s:.,;!?…]*$")


def own_words(text: str) -> str | None:
    """The English of a sentence that the product itself wrote in French, its values by rule; else None."""
    phrase = recognise(text, _OWN)
    if phrase is None:
        return None
    values = {name: carried(str(value)) for name, value in phrase.values.items()}
    return None if None in values.values() else say(phrase.key, "en", **values)


def formula(text: str) -> str | None:
    """The English of a set phrase of notices, with its names as they are and its dates by rule."""
    body, end = _apart(text)
    for pattern, english in _formulae():
        if match := pattern.fullmatch(body):
            values = {slot: _filled(slot, said) for slot, said in match.groupdict().items()}
            if None not in values.values():
                return _cased(english.format(**values), body) + end
    return None


def opening(label: str) -> str | None:
    """The English of a set phrase before a colon, "Durée prévue", "Article 4"; None of any other words."""
    return formula(label) or lone_term(label, _lexicon())


def _apart(text: str) -> tuple[str, str]:
    end = _END.search(text)
    cut = end.start() if end else len(text)
    return " ".join(text[:cut].split()), re.sub(r"[\s\u00a0]+([:;!?])", r"\1", text[cut:]).rstrip()


def _filled(slot: str, said: str) -> str | None:
    """A name as it is; a date, number or time by rule, None where it is none after all; {what} is anything
    that has its own rule."""
    if slot == "name":
        return said
    if slot == "when":
        return moment(said)
    if slot.startswith("what"):
        return moment(said) or carried(said) or formula(said) or lone_term(said, _lexicon())
    return carried(said)


def _cased(english: str, french: str) -> str:
    """In capitals where the French is; else the first letter as there."""
    if french.isupper() and len(french) > 1:
        return english.upper()
    return english if french[:1].isupper() else english[:1].lower() + english[1:]


@cache
def _formulae() -> tuple[tuple[re.Pattern[str], str], ...]:
    text = files(__package__).joinpath("formulae.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return tuple((_pattern(french), english) for french, english in rows)


def _pattern(french: str) -> re.Pattern[str]:
    pieces = re.split(r"(\{\w+\})", french)
    return re.compile("".join(_piece(piece) for piece in pieces))


def _piece(piece: str) -> str:
    if piece.startswith("{"):
        return f"(?P<{piece[1:-1]}>{_SLOTS[piece[1:-1]]})"
    return f"(?i:{re.escape(piece).replace(chr(39), '[’' + chr(39) + ']')})"


def lone_term(text: str, glossary: Glossary) -> str | None:
    """The English of a text that is one term and nothing else."""
    body, end = _apart(text)
    entry = next((e for e in glossary.entries if e.fr.lower() == body.lower().replace("’", "'")), None)
    if entry is None:
        return None
    english = entry.english[0]
    return (_cased(english[:1].upper() + english[1:], body) if entry.en else body) + end


def difficult_word(text: str, glossary: Glossary) -> str | None:
    """An entry of the difficult words: the French term, and what it is called in English."""
    head = re.split(r"\s+:\s+", text, maxsplit=1)[0].strip()
    for name in (head, _bare(head)):
        for entry in glossary.entries:
            if entry.en and name.lower().replace("’", "'") in (entry.fr.lower(), _bare(entry.fr).lower()):
                return say(
                    "translation.glossary",
                    "en",
                    term=head,
                    english=_besides(entry.en.split(" / ")[0], _bare(head)),
                )
    return None


def _bare(term: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", term)


def _besides(english: str, term: str) -> str:
    """Without a remark that says the French term again."""
    return re.sub(rf"\s*\({re.escape(term)}\)", "", english, flags=re.IGNORECASE)


@cache
def _lexicon() -> Glossary:
    return Glossary(lexicon_entries())


@cache
def lexicon_entries() -> tuple[Entry, ...]:
    """The lexicon's terms that have an English."""
    return tuple(Entry(term.fr, term.en) for term in terms() if term.en)


def signed(text: str, glossary: Glossary) -> str | None:
    """A line of a signature: names as they are, offices by formula or lexicon; None where it holds more."""
    said = [_signed_part(part, glossary) for part in re.split(r"(\s*,\s*|\s+[-–—]\s+)", text)]
    return None if None in said else "".join(part for part in said if part is not None)


def kind_issuer_day(text: str, glossary: Glossary) -> str | None:
    """A title put together of the kind of the notice, its issuer and its day, "Communiqué de presse – Parquet
    de Paris, 28 juin 2024"; None for any other text."""
    kind, dash, rest = text.partition(" – ")
    is_title = dash and re.search(r"(?:, |^)\d{1,2}(?:er)? \w+ \d{4}$", rest, re.IGNORECASE) and formula(kind)
    return signed(text, glossary) if is_title else None


def timed(text: str) -> str | None:
    """A text that is an expression of time and nothing else: "Du lundi au vendredi, de 9 h à 12 h"."""
    body, end = _apart(text)
    said = moment(body)
    return None if said is None else said + end


def labelled(text: str, glossary: Glossary) -> str | None:
    """A label with what it labels, "Horaires : de 9 h à 12 h", where both sides of the colon have a rule."""
    label, colon, rest = text.partition(" : ")
    said = opening(label) if colon and rest else None
    if said is None:
        return None
    body, end = _apart(rest)
    if _bare_hour(body):
        return None
    written = moment(body) or formula(body) or lone_term(body, glossary) or carried(body)
    return None if written is None else f"{said}: {written}{end}"


def _bare_hour(text: str) -> bool:
    """ "2 h" after a label may be a duration or an hour of the day."""
    return re.fullmatch(r"\d{1,2} ?h(?: ?\d\d)?", text) is not None


def _signed_part(part: str, glossary: Glossary) -> str | None:
    if not re.search(r"\w", part):
        return part
    office = part[:1].upper() + part[1:]  # capitalised beside a name, as English has it
    fixed = formula(office) or lone_term(office, glossary) or carried(part)
    return fixed or (part if _is_name(part) else None)


def _is_name(text: str) -> bool:
    """Two to five capitalised words, small words only between: "Laure BECCUAU", "Anne de La Tour"."""
    words = text.replace(".", " ").split()
    first = words[0].lower() if words else ""
    return (
        1 < len(words) <= 5
        and first not in ("le", "la", "les", "l'", "un", "une", "pour", "par")
        and all(word[0].isupper() or word in ("de", "du", "la", "le", "d'") for word in words)
    )
