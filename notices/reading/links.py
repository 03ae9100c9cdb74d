"""A link is its text; where the text alone leaves the reader without the address, the address follows."""

from __future__ import annotations

import re
from urllib.parse import unquote

_SAYS_NOTHING = re.compile(
    r"(?:cliquez |cliquer |voir |juste |par )?(?:ici|là)(?: même)?|"
    r"(?:ce |le |via ce |sur ce )?(?:lien|site|formulaire)(?: suivant)?|(?:la page )?suivante?|cliquez|"
    r"en savoir \+?(?:plus)?|plus d['’]infos?(?:rmations?)?|lire la suite|voir|accéder|télécharger|consulter|"
    r"site internet|site web|voir le site|lien internet",
    re.I,
)
_MAX_ADDRESS = 150


def with_address(text: str, href: str) -> str:
    """What to write after a link's text: its address in brackets, or nothing."""
    address = _address(href)
    words = " ".join(text.split()).strip(" .:>»→")
    if not address or not words or _bare(address) in _bare(words) or len(address) > _MAX_ADDRESS:
        return ""
    if href.lower().startswith(("mailto:", "tel:")):
        return "" if _digits(address) and _digits(address)[-9:] in _digits(words) else f" ({address})"
    return f" ({address})" if _SAYS_NOTHING.fullmatch(words) else ""


def _address(href: str) -> str:
    href = href.strip()
    if re.match(r"https?://[^\s/]+\.", href, re.I):
        return href
    scheme, _, rest = href.partition(":")
    if scheme.lower() in ("mailto", "tel"):
        return unquote(rest.partition("?")[0]).strip()
    return ""


def _bare(text: str) -> str:
    return re.sub(r"^https?://(www\.)?|[\s/]+$", "", text.lower())


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
