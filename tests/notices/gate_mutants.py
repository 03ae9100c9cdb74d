"""Corrupts one thing in a sentence, in every way that the gate must catch.

Each mutation is a name and a function from a sentence to its mutants. All are deterministic.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from notices.lexicon import core_vocabulary, word_tags

Mutation = Callable[[str], Iterator[str]]

_MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_COUNTRIES = {
    "fr": [
        "Allemagne",
        "Bulgarie",
        "Hongrie",
        "Lituanie",
        "Italie",
        "Espagne",
        "Belgique",
        "Suisse",
        "Ukraine",
        "Portugal",
    ],
    "en": [
        "Germany",
        "Bulgaria",
        "Hungary",
        "Lithuania",
        "Italy",
        "Spain",
        "Belgium",
        "Switzerland",
        "Ukraine",
        "Portugal",
    ],
}
_NAME = r"[A-ZÉÈÀÂÎÔÇ][a-zéèêëàâîïôöûüç]{2,}(?:-[A-ZÉÈ][a-zéèêàâîïôûç]+)*"
_NOT_NAMES = frozenset(
    "The This That These Those There They And But For From With When Where Who What Which His Her Its".split()
    + "Our Your Les Des Une Dans Pour Sur Par Avec Elle Ils Cette Her Majesty".split()
    + "January February March April May June July August September October November December".split()
    + "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    + "Article Section Act Loi Minister Code Board Part Schedule Subsection Paragraph Governor".split()
    + "Council Court Commission Corporation".split()
)


def mutants(sentence: str, mutations: dict[str, Mutation]) -> Iterator[tuple[str, str]]:
    """Every mutant of a sentence with the name of its mutation."""
    for name, mutate in mutations.items():
        for mutant in mutate(sentence):
            if mutant.split() != sentence.split():
                yield name, mutant


def digit(sentence: str) -> Iterator[str]:
    """The first or the last digit of each of the first three numbers is another one."""
    for m in list(re.finditer(r"\d+", sentence))[:3]:
        for at in {m.start(), m.end() - 1}:
            yield sentence[:at] + str(int(sentence[at]) % 9 + 1) + sentence[at + 1 :]


def month(lang: str) -> Mutation:
    """Another month."""
    names = _MONTHS[lang]

    def mutate(sentence: str) -> Iterator[str]:
        pattern = (
            r"(?<!\w)(" + "|".join(names) + r")(?=\s\d|\s*$|[,.;]|\s(?:et|and|au|to)\b)"
            if lang == "fr"
            else r"(?:(?<=\d )|(?<=[Ii]n ))(" + "|".join(names) + r")\b|\b(" + "|".join(names) + r")(?= \d)"
        )
        m = re.search(pattern, sentence)
        if m:
            other = names[(names.index(m.group()) + 3) % 12]
            yield sentence[: m.start()] + other + sentence[m.end() :]

    return mutate


def country(lang: str) -> Mutation:
    """Another country."""
    names = _COUNTRIES[lang]

    def mutate(sentence: str) -> Iterator[str]:
        for name in names:
            other = next(n for n in names[names.index(name) + 1 :] + names if n not in sentence)
            if re.search(rf"\b{name}\b", sentence):
                yield re.sub(rf"\b{name}\b", other, sentence, count=1)

    return mutate


def removed(pattern: str, by: str = "") -> Mutation:
    """Something is removed, or replaced, at each place."""
    compiled = re.compile(pattern)

    def mutate(sentence: str) -> Iterator[str]:
        for m in list(compiled.finditer(sentence))[:2]:
            mutant = sentence[: m.start()] + m.expand(by) + sentence[m.end() :]
            yield re.sub(r" {2,}", " ", mutant).strip()

    return mutate


_LISTED = re.compile(r",? (?:and|or|et|ou) |, ")


def swapped_names(sentence: str) -> Iterator[str]:
    """The first two names that are not at the beginning change places; "A and B" says what "B and A" does."""
    found = [
        m
        for m in re.finditer(_NAME + rf"(?: {_NAME})*", sentence)
        if m.start() > 0 and m.group().split()[0] not in _NOT_NAMES
    ]
    for one, other in itertools.pairwise(found):
        between = sentence[one.end() : other.start()]
        if one.group() != other.group() and not _LISTED.fullmatch(between):
            yield (
                sentence[: one.start()]
                + other.group()
                + sentence[one.end() : other.start()]
                + one.group()
                + sentence[other.end() :]
            )
            return


def clause_left_out(sentence: str) -> Iterator[str]:
    """What stands after the last comma, or before the first, is gone, where it has five words and more."""
    parts = re.split(r"(?<=[^\d]),\s|;\s", sentence.rstrip(" ."))
    if len(parts) > 1 and len(parts[-1].split()) >= 5:
        yield sentence[: sentence.rindex(parts[-1])].rstrip(" ,;") + "."
    if len(parts) > 1 and len(parts[0].split()) >= 5 and len(parts[0]) * 2 < len(sentence):
        rest = sentence[len(parts[0]) :].lstrip(" ,;")
        yield rest[:1].upper() + rest[1:]


def shall_to_may(sentence: str) -> Iterator[str]:
    """A duty becomes a permission; "shall not" and "no one shall" forbid as "may not" and "no one may" do."""
    for m in list(re.finditer(r"\bshall\b(?! not| \w+ no\b)", sentence))[:2]:
        clause = re.split(r"[;:.]|,(?= and\b)", sentence[: m.start()])[-1]
        if not re.search(r"\b(?:[Nn]o|[Nn]othing|[Nn]either|nor|[Nn]one)\b", clause):
            yield sentence[: m.start()] + "may" + sentence[m.end() :]


FRENCH: dict[str, Mutation] = {
    "digit": digit,
    "month": month("fr"),
    "country": country("fr"),
    "hedge removed": removed(r"\b[Ss]oupçonnée?s? (?:de |d['’])|\bprésumée?s? "),
    "more than removed": removed(r"\b[Pp]lus (?:de |d['’])(?=\d)"),
    "negation removed": removed(r"\b(?:ne |n['’])(\w+(?: être)?) (?:pas|plus|jamais)\b", r"\1"),
    "names swapped": swapped_names,
    "exception removed": removed(
        r"\b[Ss]auf [^,.;]+|\bà l['’]exception (?:de |du |des )[^,.;]+|\bhormis [^,.;]+"
    ),
    "exception word removed": removed(r"\b[Ss]auf (?:en cas de |si )?"),
    "possible to pronounced": removed(
        r"\b(?:encourt|encourent|risque|est passible de|sont passibles de) ", "est condamné à "
    ),
}
"""For a French text beside its French source."""

ENGLISH: dict[str, Mutation] = {
    "digit": digit,
    "month": month("en"),
    "country": country("en"),
    "suspected of removed": removed(
        r"\b(?:suspected of|alleged to have|allegedly|alleged|suspected|presumed)\b ?"
    ),
    "not removed": removed(r"\bnot\b ?|n['’]t\b"),
    "unless removed": removed(r"\b[Uu]nless\b ?"),
    "more than removed": removed(r"\b[Mm]ore than\b ?"),
    "shall to may": shall_to_may,
    "names swapped": swapped_names,
    "clause left out": clause_left_out,
}
"""For an English text beside its French source."""

_FORMS = re.compile(r"[a-zà-ÿœ]{5,}")


def other_word(sentence: str) -> Iterator[str]:
    """Each word of five letters and more gives way to another real word of its kind (noun for noun)."""
    for m in _FORMS.finditer(sentence):
        tags = word_tags(m.group())
        if tags and set(tags) & set("nvai"):
            others = _words_by_kind()[tags]
            word = others[(m.start() * 31 + len(sentence) * 7) % len(others)]
            if word[:4] != m.group()[:4]:
                yield sentence[: m.start()] + word + sentence[m.end() :]


@cache
def _words_by_kind() -> dict[str, list[str]]:
    """Words that schoolbooks use, by what they can be."""
    found: dict[str, list[str]] = {}
    for word in sorted(core_vocabulary()):
        if len(word) > 4 and word.isalpha():
            found.setdefault(word_tags(word), []).append(word)
    return defaultdict(lambda: ["maison", "chanson", "montagne"], found)


def plan_to_fact(sentence: str) -> Iterator[str]:
    """ "sera fermé" becomes "a été fermé", "pourrait être" becomes "est"."""
    for pattern, by in _PLANS:
        for m in pattern.finditer(sentence):
            yield sentence[: m.start()] + by + sentence[m.end() :]


_PLANS = [
    (re.compile(r"\bsera (?=[a-zà-ÿ]+(?:é|ée|i|ie|u|ue|it|ite|is|ise|ert|erte)\b)"), "a été "),
    (re.compile(r"\bseront (?=[a-zà-ÿ]+s\b)"), "ont été "),
    (re.compile(r"\b(?:pourrait|pourra) être "), "est "),
    (re.compile(r"\bdoit être "), "est "),
    (re.compile(r"\bserait "), "est "),
    (re.compile(r"\bpeut(?= [a-zà-ÿ]+(?:er|ir)\b)"), "doit"),
]


def one_to_several(sentence: str) -> Iterator[str]:
    """ "un suspect" becomes "des suspects"."""
    for m in re.finditer(
        r"\b(?:[Uu]n|[Uu]ne|[Ll]e|[Ll]a) (homme|femme|personne|conducteur|prévenu|agent|maire|suspect)\b",
        sentence,
    ):
        yield sentence[: m.start()] + f"des {m.group(1)}s" + sentence[m.end() :]


ORDINARY: dict[str, Mutation] = {
    "another word": other_word,
    "plan to fact": plan_to_fact,
    "one to several": one_to_several,
}
"""For the ordinary words of a French text beside its French source."""
