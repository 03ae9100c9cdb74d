"""Advice to the drafter, sentence by sentence: what is heavy, where, and what to do.

The rules follow the State's "Référentiel pour une rédaction en langage simplifié" (RLS, SGMAP 2017) and the
European rules for easy-to-read information (FALC, Unapei and Inclusion Europe 2009); the words of each rule
and its reference stand in `phrases/advice.tsv`. A suggestion is given only where it can be pasted as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from notices.document import Document, Sentence, Span
from notices.lexicon import TermFound, find_terms, means
from notices.phrases import say
from notices.style.acronyms import acronyms, unexplained
from notices.style.brackets import double_negations, long_brackets
from notices.style.idioms import found_idioms
from notices.style.nominal import light_verbs
from notices.style.passive import passives
from notices.style.prose import is_prose
from notices.style.vocabulary import is_core
from notices.style.words import VERY_LONG_SENTENCE, words

Rule = Literal[
    "long-sentence",
    "passive-agent",
    "light-verb",
    "acronym",
    "long-parenthesis",
    "double-negation",
    "idiom",
    "legal-term",
]
RULES: tuple[Rule, ...] = (
    "long-sentence",
    "passive-agent",
    "light-verb",
    "acronym",
    "long-parenthesis",
    "double-negation",
    "idiom",
    "legal-term",
)
Severity = Literal["warn", "info"]

_OTHER_MEANING = frozenset({"parquet", "greffe", "prévenu", "réquisitions", "sursis"})
"""Words that everybody knows, but not in the sense that a court gives them."""
_OF_COURTS = frozenset(
    "recours requête procédure dégradation astreinte saisine notification contamination instance audience "
    "prescription permanence tentative fourrière".split()
)
"""Legal terms that are everyday words where no court or authority is in the sentence."""
_COURT = re.compile(
    r"tribuna|\bjug|\bcour\b|parquet|procureur|justice|judiciaire|gracieux|contentieux|condamn|plainte|préfet"
    r"|euros?\b|€",
    re.IGNORECASE,
)
_KNOWN = frozenset(
    {
        "conseil municipal",
        "gendarmerie",
        "déchèterie",
        "déchetterie",
        "code de la route",
        "acte de naissance",
        "livret de famille",
        "certificat médical",
        "eau potable",
        "cours d'eau",
        "secrétaire général",
        "secrétaire générale",
        "préfecture",
        "sous-préfecture",
        "sous-préfet",
        "arrondissement",
        "mineur",
        "confinement",
        "candidature",
        "cdd",
        "tva",
    }
)
"""Terms of the lexicon that everybody meets; an explanation would only make the text longer."""
_FORMULA = re.compile(
    r"(?:Ne pas jeter|Pour copie|Pour ampliation)\b"
    r"|(?:Bureau|Cabinet|Caisse|Service|Direction|Pôle|Mission) d(?:e|es|u)\b[^.;:]{0,70}$"
)
_SOON = re.compile(r"\b(?:brève|courte|moyenne|longue)s?\s+$", re.IGNORECASE)
"""Before "échéance": a time, not a date."""
_REMARK = 20
"""Words; a sentence is to have 15, and a few words above need no remark."""
_LONGEST = 5000
"""Characters of a sentence that are looked at."""
_VISA = re.compile(r"(?:vu|visa)\b", re.IGNORECASE)
_BODY = ("paragraph", "item", "quote")


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing that makes a sentence hard, and what to do about it."""

    sentence: str
    """The sentence's id."""
    rule: Rule
    severity: Severity
    span: Span
    """Where in the sentence's text; a suggestion replaces exactly this."""
    message: str
    """Key of the phrase that says it, to be filled with `values`."""
    values: dict[str, str] = field(default_factory=dict)
    suggestion: str | None = None
    """Text to stand in place of the span; "" to strike it out; None where no wording is safe."""

    def words(self, lang: str) -> str:
        """What is heavy and what to do, in French or English."""
        return say(self.message, lang, **self.values)

    def what_to_do(self, lang: str) -> str:
        """The rule in general, in French or English."""
        return say(f"advice.{self.rule}.what", lang)

    def reference(self, lang: str) -> str:
        """Where the rule comes from, in French or English."""
        return say(f"advice.{self.rule}.reference", lang)

    def to_json(self) -> dict[str, Any]:
        """Plain data for `json.dumps`."""
        return asdict(self)


def advise(document: Document) -> tuple[Advice, ...]:
    """Advice on the body's sentences and items, in reading order; in English on length and brackets alone."""
    french = document.lang == "fr"
    sentences = [
        s
        for b in document.blocks
        if b.kind in _BODY
        for s in b.sentences
        if not _VISA.match(s.text) and (not french or is_prose(s.text[:_LONGEST]))
    ]
    rules: list[Callable[[Sentence], Iterator[Advice]]] = [_long_parenthesis]
    if french:
        rules += [_heavy_phrases, _double_negation, _FirstTime(document)]
    found = [advice for sentence in sentences for advice in _long_sentence(sentence)]
    found += [advice for sentence in map(_bounded, sentences) for rule in rules for advice in rule(sentence)]
    order = {sentence.id: place for place, sentence in enumerate(sentences)}
    return tuple(sorted(found, key=lambda a: (order[a.sentence], a.span[0], -a.span[1], RULES.index(a.rule))))


def _bounded(sentence: Sentence) -> Sentence:
    """The sentence, cut where no sentence of a language reaches: a text may be made to take for ever."""
    return sentence if len(sentence.text) <= _LONGEST else replace(sentence, text=sentence.text[:_LONGEST])


