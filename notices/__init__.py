"""French public notices in plain French, in English and as audio, with a proof that nothing was lost."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notices.api import make, score, summarise, translate
    from notices.errors import NoticesError
    from notices.settings import Settings

__version__ = "0.1.0"

__all__ = ["NoticesError", "Settings", "__version__", "make", "score", "summarise", "translate"]

_HOMES = {
    "make": "notices.api",
    "score": "notices.api",
    "summarise": "notices.api",
    "translate": "notices.api",
    "NoticesError": "notices.errors",
    "Settings": "notices.settings",
}


def __getattr__(name: str) -> object:
    """Load a public name from its home when it is first asked for: `import notices` stays light."""
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)
