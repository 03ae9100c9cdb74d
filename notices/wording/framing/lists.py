"""Like things in a row become a list: "A, B et C sont chargés de X" -> "Sont chargés de X :", A, B, C."""

from __future__ import annotations

import re

from notices.syntax import Tree
from notices.wording.framing import infinitives, members
from notices.wording.framing.clause import is_loose
from notices.wording.framing.shapes import FULL_DATE, HOUR, LONG
from notices.wording.grammar import comma_parts, has_finite_verb, starts_noun_phrase, words_in
from notices.wording.joints import capital, small

_LONGEST_HEAD = 20
_LONGEST_ITEM = 14
_LONGEST_LABEL = 6
_FRONT = re.compile(
    r"^(?:Article\s+\S+\s:\s+|(?:En\s+revanche|Toutefois|Cependant|De\s+même|Enfin|Par\s+ailleurs|En\s+outre),\s+)"
)
_EACH = re.compile(r",?\s+chacune?s?\s+(?:en|pour)\s+ce\s+qui\s+(?:le|la|les)\s+concerne,?(?=\s)")
_LAST = re.compile(
    r"^(?P<one>.+?),?\s+et\s+(?P<other>(?:les?|la|des|une?|ses|leurs?|ce(?:ux|lles)|M\.|Mme)\s.+|l['’].+)$"
)
_OF_ITEM = re.compile(r"(?i)\b(?:qui|dont|où)\b")
_FOR = re.compile(
    r"^(?P<noun>(?:Les|Des)\s[^,]*?)\s(?P<list>(?P<word>à|pour)\s[^;:()]+?,\s+(?P=word)\s[^;:()]+\set\s(?P=word)\s[^;:(),]+)$"
)


def enumeration(tree: Tree) -> members.Listed | None:
    """The head of a list and its items: things under one name, the subjects, those that these are for, or the
    like things behind the verb; None where there are none."""
    return (
        _of_exception(tree)
        or _of_times(tree.text.rstrip(". "))
        or _of_label(tree)
        or _subjects(tree)
        or _for_whom(tree)
        or infinitives.enumeration(tree.text)
        or members.enumeration(tree)
    )


_EXCEPTION = re.compile(
    r"^(?P<head>Sauf(?:\s+(?:pour|chez|dans))?|(?:Pour\s+qui|Notamment|Et\s+aussi|Y\s+compris)\s:)\s(?P<list>\S.+)$"
)


def _of_exception(tree: Tree) -> members.Listed | None:
    """ "Sauf pour les riverains, les secours et les bus": one an item."""
    match = _EXCEPTION.match(tree.text.rstrip(". "))
    items = _items(match["list"]) if match and words_in(tree.text) > LONG else ()
    return (match["head"].rstrip(" :"), items) if match and len(items) > 2 else None


_DATED = rf"(?<!au\s)\b(?:(?:le\s+)?{FULL_DATE}|(?:le\s+)?\w+di(?:\s+(?:matin|soir|après-midi))?)"
_AT = rf"{HOUR}(?![a-z])"
_SPAN = rf"(?:{_DATED},?\s+)?de\s+{_AT}\s+à\s+{_AT}"
_TIMES = re.compile(
    rf"(?i)^(?P<head>(?:(?!\b{_DATED}\s+de\s)[^:;()])*?)[,\s]*(?P<list>{_SPAN}(?:,\s+{_SPAN})*,?\s+et\s+{_SPAN})$"
)
_SPANS = re.compile(rf"(?i){_SPAN}")


def _of_times(text: str) -> members.Listed | None:
    """ "Ouvert du lundi au jeudi de 8 h à 12 h et de 13 h à 17 h": each span of hours is an item."""
    match = _TIMES.match(text) if words_in(text) > LONG else None
    if match is None or is_loose(match["head"]):
        return None
    head = match["head"].rstrip(" ,:")
    items = tuple(_SPANS.findall(match["list"]))
    return (head or "Dates", tuple(map(small, items))) if words_in(head) <= _LONGEST_HEAD else None


_FOR_BOTH = re.compile(
    r"^Pour\s(?P<one>[^,;:()]+?(?:,\s+pour\s[^,;:()]+?)*)\s+et\s+pour\s+(?P<last>[^;:()]+),\s+"
    r"(?P<said>(?:seule?s?|il|elle|ils|elles|l[ea]s?|l['’]|une?|des|aucune?)(?:\s|(?<=['’]))[^,;:]+)$"
)


