"""The templates beside this file, opened so that nothing of a notice ever becomes markup."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from notices.phrases import say

if TYPE_CHECKING:
    from jinja2 import Environment


def fill(template: str, **values: Any) -> str:
    """The template filled with `values`, each escaped; ends with a line break."""
    return _environment().get_template(template).render(**values).rstrip("\n") + "\n"


def verbatim(name: str) -> str:
    """A style sheet or script of ours, as it stands."""
    return files("notices.publishing").joinpath("templates", name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(verbatim), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals["say"] = say
    return environment
