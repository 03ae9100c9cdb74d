"""From French texts to their English: by rule where there is one, else by the model, round by round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from notices.gate import Doubt
from notices.glossary import Found, Glossary
from notices.translation.carried import carried
from notices.translation.confidence import REFUSED, confidence
from notices.translation.contacts import contact
from notices.translation.forms import Form, forms
from notices.translation.judging import Candidate, best, judged
from notices.translation.phrasebook import (
    difficult_word,
    formula,
    kind_issuer_day,
    labelled,
    lone_term,
    own_words,
    signed,
    timed,
)
from notices.translation.typography import english_signs
from notices.translator import Hypothesis, Translator

Role = Literal["text", "own", "difficult-word", "signature"]

HYPOTHESES = 4


@dataclass(frozen=True, slots=True)
class Text:
    """A French text, and what it is in its notice: a name under a letter is no sentence."""

    french: str
    role: Role = "text"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a text."""

    text: str
    """The English; empty where none could be proven."""
    score: float | None = None
    """The model's; None where a rule wrote it."""
    doubts: tuple[Doubt, ...] = ()
    """Of the English that stands, what a reviewer should look at; of none, why not."""
    lost_terms: tuple[str, ...] = ()


@dataclass
class _Case:
    """A text on its way: the forms still to be tried, and the candidates so far."""

    text: Text
    found: tuple[Found, ...]
    forms: Iterator[Form]
    strict: bool
    candidates: list[Candidate] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        return any(candidate.proven for candidate in self.candidates)


def english_of(
    texts: Sequence[Text],
    translator: Translator,
    glossary: Glossary,
    progress: Callable[[int, int], None] | None = None,
) -> dict[Text, Outcome]:
    """The English of each text. Raises `TranslationFailed`."""
    outcomes = {text: Outcome(english) for text in texts if (english := by_rule(text, glossary)) is not None}
    cases = [_case(text, glossary, translator) for text in texts if text not in outcomes]
    open_cases = cases
    while open_cases := _round(open_cases, translator, glossary):
        if progress:
            progress(len(texts) - len(open_cases), len(texts))
    if progress:
        progress(len(texts), len(texts))
    return outcomes | {case.text: _outcome(case, translator) for case in cases}


def by_rule(text: Text, glossary: Glossary) -> str | None:
    """The English that needs no model, or None."""
    if not text.french.strip():
        return text.french
    if text.role == "own":
        return own_words(text.french)
    if text.role == "difficult-word":
        return difficult_word(text.french, glossary)
    if text.role == "signature" and (written := signed(text.french, glossary)):
        return written
    return (
        own_words(text.french)
        or formula(text.french)
        or lone_term(text.french, glossary)
        or carried(text.french)
        or timed(text.french)
        or labelled(text.french, glossary)
        or contact(text.french)
        or kind_issuer_day(text.french, glossary)
    )


def _case(text: Text, glossary: Glossary, translator: Translator) -> _Case:
    found = glossary.find(text.french)
    tried = forms(text.french, found, takes_terms=translator.takes_terms)
    return _Case(text, found, tried, strict=translator.package.gist_only)


def _round(cases: Sequence[_Case], translator: Translator, glossary: Glossary) -> list[_Case]:
    """Try the next form of each case, all in one batch; answers the cases that are still open."""
    tried = [(case, form) for case in cases if not case.settled and (form := next(case.forms, None))]
    answers = _answers(
        dict.fromkeys(piece for _, form in tried for piece in form.pieces), translator, glossary
    )
    for case, form in tried:
        case.candidates += _candidates(case, form, answers)
    return [case for case, _ in tried if not case.settled]


def _answers(
    pieces: Iterable[str], translator: Translator, glossary: Glossary
) -> dict[str, tuple[Hypothesis, ...]]:
    """What each piece may be in English: one thing where there is a rule, else the model's hypotheses."""
    fixed = {piece: by_rule(Text(piece), glossary) for piece in pieces}
    free = [piece for piece, english in fixed.items() if english is None]
    said = dict(zip(free, translator.translate(free, HYPOTHESES), strict=True))
    return said | {
        piece: (Hypothesis(english, 0.0),) for piece, english in fixed.items() if english is not None
    }


def _candidates(case: _Case, form: Form, answers: dict[str, tuple[Hypothesis, ...]]) -> Iterator[Candidate]:
    """A form of one piece has all of its hypotheses; one of several the best of each piece."""
    if len(form.pieces) == 1:
        for hypothesis in answers[form.pieces[0]]:
            candidate = _candidate(case, form, [hypothesis.text], hypothesis.score)
            yield candidate
            if candidate.flawless:
                return
        return
    chosen = [_best_of_piece(piece, answers[piece], strict=case.strict) for piece in form.pieces]
    said = [candidate for candidate in chosen if candidate]
    if len(said) == len(chosen):
        score = min(candidate.score for candidate in said)
        yield _candidate(case, form, [candidate.text for candidate in said], score)


def _candidate(case: _Case, form: Form, said: Sequence[str], score: float) -> Candidate:
    written = english_signs(form.joined(said), case.text.french)
    return judged(written, score, case.text.french, case.found, strict=case.strict)


def _best_of_piece(piece: str, hypotheses: Sequence[Hypothesis], *, strict: bool) -> Candidate | None:
    return best([judged(said.text, said.score, piece, (), strict=strict) for said in hypotheses])


def _outcome(case: _Case, translator: Translator) -> Outcome:
    chosen = best(case.candidates)
    if chosen is None:
        return Outcome("", doubts=(Doubt("empty", case.text.french[:60], "lost"),))
    sure = confidence(chosen.score, translator.calibration)
    if not chosen.blocked and sure < REFUSED:
        return Outcome("", chosen.score, (*chosen.doubts, Doubt("confidence", f"{sure:.2f}", "changed")))
    return Outcome(
        text="" if chosen.blocked else chosen.text,
        score=chosen.score,
        doubts=chosen.doubts,
        lost_terms=chosen.lost_terms,
    )