def _long_sentence(sentence: Sentence) -> Iterator[Advice]:
    length = len(words(sentence.text))
    if length > _REMARK:
        found = _advice(sentence, "long-sentence", "info", (0, len(sentence.text)), words=str(length))
        if length > VERY_LONG_SENTENCE:
            yield replace(found, severity="warn")
        else:
            yield replace(found, message="advice.long-sentence.remark")


def _long_parenthesis(sentence: Sentence) -> Iterator[Advice]:
    for span, length in long_brackets(sentence.text):
        yield _advice(sentence, "long-parenthesis", "info", span, words=str(length))


def _double_negation(sentence: Sentence) -> Iterator[Advice]:
    for start, end in double_negations(sentence.text):
        yield _advice(sentence, "double-negation", "warn", (start, end), found=sentence.text[start:end])


def _heavy_phrases(sentence: Sentence) -> Iterator[Advice]:
    """Light verbs, idioms and passives; an idiom that overlaps a light verb is not told of again."""
    light = list(_light_verbs(sentence))
    yield from light
    taken = {place for advice in light for place in range(*advice.span)}
    yield from (advice for advice in _idioms(sentence) if taken.isdisjoint(range(*advice.span)))
    for passive in passives(sentence.text):
        if passive.agent:
            values = {"verb": passive.verb, "agent": re.sub(r"^par\s+", "", passive.agent)}
            yield _advice(sentence, "passive-agent", "warn", passive.span, **values)


def _light_verbs(sentence: Sentence) -> Iterator[Advice]:
    for light in light_verbs(sentence.text):
        start, end = light.span
        plain = light.plain
        if plain and sentence.text[start].isupper():
            plain = plain[0].upper() + plain[1:]
        found = sentence.text[start:end]
        yield _advice(
            sentence, "light-verb", "warn", light.span, suggestion=plain or None, found=found, verb=light.verb
        )


def _idioms(sentence: Sentence) -> Iterator[Advice]:
    for idiom in found_idioms(sentence.text):
        found = sentence.text[idiom.span[0] : idiom.span[1]]
        empty = idiom.idiom.mode == "del"
        severity: Severity = "info" if idiom.idiom.mode == "sug" else "warn"
        yield Advice(
            sentence=sentence.id,
            rule="idiom",
            severity=severity,
            span=idiom.span,
            message=_idiom_message(idiom.idiom.plain, empty),
            values={"found": found, "plain": _shown(idiom.idiom.plain)},
            suggestion=idiom.replacement,
        )


def _idiom_message(plain: str, empty: bool) -> str:
    """A plain form in brackets is no words to write, but what to do: say the name again."""
    if empty:
        return "advice.idiom.empty"
    return "advice.idiom.name" if plain.startswith("(") else "advice.idiom"


def _shown(plain: str) -> str:
    """A plain form as a person reads it: "{}" is the infinitive, and "si il" is elided."""
    return re.sub(r"\bsi il\b", "s'il", plain.replace("{}", "er"))


class _FirstTime:
    """Acronyms and legal terms are told of once, where they first stand, and not where they are explained."""

    def __init__(self, document: Document) -> None:
        self._unexplained = unexplained(s.text for s in document.sentences())
        self._acronyms = set(self._unexplained)
        glossary = (s.text.lower() for s in document.sentences() if s.kind == "glossary")
        self._explained = "\n".join(glossary)
        self._terms: set[str] = set()

    def __call__(self, sentence: Sentence) -> Iterator[Advice]:
        told: list[Span] = []
        for acronym in acronyms(sentence.text):
            if acronym.text in self._acronyms:
                self._acronyms.discard(acronym.text)
                told.append(acronym.span)
                yield _advice(sentence, "acronym", "warn", acronym.span, found=acronym.text)
        heavy = [idiom.span for idiom in found_idioms(sentence.text)]
        for found in find_terms(sentence.text):
            term = found.term
            if found.text.isupper() and found.text not in self._unexplained:
                continue
            if any(start <= found.start and found.end <= end for start, end in heavy):
                continue
            if found.span in told:
                self._terms.add(term.fr)
            if (
                _is_hard(found, sentence.text)
                and term.fr not in self._terms
                and term.fr.lower() not in self._explained
            ):
                self._terms.add(term.fr)
                values = {"found": found.text, "plain": term.plain}
                yield _advice(sentence, "legal-term", "info", found.span, **values)


def _is_apart(text: str, start: int, end: int) -> bool:
    """A term alone in brackets, after its own words, or in quotes; or in a formula or an office's name."""
    around = text[:start].rstrip()[-1:] + text[end:].lstrip()[:1]
    return around in ("()", "«»", "“”", '""') or _FORMULA.match(text) is not None


def _is_hard(found: TermFound, text: str) -> bool:
    """A term that a schoolchild does not know, or knows for something else ("parquet")."""
    word = found.term.fr.lower()
    if found.text.lower().startswith("arrêtée") or text[: found.start].lower().endswith("sans "):
        return False
    if (
        _is_apart(text, *found.span)
        or word in _KNOWN
        or (word == "échéance" and _SOON.search(text[: found.start]))
    ):
        return False
    if found.term.easy or not means(found.term, text) or (word in _OF_COURTS and not _COURT.search(text)):
        return False
    return " " in word or word in _OTHER_MEANING or not is_core(word)


def _advice(
    sentence: Sentence,
    rule: Rule,
    severity: Severity,
    span: Span,
    suggestion: str | None = None,
    **values: str,
) -> Advice:
    return Advice(sentence.id, rule, severity, span, f"advice.{rule}", values, suggestion)
