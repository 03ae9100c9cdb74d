"""What must stay together: a sentence, a list with its head, a table, an article; and what leans on
its neighbour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count, groupby
from typing import Literal

from notices.document import Block, Document, Sentence
from notices.extraction.addresses import folded, is_address
from notices.extraction.bonds import (
    article_limited,
    is_a_ban,
    leans,
    limits,
    named_again,
    says,
    support,
    takes_up,
)
from notices.extraction.noise import is_caption, is_ceremony, is_noise, only_points_elsewhere
from notices.extraction.rows import whole_rows
from notices.extraction.timetables import timetabled
from notices.wording.grammar import has_finite_verb, starts_noun_phrase

__all__ = ["Part", "Unit", "chain", "is_order", "leans", "units_of"]

Part = Literal["body", "basis", "reason", "article", "execution", "remedy", "contact"]
"""Where a unit stands: `basis` visas, `reason` considérants, `execution` who carries it out and publishes it,
`remedy` how to appeal."""

_FRAGMENT = re.compile(
    r"(?i)^(?:de|du|des|d['’]|à|au|aux|jusqu['’]|dont|soit|sauf|hors|par|puis|et|ou|\d+\s)(?!.*:)"
)
"""A few words without a verb, which belong to the sentence before them: "De 9 h à 12 h."."""
_INNER_LEAN = re.compile(r"(?i)^(?:\w+\s+){0,2}de\s+(?:ses|leurs)\b")
_PERSON = re.compile(
    r"(?:Un|Une|Le|La|L['’])\s*(?:\w+\s+)?(?:homme|femme|suspect|suspecte|mis en cause|prévenu|"
    r"accusé|conducteur|individu|personne)\b|M\. |Mme |Monsieur |Madame "
)
_ARTICLE = re.compile(
    r"(?i)^article\s+(?:(\d+(?:[.-]\d+)*)\s*(?:er)?|(1er|premier|unique))\b\s*[.:–—-]*\s*(.*)$"
)
_BASIS = re.compile(r"(?i)^vu(?:\s|e\s|es\s)")
_REASON = re.compile(r"(?i)^considérant\b")
_EXECUTION = re.compile(
    r"(?i)(?:chargée?s?(?:,?\s+chacune?\s+en\s+ce\s+qui\s+l[ea]s?\s+concerne,?)?,?\s+de\s+l['’]exécution|"
    r"sera\s+publiée?\s+au\s+recueil|recueil\s+des\s+actes\s+administratifs|ampliation|copie\s+(?:en\s+)?ser"
    r"a)"
)
_REMEDY = re.compile(
    r"(?i)\b(?:voies\s+et\s+délais\s+de\s+recours|recours\s+(?:contentieux|gracieux|hiérarchique)|"
    r"tribunal\s+administratif\s+(?:dans|peut))|\beffet\s+suspensif\b|\bdécision\s+implicite\b"
)
_BYLINE = re.compile(
    r"(?i)(?:communiqué|publié|parquet|tribunal|préfecture|sous-préfecture|mairie|ville|commune|agence|ministère|"
    r"direction|date de publication)\b.*\b\d{1,2}(?:er)?\s+[a-zûé]+\s+\d{4}\b"
)
"""Who publishes and when: no subject of what stands below."""
_THE_REMEDY = re.compile(r"(?i)^(?:le|les|ce|ces)\s+(?:recours|silence)\b")
"""An appeal that the sentence before has named."""
_CONTACT = re.compile(
    r"(?i)^(?:contacts?|tél(?:éphone)?\.?|mail|e-?mail|courriel|site(?:\s+internet)?|page\s+facebook|"
    r"adresse|renseignements?|horaires?)\s*:"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """One bound unit, in the words of the source."""

    head: Sentence | None
    """The sentence, or what stands before a list or table; None where the list stands alone."""
    items: tuple[Sentence, ...] = ()
    levels: tuple[int, ...] = ()
    """How deep each item stands: 0 is outermost."""
    part: Part = "body"
    topic: Sentence | None = None
    """The nearest heading above, the document's title not counted."""
    article: str = ""
    """"Article 3" where it stands in an article of an order."""
    numbered_by: str = ""
    """The id of the sentence that numbers the article."""
    opens: bool = False
    """True for the first unit of an article."""
    leans_on: int | None = None
    """The place of the unit without which it cannot be understood."""
    names_again: bool = False
    """True where that unit may stand further up, because the unit names again what it takes up."""
    needs: tuple[int, ...] = ()
    """The places of the units behind it without which it is false: its "Toutefois", its exceptions. It is not
    told where one of them is not."""
    place: int = 0
    """Its number in the document's order."""
    rank: int | None = None
    """Its number among the sentences of the body that tell something: 0 is what the notice begins with."""
    paragraph: int = 0
    """The number of its paragraph."""

    @property
    def leans(self) -> bool:
        """True where it cannot be understood alone."""
        return self.leans_on is not None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its sentences in order."""
        return ((self.head,) if self.head else ()) + self.items

    @property
    def origin(self) -> tuple[str, ...]:
        """The ids of its sentences."""
        return tuple(s.id for s in self.sentences)

    @property
    def text(self) -> str:
        """Its words, read in one go."""
        return " ".join(s.text for s in self.sentences)


def units_of(document: Document) -> tuple[Unit, ...]:
    """The units of a document in order: no titles, datelines, signatures, greetings or links."""
    order = is_order(document)
    units: list[Unit] = []
    topic: Sentence | None = None
    article, numbered_by, opens = "", "", False
    for paragraph, (block, run) in enumerate(_runs(timetabled(folded(whole_rows(document.blocks))))):
        first = block.sentences[0] if block.sentences else None
        if first is None or block.kind in ("dateline", "signature", "label", "glossary"):
            continue
        match = _ARTICLE.match(first.text) if order else None
        if match:
            article, numbered_by, opens = f"Article {match[1] or match[2]}", first.id, True
        if block.kind == "heading" or (match and len(first.text.split()) < 4):
            no_topic = block.level == 1 or first.text == document.title or _BYLINE.match(first.text)
            topic = None if no_topic else first
            continue
        for unit in _units(run, apart=_opening_section(topic) is not None):
            part = _opening_section(topic) if not article else None
            own = _part(unit, order, bool(article))
            named = replace(
                unit, topic=topic, part=part if part and own == "body" else own, paragraph=paragraph
            )
            if named.part == "article":
                named = replace(named, article=article, numbered_by=numbered_by, opens=opens, topic=None)
            units.append(named)
            opens = False
    kept = _without_headlines(_kept(units, document), document.title)
    return _leaning(_ranked(tuple(replace(u, place=i) for i, u in enumerate(kept))), document.title)


def chain(unit: Unit, units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """The unit and all that it leans on, in order."""
    places = [unit.place]
    while (leans_on := units[places[-1]].leans_on) is not None:
        places.append(leans_on)
    return tuple(units[place] for place in reversed(places))


def _ranked(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    numbers = count()
    return tuple(replace(u, rank=next(numbers)) if _tells(u) else u for u in units)


_A_CRY = 5
"""So few words tell nothing yet: "Réservez vos dates !"."""


def _tells(unit: Unit) -> bool:
    """True for a sentence of the body that is more than a label or a form."""
    if unit.part not in ("body", "article") or unit.head is None or is_ceremony(unit.head.text):
        return False
    if len(unit.text.split()) <= _A_CRY and unit.text.rstrip().endswith("!"):
        return False
    return has_finite_verb(unit.head.text) and not _LABELLED.match(unit.head.text)


def _leaning(units: tuple[Unit, ...], title: str) -> tuple[Unit, ...]:
    leaning: list[Unit] = []
    for unit in units:
        on, again = _support(unit, leaning), False
        if on is None and unit.head and unit.place and unit.part not in ("basis", "execution"):
            on = _named_before(named_again(_said(unit)), leaning, title)
            again = on is not None
        leaning.append(replace(unit, leans_on=on, names_again=again))
    return tuple(replace(u, needs=_limits(u, leaning)) for u in leaning)


def _named_before(noun: str, before: Sequence[Unit], title: str) -> int | None:
    """The place of the unit that tells what a noun means: what only takes it up itself is passed over, and
    the title, which is always told, needs no other."""
    if not noun or says(title, noun):
        return None
    place = len(before) - support(noun, [unit.text for unit in before])
    while (on := before[place].leans_on) is not None and takes_up(before[place].text, noun):
        place = on
    return place


def _support(unit: Unit, before: Sequence[Unit]) -> int | None:
    """What a unit leans on that must stand right before it: the unit before it, or for "trois de ses proches"
    the last person told of, for an exception to an article its ban."""
    if unit.place == 0 or unit.head is None:
        return unit.place - 1 if unit.place and _is_table_of(unit, before[-1]) else None
    if unit.leans_on == -1:
        return unit.place - 1
    text = _said(unit)
    if _INNER_LEAN.match(text):
        people = (u.place for u in reversed(before[-3:]) if _PERSON.match(u.text))
        return next(people, unit.place - 1)
    if article := article_limited(text):
        return next((u.place for u in before if u.article == f"Article {article}" and is_a_ban(u.text)), None)
    if unit.part == before[-1].part == "remedy" and _THE_REMEDY.match(text):
        return unit.place - 1
    fragment = _FRAGMENT.match(text) and len(text.split()) <= 10 and not has_finite_verb(text)
    return unit.place - 1 if fragment or leans(text) else None


def _is_table_of(unit: Unit, before: Unit) -> bool:
    """True for a table that no words announce, under the sentence that stands before it."""
    same = (before.topic, before.article, before.part) == (unit.topic, unit.article, unit.part)
    return same and before.head is not None and all(item.kind == "row" for item in unit.items)


def _said(unit: Unit) -> str:
    """The head of a unit without the number of its article."""
    text = unit.head.text.lstrip('«“"• ') if unit.head else ""
    numbered = _ARTICLE.match(text) if unit.opens else None
    return numbered[3] or text if numbered else text


def _limits(unit: Unit, units: Sequence[Unit]) -> tuple[int, ...]:
    """The places of the units that limit what a unit says: the next one, or an exception to its article."""
    places = [u.place for u in units[unit.place + 1 :] if u.leans_on == unit.place and _lifts(u)]
    after = units[unit.place + 1] if unit.place + 1 < len(units) else None
    if after and (after.topic, after.article) == (unit.topic, unit.article) and after.part == unit.part:
        leaning = after.leans_on == unit.place
        if limits(_said(after), unit.text, leaning=leaning) and after.place not in places:
            places.append(after.place)
    return tuple(sorted(places))


def _lifts(unit: Unit) -> bool:
    return bool(article_limited(_said(unit)))


def _opening_section(topic: Sentence | None) -> Part | None:
    """What stands under a heading that says only "Vu" or "Considérant"."""
    word = topic.text.strip(" :,-").lower() if topic else ""
    return (
        "basis"
        if word in ("vu", "vus")
        else "reason"
        if word in ("considérant", "considerant", "considérants")
        else None
    )


def is_order(document: Document) -> bool:
    """True for an arrêté and its like: visas or the word ARRÊTE, and articles."""
    texts = [b.sentences[0].text for b in document.blocks if b.sentences]
    visas = sum(1 for t in texts if _BASIS.match(t))
    decides = any(re.match(r"(?i)(?:arr[êe]te(?:nt)?|d[ée]cide(?:nt)?)\s*:?$", t.strip()) for t in texts)
    articles = sum(1 for t in texts if _ARTICLE.match(t))
    return articles >= 1 and (visas >= 2 or decides)


def _runs(blocks: tuple[Block, ...]) -> list[tuple[Block, tuple[Block, ...]]]:
    """Each paragraph with the list or table that follows it; a list without a paragraph stands alone."""
    runs: list[tuple[Block, tuple[Block, ...]]] = []
    for listed, group in groupby(filter(_speaks, blocks), key=lambda b: b.kind in ("item", "row")):
        members = tuple(group)
        if not listed:
            runs.extend((block, (block,)) for block in members)
        elif runs and runs[-1][0].kind == "paragraph" and _announces(runs[-1][0]) and _is_list(members):
            head, own = runs.pop()
            runs.append((head, own + members))
        elif _is_list(members):
            runs.append((members[0], members))
        else:
            runs.extend((block, (block,)) for block in members)
    return runs


def _speaks(block: Block) -> bool:
    """False for a block that no list should be broken by: a caption, a link, an empty one."""
    if not block.sentences:
        return False
    text = block.sentences[0].text
    if _BASIS.match(text) or text.rstrip().endswith(":"):
        return True
    return block.kind != "paragraph" or len(block.sentences) > 1 or not (is_noise(text) or is_caption(text))


def _is_list(blocks: tuple[Block, ...]) -> bool:
    """True where the items are bound to their head; items that are sentences of their own are
    paragraphs with a bullet."""
    own = sum(
        1 for b in blocks if len(b.sentences) > 1 or (b.kind == "item" and _is_sentence(b.sentences[0].text))
    )
    return own <= len(blocks) / 2


def _is_sentence(text: str) -> bool:
    return (
        len(text.split()) > 12
        and starts_noun_phrase(text)
        and has_finite_verb(text)
        and text.rstrip().endswith(".")
    )


def _announces(block: Block) -> bool:
    last = block.sentences[-1].text.rstrip()
    return last.endswith((":", "suivants", "suivantes", "suivants.", "suivantes.")) or bool(
        re.search(r"(?i)\b(?:comme|suivante?s?)\s*:?$", last)
    )


def _units(run: tuple[Block, ...], apart: bool = False) -> list[Unit]:
    prose = [s for b in run if b.kind not in ("item", "row") for s in b.sentences]
    listed = [
        (s, b.level)
        for b in _without_heads(run)
        if b.kind in ("item", "row")
        for s in b.sentences
        if not is_noise(s.text)
    ]
    items, levels = tuple(s for s, _ in listed), tuple(level for _, level in listed)
    if items and apart:
        return [_alone(s) for s in (*prose, *items)]
    if items and not prose and len(run) == 1 and run[0].kind == "item":
        return [replace(_alone(s), leans_on=-1 if i else None) for i, s in enumerate(items)]
    if items and prose:
        return [*(_alone(s) for s in prose[:-1]), replace(_alone(prose[-1]), items=items, levels=levels)]
    if items:
        return [Unit(head=None, items=items, levels=levels)]
    return [_alone(s) for s in prose]


def _without_heads(run: tuple[Block, ...]) -> list[Block]:
    """The blocks without the head of a table: each row under it says its names again."""
    return [b for b, after in zip(run, (*run[1:], None), strict=True) if not _is_table_head(b, after)]


def _is_table_head(block: Block, after: Block | None) -> bool:
    """True for "Produit ; Lot" where "Produit : fromage ; lot : 12" follows, or a title of the rows below."""
    if block.kind != "row" or after is None or after.kind != "row":
        return False
    head, row = block.sentences[0].text, after.sentences[0].text
    names = [name.strip(" .").lower() for name in head.split(" ; ")]
    if len(names) < 2 or " : " in head:
        return False
    titled = block.header and len(list(filter(None, after.cells))) == 1 and " : " not in row
    told = row.lower()
    return titled or told.startswith(f"{names[0]} : ") or f" ; {names[0]} : " in told


def _alone(sentence: Sentence) -> Unit:
    return Unit(head=sentence)


def _part(unit: Unit, order: bool, in_article: bool) -> Part:
    text = unit.text
    if _REMEDY.search(text):
        return "remedy"
    if order and _EXECUTION.search(text):
        return "execution"
    if in_article:
        return "article"
    if _BASIS.match(text):
        return "basis"
    if _REASON.match(text) or (order and re.match(r"(?i)sur\s+(?:la\s+)?proposition", text)):
        return "reason" if _REASON.match(text) else "basis"
    return "contact" if _CONTACT.match(text) or (not unit.items and is_address(text)) else "body"


def _kept(units: list[Unit], document: Document) -> list[Unit]:
    return [u for u in units if not _is_empty(u, document)]


def _is_empty(unit: Unit, document: Document) -> bool:
    if unit.head is None:
        return not unit.items
    if unit.items:
        return is_noise(unit.head.text)
    text = unit.head.text
    return (
        is_noise(text)
        or (only_points_elsewhere(text) and len(text.split()) < 14)
        or _is_in(text, document.title, [s.text for s in document.sentences() if s.id != unit.head.id])
    )


def _is_in(text: str, title: str, others: list[str]) -> bool:
    """True for what the title says already; but a title may be made of the only sentence that says it."""
    said, told = _bare(text), _bare(title)
    if said != told and (len(said.split()) <= 3 or said not in told):
        return False
    is_prose = has_finite_verb(text) and text.rstrip().endswith((".", "!", "?"))
    return not is_prose or any(said in _bare(other) for other in others)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def _without_headlines(units: list[Unit], title: str) -> list[Unit]:
    """The units without a first line of no verb whose words the title and the next sentences say."""
    if len(units) < 3 or units[0].head is None or units[0].items or units[0].part != "body":
        return units
    words = _long_words(units[0].text)
    around = _long_words(" ".join((title, units[1].text, units[2].text)))
    told = len(words & around) >= _TOLD_AGAIN * len(words)
    form = _KIND_OF_TEXT.search(units[0].text) and len(units[0].text.split()) <= 12
    return units[1:] if (told or form) and words and not has_finite_verb(units[0].text) else units


def _long_words(text: str) -> frozenset[str]:
    return frozenset(word[:6].lower() for word in re.findall(r"[^\W\d_]{5,}", text))


_TOLD_AGAIN = 0.75
"""A headline of which so many words stand elsewhere tells nothing of its own."""
_LABELLED = re.compile(r"[A-ZÀ-Ý][\w'’-]*(?:\s[\w'’-]+){0,3}\s?:\s")
_KIND_OF_TEXT = re.compile(r"(?i)\b(?:informations?|notes?|avis|communiqué)\s+(?:aux?|à|de|du|des)\b")
