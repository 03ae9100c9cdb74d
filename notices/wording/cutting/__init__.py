"""What hangs on verbs becomes sentences of their own, one rule a file, read from the tree of the sentence.

A rule gives the pieces of a sentence in order, or None where it is not sure. The tree may be wrong: each
rule looks at the shape of what it cut, and nothing is taken that was not proven afterwards.
"""

from __future__ import annotations

from collections.abc import Callable

from notices.syntax import Tree
from notices.wording.cutting import (
    able,
    absolutes,
    adverbials,
    anyway,
    appositions,
    bans,
    cases,
    charges,
    clauses,
    colons,
    complements,
    everyone,
    gerunds,
    infinitives,
    instead,
    limits,
    participles,
    relatives,
    restrictive,
    resumed,
    semicolons,
    shared,
    thats,
    whoever,
)

Rule = Callable[[Tree], tuple[str, ...] | None]

RULES: tuple[Rule, ...] = (
    semicolons.split,
    colons.split,
    thats.split,
    clauses.split,
    everyone.split,
    shared.split,
    shared.split_with_pronoun,
    absolutes.split,
    resumed.split,
    relatives.split,
    participles.split,
    appositions.split,
    infinitives.split,
    instead.split,
    limits.split,
    gerunds.split,
    complements.split,
    charges.split,
    bans.split,
    anyway.split,
    adverbials.split,
    restrictive.split,
    able.split,
    cases.split,
    whoever.split,
)
"""In the order in which they are asked."""
