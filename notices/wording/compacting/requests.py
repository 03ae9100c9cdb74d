"""What is asked of the reader, as an order: "Nous vous invitons à remplir le coupon" -> "Remplissez le
coupon".

Only where everybody is asked: what is asked of the residents of a street, of minors or of those concerned
keeps its people."""

from __future__ import annotations

import re

from notices.lexicon import word_tags
from notices.wording.compacting.verbs import order
from notices.wording.joints import begins_with_vowel, capital

_YOU = (
    r"(?:nous|je) vous (?:invitons|convions|demandons|prions|remercions|invite|demande|prie|remercie)"
    r"(?: (?:donc|par conséquent|également|instamment|vivement|à nouveau|par avance))?"
    r" (?:à|de|d['’])(?: ?bien vouloir)?|"
    r"vous êtes (?:donc |également |instamment |vivement )?(?:invitée?s?|conviée?s?|priée?s?|appelée?s?) "
    r"(?:à|de)(?: bien vouloir)?|"
    r"il vous est (?:donc |également |instamment )?demandé de(?: bien vouloir)?|il vous appartient (?:donc "
    r")?de|"
    r"merci de(?: bien vouloir)?|veuillez(?: bien)?|prière de|vous voudrez bien|vous devrez donc|"
    r"n['’]hésitez pas à|pensez (?:également |aussi |bien )?à|n['’]oubliez pas de|veillez (?:donc |"
    r"également |bien )?à(?! ce\b)|prenez soin de|"
    r"assurez-vous de|ayez soin de"
)
_READERS = (
    r"(?:les|chaque|le) (?:participants?|usagers?|habitants?|randonneurs?|visiteurs?|spectateurs?|"
    r"baigneurs?|promeneurs?|"
    r"administrés?|citoyens?)|chacun|les participants et accompagnants"
)
"""Whom a notice is for."""
_EVERYBODY = (
    rf"(?:{_READERS}) (?:doivent|devront|doit|devra|(?:sont|seront|est|sera) tenus? de) (?:donc |également |"
    rf"aussi |impérativement |obligatoirement )?(?!être\b)|"
    r"(?:(?:chacun|le public|la population|tout un chacun|toute personne intéressée)(?: est| sera)|"
    r"(?:les personnes intéressées|les intéressés|les habitants|les usagers|les administrés)(?: sont| "
    r"seront))"
    r" (?:donc |également |instamment |vivement )?(?:invitée?s?|conviée?s?|priée?s?|appelée?s?) (?:à|de)(?: "
    r"bien vouloir)?|"
    r"il est (?:donc |également |instamment )?demandé (?:à (?:chacun|tous|la population|l['’]ensemble de la "
    r"population)|"
    r"aux (?:habitants|usagers)|au public) de(?: bien vouloir)?"
)
_ASKED = re.compile(
    rf"(?i)(?P<start>^|[.;:!?,] )(?:(?P<you>{_YOU})|(?P<all>{_EVERYBODY}))(?: |(?<=[ '’]))(?P<what>[^.;:!?]+)"
)
_SIGNS = re.compile(
    r"(?i)vous|doi[vt]|devr|tenus? de|merci|prière|hésite|invit|pri[ée]|convi|demandé|appel|pensez|oubliez|"
    r"veill|soin"
)
_ACT = re.compile(
    r"(?P<not>ne (?P<no>pas|plus|jamais) )?(?P<clitics>(?:(?:vous|se|nous|me|le|la|les|lui|leur|y|en) |"
    r"[sl]['’]){0,2})"
    r"(?P<verb>[a-zà-ÿœ-]+(?:er|ir|re|oir))\b(?! ?-)"
)
_NEXT = re.compile(
    r"(?P<joint>, (?:et |puis |ou )?|(?:,? )(?:et|ou|puis) )(?P<prep>(?:à|de) |d['’])?"
    r"(?=(?:ne (?:pas|plus|jamais) )?(?:(?:vous|se|nous|me|le|la|les|lui|leur|y|en) |"
    r"[sl]['’]){0,2}[a-zà-ÿœ-]+(?:er|ir|re|oir)\b)"
)
_COURTESY = frozenset("croire agréer recevoir excuser accepter".split())
"""Verbs of greetings and excuses."""
_AGREES = re.compile(
    r" (?:munie?s?|accompagnée?s?|vêtue?s?|équipée?s?|seule?s?|présente?s?|nombreu(?:x|ses))\b"
)
"""What agrees with those who are asked."""
_POSSESSIVE = {"son": "votre", "sa": "votre", "ses": "vos", "leur": "votre", "leurs": "vos"}
_HIS = re.compile(r"\b(?P<his>son|sa|ses|leurs?)\b(?= [a-zà-ÿ])")
_OTHERS = re.compile(r"\b(?:ils?|elles?|eux|lui|soi|s['’]ils?|se|s['’](?!il))\b")


