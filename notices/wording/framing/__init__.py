"""What hangs on the verb, or on a noun, of one clause stands behind it under its name, one rule a file.

What was cut off last stands first behind the clause: so the rules go from what a reader can spare to what
the clause needs, and its exception stands directly behind it.
"""

from __future__ import annotations

from collections.abc import Callable

from notices.syntax import Tree
from notices.wording.framing import (
    additions,
    advice,
    amounts,
    announced,
    beside,
    brackets,
    causes,
    company,
    conditions,
    conformity,
    contacts,
    days,
    durations,
    exceptions,
    fragments,
    frames,
    fronts,
    ifs,
    introduced,
    joined,
    means,
    moments,
    occasions,
    penalties,
    periods,
    places,
    purposes,
    recipients,
    results,
    starts,
    subjects,
    taken_up,
    texts,
    there,
)

Rule = Callable[[Tree], tuple[str, ...] | None]
"""The pieces of a sentence, in order; None where the rule is not sure of it."""

RULES: tuple[Rule, ...] = (
    introduced.split,
    ifs.split,
    results.split,
    beside.split,
    taken_up.split,
    there.split,
    joined.split,
    fragments.split,
    fronts.split,
    announced.split,
    contacts.split,
    frames.split,
    advice.split,
    brackets.split,
    additions.split_examples,
    additions.split,
    texts.split,
    conformity.split,
    company.split,
    occasions.split,
    subjects.split,
    purposes.split,
    causes.split,
    penalties.split,
    recipients.split,
    means.split,
    moments.split,
    amounts.split,
    durations.split,
    days.split,
    periods.split,
    conditions.split,
    places.split,
    exceptions.split,
    starts.split,
)
"""In the order in which they are asked."""
