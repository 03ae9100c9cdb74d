"""A sentence with less in it: what it says stays, what only surrounds it goes.

Groups that stand beside the statement (relatives and participles between commas, frames, reasons, brackets)
are left out where they tell little for their words; what binds the statement stays: suspicions, exceptions,
conditions, negations, whoever says it. Each form is proven against the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from notices.extraction.happenings import event_kinds
from notices.facts import find_facts
from notices.gate import prove
from notices.trimming.removable import Group, removable
from notices.wording.clauses import rows_of_verbs
from notices.wording.grammar import has_finite_verb, words_in
from notices.wording.joints import capital, tidy

_LEVELS = (0.13, 0.4, 2.0)
"""What a group may tell for each of its words to be left out: from the longest form to the shortest."""
DEPTHS = len(_LEVELS)
"""So many forms a sentence has at most."""
_LEAST_WORDS = 13
"""A shorter sentence is left as it is."""
_LEAST_LEFT = 6
_TELLS = {
    "date": 3.0, "time": 1.5, "duration": 2.0, "number": 1.0, "measure": 1.5, "percent": 2.5,
    "quantifier": 1.0, "negation": 2.0, "name": 0.6, "acronym": 0.2,
}  # fmt: skip
_EVENT = 0.6
_TIGHT = 1.0
"""What goes with a group that no comma sets apart."""


@lru_cache(maxsize=1024)
def trimmed(text: str) -> tuple[str, ...]:
    """The shorter forms of a sentence, the longest first; none where nothing can go, or where what seems to
    stand beside the statement is a member of a row of verbs."""
    if words_in(text) < _LEAST_WORDS or not has_finite_verb(text) or rows_of_verbs.split(text):
        return ()
    groups = [(group, _told(text, group)) for group in removable(text)]
    forms: list[str] = []
    for level in _LEVELS:
        form = _without(text, [group for group, told in groups if told <= level])
        if form not in (text, *forms):
            forms.append(form)
    return tuple(forms)


def _told(text: str, group: Group) -> float:
    """What a group tells for each of its words."""
    words = text[group.start : group.end]
    facts = sum(_TELLS.get(fact.kind, 0.0) for fact in find_facts(words) if not fact.weak)
    events = _EVENT * len(event_kinds(words))
    return (facts + events + (0.0 if group.loosely else _TIGHT)) / max(3, words_in(words))


def _without(text: str, groups: Sequence[Group]) -> str:
    """The text without as many of these as the gate lets go, the largest first."""
    left = text
    gone: list[Group] = []
    for group in sorted(groups, key=lambda g: g.start - g.end):
        if any(group.start < other.end and other.start < group.end for other in gone):
            continue
        form = _cut(text, [*gone, group])
        if _stands(form, text):
            gone.append(group)
            left = form
    return left


def _cut(text: str, groups: Sequence[Group]) -> str:
    """The text without the groups, its first letter as it was."""
    kept, at = [], 0
    for group in sorted(groups, key=lambda g: g.start):
        kept.append(text[at : group.start])
        at = group.end
    form = tidy("".join((*kept, text[at:])))
    return capital(form) if text[:1].isupper() else form


def _stands(form: str, source: str) -> bool:
    if words_in(form) < _LEAST_LEFT or (has_finite_verb(source) and not has_finite_verb(form)):
        return False
    return not any(doubt.severity == "block" for doubt in prove(form, [source]))
