"""What hangs on the verb of one clause stands behind it under its name; what binds is not torn off."""

from __future__ import annotations

from pathlib import Path

import pytest

from notices.gate import prove
from notices.syntax import parse
from notices.wording import enumeration as listed
from notices.wording import framing
from notices.wording.framing.lists import enumeration
from notices.wording.joints import capital, stop, tidy, unstop

_FIXTURES = Path(__file__).parents[1] / "fixtures"


def _rows(name: str) -> list[tuple[str, str]]:
    lines = (_FIXTURES / name).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(row[0], row[1]) for row in rows]


def _told(sentence: str) -> tuple[str, ...]:
    """The pieces of a sentence; its clause may be split again."""
    tree = parse(unstop(sentence))
    for rule in framing.RULES:
        parts = rule(tree)
        if parts:
            return (*_told(parts[0]), *(stop(capital(tidy(part))) for part in parts[1:]))
    return (stop(capital(tidy(unstop(sentence)))),)


def test_sentences_are_told_as_a_person_would() -> None:
    """Nineteen sentences in twenty come out as written by hand; a parser may miss the rest."""
    rows = _rows("framing.tsv")
    missed = [sentence for sentence, wanted in rows if " | ".join(_told(sentence)) != wanted]
    assert len(rows) >= 60
    assert len(missed) <= len(rows) * 0.05, missed


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in _rows("framing.tsv")])
def test_every_piece_is_proven(sentence: str) -> None:
    """Whatever the parser says, the gate bears out what is written, piece by piece or together."""
    pieces = _told(sentence)
    alone = [d for piece in pieces for d in prove(piece, [sentence]) if d.severity == "block"]
    together = [d for d in prove(" ".join(pieces), [sentence]) if d.severity == "block"]
    assert not alone or not together


@pytest.mark.parametrize(("sentence", "why"), _rows("framing_kept.tsv"))
def test_what_binds_keeps_its_phrase(sentence: str, why: str) -> None:
    """A negation, a hedge, an attribution, a second such phrase: nothing is cut there."""
    assert _told(sentence) == (stop(unstop(sentence)),), why


def test_short_sentences_stay() -> None:
    """Fifteen words are read at once: what hangs on them stays in its place."""
    assert _told("La rue est fermée du 3 au 7 mars en raison de travaux.") == (
        "La rue est fermée du 3 au 7 mars en raison de travaux.",
    )


def test_an_exception_stands_directly_behind_its_rule() -> None:
    """Whatever else is cut off, the exception is told before it."""
    told = _told(
        "La circulation est interdite dans la rue des Lilas du 3 au 7 mars 2025 en raison de travaux de "
        "voirie, sauf pour les riverains et les secours."
    )
    assert told[1].startswith("Sauf")


@pytest.mark.parametrize(("sentence", "wanted"), _rows("wording/lists.tsv"))
def test_like_things_become_a_list(sentence: str, wanted: str) -> None:
    """The head says what holds for all; each thing is an item, and the list together is proven."""
    head, items = listed(sentence) or ("", ())
    assert " | ".join((f"{head} :", *items)) == wanted
    together = " ".join((f"{head} :", *(stop(item) for item in items)))
    assert not [d for d in prove(together, [sentence]) if d.severity == "block"]


@pytest.mark.parametrize(("sentence", "why"), _rows("wording/lists_kept.tsv"))
def test_what_may_be_no_list_stays(sentence: str, why: str) -> None:
    """A name, a condition, an end that may be meant of all: no list is made of them."""
    assert listed(sentence) is None, why


def test_a_row_of_subjects_becomes_a_list() -> None:
    """Those who carry out an order are told one an item."""
    head, items = enumeration(
        parse(
            "Le secrétaire général de la préfecture, les sous-préfets, les maires des communes et le "
            "directeur départemental des territoires sont chargés, chacun en ce qui le concerne, de "
            "l'exécution du présent arrêté."
        )
    ) or ("", ())
    assert head == "Sont chargés de l'exécution du présent arrêté"
    assert len(items) == 4