def _for_whom(tree: Tree) -> members.Listed | None:
    """ "Pour les bébés et pour les malades, l'eau doit être bouillie" -> the rule, then for whom."""
    match = _FOR_BOTH.match(tree.text.rstrip(". "))
    if words_in(tree.text) <= LONG or not match or not has_finite_verb(match["said"]):
        return None
    items = (*re.split(r",\s+pour\s+", match["one"]), match["last"])
    if any(has_finite_verb(item) or re.match(r"[a-zà-ÿ]+(?:er|ir|re)\b", item) for item in items):
        return None
    return capital(match["said"]), tuple(f"pour {item}" for item in items)


def _subjects(tree: Tree) -> members.Listed | None:
    """The predicate as the head of a list, and its subjects as items; None where there are fewer than three
    or one is more than a noun phrase."""
    text = _EACH.sub("", tree.text.rstrip(". "))
    if words_in(text) <= LONG or not re.search(r",.*\set\s", text):
        return None
    start = _verb(tree, text)
    if not start:
        return None
    front = _FRONT.match(text)
    subject = text[front.end() if front else 0 : start].strip(" ,")
    items, noun = _items(subject), ""
    if not items and (found := _FOR.match(subject)):
        noun = small(found["noun"])
        items = tuple(re.split(rf"(?:,|\set)\s+(?={found['word']}\s)", found["list"]))
    said = f"{text[start:]} {noun}".strip()
    if len(items) < 3 or not _is_head(text[start:]) or re.search(r"(?i)\s(?:y|en)$", subject):
        return None
    head = f"{front[0]}{capital(said) if ':' in front[0] else said}" if front else capital(said)
    return head, tuple(small(item) for item in items)


_OWN = re.compile(
    r"(?i)^(?:lieu|adresse|dates?|horaires|contact|téléphone|e-mail|renseignements|présents|raison|cas|délai|quand|exemple)\b"
)
_OTHER = re.compile(
    r"(?:(?:à|au|aux|en|dans|sur|par|pour|chez|du|de|des|dont|sous|sans|avec|y|le\s+\d|soit|puis|sauf|n°)\b|d['’]|[A-ZÀ-Ý])"
)


def _of_label(tree: Tree) -> members.Listed | None:
    """ "Critères : prix (40 %), qualité (35 %) et délai (25 %)": three things under one name."""
    label, colon, said = tree.text.rstrip(". ").partition(" : ")
    if not colon or words_in(label) > _LONGEST_LABEL or has_finite_verb(label) or _OWN.match(label):
        return None
    parts = list(comma_parts(said))
    last = re.match(r"(?P<one>[^()]+(?:\([^()]*\))?)\s+et\s+(?P<other>.+)$", parts[-1])
    parts[-1:] = [last["one"], last["other"]] if last else [parts[-1]]
    plain = all(
        1 <= words_in(part) <= 8 and not has_finite_verb(part) and not _OTHER.match(part) for part in parts
    )
    return (label, tuple(parts)) if plain and len(parts) > 2 and words_in(tree.text) > LONG else None


def _items(subject: str) -> tuple[str, ...]:
    """The subjects; none where something else stands among them."""
    parts = list(comma_parts(subject))
    last = _LAST.match(parts[-1])
    if len(parts) < 2 or not last:
        return ()
    items = (*parts[:-1], last["one"], last["other"])
    return items if all(map(_is_plain, items)) else ()


def _is_plain(item: str) -> bool:
    return (
        (starts_noun_phrase(item) or bool(re.match(r"ce(?:ux|lles)\s", item)))
        and words_in(item) <= _LONGEST_ITEM
        and item.count("(") == item.count(")")
        and not re.search(r"\b(?:étant|ayant)\b", item)
        and (not has_finite_verb(item) or bool(_OF_ITEM.search(item)))
    )


def _is_head(head: str) -> bool:
    return words_in(head) <= _LONGEST_HEAD and not re.search(
        r"[;:]|\b(?:que|qui|dont|où|ils|elles(?!-))\b", head
    )


def _verb(tree: Tree, text: str) -> int:
    """Where the predicate of the main clause begins, its auxiliary and negation with it; 0 where the sentence
    begins with it, or words were left out before it."""
    root = tree.root
    own = [t for t in tree.children(root, "aux", "cop", "advmod", "expl") if t.place < root.place]
    own = [t for t in own if t.pos == "AUX" or t.text.lower() in ("ne", "n'", "n’", "se", "s'", "s’")]
    start = min([root.start, *(t.start for t in own)])
    verb = min([root, *(t for t in own if t.pos == "AUX")], key=lambda t: t.start)
    first = re.match(r"[\w’'-]+", text[verb.start :])
    same = text[: verb.end] == tree.text[: verb.end]
    return start if same and first and has_finite_verb(f"cela {first[0]}") else 0