def rule(text: str) -> str:
    """The text with what is asked of its reader as orders."""
    if not _SIGNS.search(text) or "«" in text:
        return text
    return _ASKED.sub(_ordered, text)


def _ordered(match: re.Match[str]) -> str:
    if match["start"] == ", " and re.search(r"\b(?:que|qui|où|dont)\b[^,]*$", match.string[: match.start()]):
        return match.group()
    return _told(match, match["what"])


def _told(match: re.Match[str], what: str) -> str:
    first = _ACT.match(what)
    if first is None or first["verb"].lower() in _COURTESY or _AGREES.match(what, first.end()):
        return match.group()
    said = _as_order(first, everybody=bool(match["all"]))
    if said is None:
        return match.group()
    rest = _with_the_others(what[first.end() :], everybody=bool(match["all"]))
    if rest is None:
        return match.group()
    asked = match.group()[len(match["start"]) :]
    return match["start"] + (capital(said) if asked[:1].isupper() else said) + rest


def _with_the_others(rest: str, everybody: bool) -> str | None:
    """What follows the first verb, the verbs that are joined to it as orders too; None where it is not sure
    which ones are."""
    if everybody:
        if _OTHERS.search(rest) or any(_is_a_second_verb(word[1]) for word in _JOINED_WORD.finditer(rest)):
            return None
        yours = _yours(rest)
        if yours is None:
            return None
        rest = yours
    out, position = "", 0
    for joint in _NEXT.finditer(rest):
        act = _ACT.match(rest, joint.end())
        if act is None or "i" not in word_tags(act["verb"]) or "n" in word_tags(act["verb"]):
            if act is not None and "i" in word_tags(act["verb"]) and joint["prep"]:
                return None
            continue
        between = rest[position : joint.start()]
        if re.search(
            r"\b(?:pour|afin d[e'’]|sans|avant de|à|de|d['’]|[a-z]+er)\b ?[a-zà-ÿ]*(?:er|ir|re|oir)\b",
            between,
        ) or re.search(r"\b(?:pour|afin de|sans|avant de)\b", between):
            return None
        said = _as_order(act, everybody)
        if said is None:
            return None
        out += between + joint["joint"] + said
        position = act.end()
    return out + rest[position:]


_JOINED_WORD = re.compile(r"(?:\b(?:et|ou)|,) (?:(?:ne|y|en|les?|la) |[nl]['’])*([a-zà-ÿœ]+)")


def _is_a_second_verb(word: str) -> bool:
    """True for "et sera seul responsable": the sentence has more than one verb of its subject."""
    tags = set(word_tags(word))
    return word in ("est", "sont", "a", "ont", "sera", "seront") or ("v" in tags and not tags & set("naid"))


def _as_order(act: re.Match[str], everybody: bool) -> str | None:
    form = order(act["verb"])
    if form is None:
        return None
    clitics = (
        act["clitics"].replace("’", "'").split()
        if "'" not in act["clitics"].replace("’", "'")
        else [act["clitics"].strip().replace("’", "'")]
    )
    named = [_CLITICS.get(c, c) if not everybody else {"se": "vous", "s'": "vous"}.get(c, c) for c in clitics]
    named = ["vous" if c in ("se", "s'") else c for c in named]
    if len(named) > 1 or "me" in named:
        return None
    if act["not"]:
        between = " ".join(named)
        before = f"{between} {form}" if between else form
        before = (
            f"l'{form}"
            if named in (["la"], ["le"], ["l'"]) and begins_with_vowel(form)
            else before.replace("l' ", "le ")
        )
        ne = "n'" if begins_with_vowel(before) and before[0] not in "y" else "ne "
        return f"{ne}{before} {act['no']}"
    if "l'" in named:
        return None
    return "-".join([form, *named])


_CLITICS = {"se": "vous", "s'": "vous"}


def _yours(rest: str) -> str | None:
    """What follows with "votre" for "son", where that is the reader's: right behind the verb, and in what is
    joined to it."""
    out, position = "", 0
    for found in _HIS.finditer(rest):
        between = rest[position : found.start()]
        joined = _JOINED_THING if position else _FIRST_THING
        if not joined.fullmatch(between):
            return None
        out += between + _POSSESSIVE[found["his"]]
        position = found.end()
    return out + rest[position:]


_LINK = r"(?:à |de |dans |avec |par |auprès de |en |sur |chez )?"
_FIRST_THING = re.compile(rf" ?{_LINK}")
_JOINED_THING = re.compile(rf"(?: [^\s,;:]+){{1,4}}(?:,| et| ou) {_LINK}")
