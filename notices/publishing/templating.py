"""The templates beside this file, opened so that nothing of a notice ever becomes markup."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
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


def policy(style: str, script: str = "") -> str:
    """The page's security policy: its own style and script and the sound beside it, nothing else.

    `file:` is named for browsers in which `'self'` never matches a page opened from disk.
    """
    scripts = f"script-src '{digest(script)}'; " if script else ""
    return (
        f"default-src 'none'; style-src '{digest(style)}'; {scripts}"
        "media-src 'self' file:; base-uri 'none'; form-action 'none'"
    )


def digest(text: str) -> str:
    """How a security policy names a style or script of ours."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@cache
def _environment() -> Environment:
    from jinja2 import Environment

    return environment(Environment, verbatim)


def environment(kind: type[Environment], text_of: Callable[[str], str | None]) -> Environment:
    """Templates by name, each escaping what it is filled with, and failing where a value is missing."""
    from jinja2 import FunctionLoader, StrictUndefined

    made = kind(loader=FunctionLoader(text_of), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    made.globals["say"] = say
    return made
