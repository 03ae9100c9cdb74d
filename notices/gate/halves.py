"""One language: what a cut may leave of a sentence that was two halves of one.

Each rule knows one way in which a half shows that the other is gone: an object before its verb and nobody who
did it, a second "où" without the first, one of two participles that became a verb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from notices.gate.agreement import verb_number, word_of, words_of


def halves(sentence: str) -> Iterator[str]:
    """The words that show that a sentence (with straight apostrophes) is but a half of one."""
    for rule in _RULES:
        yield from rule(sentence)


_NO_SUBJECT = re.compile(
    r"^L'(?:a|avait|aurait|aura) (?:[a-zà-ÿ]+ment )?(?:été |[a-zà-ÿ]+(?:é|i|u|is|it|ert)e?s? )"
)


def _subjectless(sentence: str) -> Iterator[str]:
    """ "L'a mortellement atteint": whom it was done to opens the sentence, and nobody did it."""
    if found := _NO_SUBJECT.match(sentence):
        yield found.group()


_AND_WHERE = re.compile(
    r"\bet (?:où|auquel|auxquel(?:le)?s|"
    r"(?:dans|sur|pour|par) (?:laquelle|lequel|lesquel(?:le)?s))(?![\w-])"
)
_WHERE = re.compile(
    r"\b(?:où|dont|qui|que|auquel|auxquel(?:le)?s|duquel|desquel(?:le)?s|laquelle|lequel|lesquel(?:le)?s)\b|\bqu'"
)


def _second_relative(sentence: str) -> Iterator[str]:
    """ "Le dossier peut être lu et où chacun peut écrire": the first "où" is gone."""
    found = _AND_WHERE.search(sentence)
    if found and not _WHERE.search(sentence[: found.start()]):
        yield found.group()


_AND_BEING = re.compile(
    r"^[A-ZÀ-Ý][^,;:]*\b(?:est|sont|était|étaient|a|ont)\b[^,;:]*\bet (?:n')?(?:étant|ayant) [^,;:]*$"
)
_CLAUSE_AND_PARTICIPLE = re.compile(
    r"\b(?:sont|est|n'est|ne sont|était|étaient) (?:pas |plus )?[a-zà-ÿ]+(?:é|i|u)e?s? et "
    r"(?:les?|la|l'|des) ?[a-zà-ÿ-]+ (?:n'|ne )?(?P<participle>[a-zà-ÿ]{2,}ant) "
    r"(?:pas |plus )?(?:\d|les? |la |l'|une? |des |[a-zà-ÿ]+ (?:jours|semaines|mois|ans|heures|euros)\b)"
)


def _half_told(sentence: str) -> Iterator[str]:
    """ "Les lots sont touchés et les stocks couvrant dix jours": one of two participles became a verb."""
    if again := _AND_BEING.search(sentence):
        yield again.group()
    found = _CLAUSE_AND_PARTICIPLE.search(sentence)
    tags = word_of(found["participle"]).tags if found else ""
    if found and "g" in tags and "n" not in tags:
        yield found.group()


_BEING = re.compile(r"^[A-ZÀ-Ý][^,;:]*?\s(?:n')?(?:étant|ayant) [^,;:]*\.$")


def _only_being(sentence: str) -> Iterator[str]:
    """ "La peine n'étant pas aménageable.": a participle is no verb of a sentence."""
    if _BEING.match(sentence) and not any(map(verb_number, words_of(sentence))):
        yield sentence


_WHOEVER = re.compile(
    r"(?i)^(?:toute|chaque) (?:personne|famille|entreprise|association)s? a "
    r"[a-zà-ÿ]+(?:é|i|u)\b[^,;:]*\bet [a-zà-ÿ]+ant\b"
)


def _told_of_whoever(sentence: str) -> Iterator[str]:
    """ "Toute personne a séjourné à Rome et présentant": who is meant was told as what was done."""
    if found := _WHOEVER.match(sentence):
        yield found.group()


_IS_MANY = re.compile(
    r"(?<![\w'])(?:n'|l')?est (?:pas |plus |donc |aussi )?[a-zà-ÿ]+[éiu]e?s(?![\w'-])"
    r"(?= *[.,;]|$| par | de | au)"
)
_ONE_HAVE = re.compile(
    r"^(?:M\.|Mme|Mlle) [A-ZÀ-Ý][\w.'-]*(?: [A-ZÀ-Ý][\w.'-]*)* (?:n'|ne )?"
    r"(?:ont|sont|étaient|avaient|peuvent|doivent) "
)


_ARE_ONE = re.compile(
    r"^(?:Ont|Sont) (?!à )(?:[a-zà-ÿ]+ ){0,3}(?:été )?[a-zà-ÿ]+(?:és|ées|is|ises|us|ues|its|ites|erts|ertes) "
    r"(?:la|le|l'|une?) ?(?:(?!\b(?:et|ou|ni)\b)[^,;:])*\.$"
)


def _is_participle(word: str) -> bool:
    tags = set(word_of(word).tags)
    return "p" in tags and "n" not in tags


def _ill_agreed(sentence: str) -> Iterator[str]:
    """ "La cour et le hall n'est pas chauffés", "M. V. ont été vus"."""
    many = _IS_MANY.search(sentence)
    if many and _is_participle(many.group().split()[-1].rstrip(".,;")):
        yield many.group()
    for rule in (_ONE_HAVE, _ARE_ONE):
        if found := rule.match(sentence):
            yield found.group()


_AFTER_VERB = re.compile(
    r"\bd'(?:avoir|être), [^,;]*?(?<!,) (?:alors que|tandis que|bien que|lorsque|pendant que)\b"
)
_ADVERB = re.compile(
    r"\b(?:un|une|le|la|les|des|ces?|cette) [a-zà-ÿ-]+ (?:provisoire|initiale|préalable|précédem|antérieure|"
    r"nouvelle|légale|spéciale|spécifique|dû|respective|préalable|directe|ancienne|récem)ment\s*\.$"
)


_WANTS_MORE = re.compile(
    r"(?<!\ble )(?<!\by )(?<!l')(?<!\bse )"
    r"\b(?:entend(?:ent)?|peu(?:t|vent)|doi(?:t|vent)|souhaitent?|va|vont)\s*\.$"
)
_BARE_ADDRESS = re.compile(
    r"(?<![\w'])(?!(?:situ|domicili|install|implant)é|sis|siège|numéro|face|dans|chez|vers|avec|sont|pour)"
    r"(?:[a-zà-ÿ]{4,}|\d{4}) \d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|allée|impasse|quai) "
)


def _left_hanging(sentence: str) -> Iterator[str]:
    """ "d'avoir, sous ce nom alors que ...", "un préjudice provisoirement.": the participle is gone."""
    for rule in (_AFTER_VERB, _ADVERB, _BARE_ADDRESS, _WANTS_MORE):
        if found := rule.search(sentence):
            yield found.group()


_RULES: tuple[Callable[[str], Iterator[str]], ...] = (
    _subjectless,
    _second_relative,
    _half_told,
    _only_being,
    _told_of_whoever,
    _ill_agreed,
    _left_hanging,
)
