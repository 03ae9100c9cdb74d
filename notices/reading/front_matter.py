"""The fields at the head of a page of a town hall's site: what Jekyll and its kin call front matter."""

from __future__ import annotations

import re
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_FIELD = re.compile(r"^([A-Za-z_-]{3,20})[ \t]*:[ \t]*(.+?)[ \t]*$", re.M)
_TITLES = ("title", "titre_page", "titre")
_LEADS = ("subheadline", "subtitle", "sous_titre", "sous-titre", "teaser", "chapeau", "accroche")
"""What the site shows above the text; `description` and `excerpt` are for search engines and lists."""
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a page says of itself before its text."""

    title: str = ""
    date: str = ""
    """ISO 8601, empty where there is none."""
    leads: tuple[str, ...] = ()
    """Lines that the site shows above the text."""

    def new_leads(self, text: str) -> tuple[str, ...]:
        """The leads that say something that neither the title nor the text says word for word."""
        said = f" {_bare(self.title)} {_bare(text)} "
        return tuple(lead for lead in self.leads if _bare(lead) and f" {_bare(lead)} " not in said)


def front_matter(text: str) -> tuple[FrontMatter, str]:
    """The fields that we know, and the text after them. No YAML: a field is a line."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return FrontMatter(), text
    fields = {name.lower(): _unquoted(value) for name, value in reversed(_FIELD.findall(match[1]))}
    title = next((fields[name] for name in _TITLES if fields.get(name)), "")
    leads = dict.fromkeys(fields[name] for name in _LEADS if name in fields)
    return FrontMatter(title, _date(fields.get("date", "")), tuple(leads)), text[match.end() :]


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        inner = value[1:-1].strip()
        return inner.replace("''", "'") if value[0] == "'" else inner.replace('\\"', '"')
    return "" if value[:1] in "|>[{&*!" else value


def _date(value: str) -> str:
    match = _ISO_DATE.search(value)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def _bare(text: str) -> str:
    """The words alone, in small letters."""
    return " ".join(re.findall(r"\w+", text.casefold()))
