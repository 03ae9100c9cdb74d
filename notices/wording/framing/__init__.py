"""What hangs on the verb or on a noun of one clause stands behind it under its name, one rule a file."""

from __future__ import annotations

from collections.abc import Callable

from notices.syntax import Tree

Rule = Callable[[Tree], tuple[str, ...] | None]
"""The pieces of a sentence, in order; None where the rule is not sure of it."""

RULES: tuple[Rule, ...] = ()
"""In the order in which they are asked."""
