"""A bundle made by hand: four small editions of one notice, with real MP3s, every kind of block and flag."""

from __future__ import annotations

import itertools
import math
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import av
import numpy as np
import pytest

from notices.advice import Advice
from notices.document import Block, Check, Document, Sentence
from notices.edition import FILE_STEMS, Bundle, Edition, EditionId, PackageInfo, Source
from notices.publishing import publish
from notices.readability import measure
from voices import Cue, Recording

RATE = 22_050
SENTENCE_S, PAUSE_S = 0.30, 0.10

ORIGINAL = Document(
    lang="fr",
    title="Enquête sur la plateforme « coco »",
    issuer="Parquet de Paris",
    date="2024-06-28",
    blocks=(
        Block(
            "heading",
            (Sentence("s1", "Enquête sur la plateforme « coco »", "heading", ("s1",)),),
            level=1,
            page=1,
        ),
        Block("label", (Sentence("s-label1", "Parquet de Paris, 28 juin 2024.", "label"),)),
        Block(
            "label",
            (Sentence("s-label2", "Texte d'origine de l'avis, lu par une voix de synthèse.", "label"),),
        ),
        Block("dateline", (Sentence("s2", "Paris, le 28 juin 2024", origin=("s2",)),), page=1),
        Block(
            "paragraph",
            (
                Sentence(
                    "s3",
                    "Le Parquet de Paris a ouvert le 28 juin 2024 une information judiciaire sur « coco ».",
                    origin=("s3",),
                    emphasis=((45, 71),),
                ),
                Sentence(
                    "s4",
                    "Au total plus de 23 000 faits ont été dénoncés, au préjudice de plus de 480 victimes.",
                    origin=("s4",),
                ),
            ),
            page=1,
        ),
        Block("heading", (Sentence("s5", "Les saisies", "heading", ("s5",)),), level=3, page=2),
        Block(
            "item",
            (Sentence("s6", "Plus de 5 millions d'euros ont été saisis ;", "item", ("s6",)),),
            marker="1.",
            page=2,
        ),
        Block(
            "item",
            (Sentence("s7", "des comptes bancaires ont été gelés :", "item", ("s7",)),),
            marker="2.",
            page=2,
        ),
        Block("item", (Sentence("s8", "en Hongrie et en Lituanie ;", "item", ("s8",)),), level=1, page=2),
        Block("item", (Sentence("s9", "en Allemagne et aux Pays-Bas.", "item", ("s9",)),), level=1, page=2),
        Block(
            "row",
            (Sentence("s10", "Service ; Mission.", "row", ("s10",)),),
            cells=("Service", "Mission"),
            header=True,
            page=2,
        ),
        Block(
            "row",
            (Sentence("s11", "Service : DNEF ; mission : perquisitions fiscales.", "row", ("s11",)),),
            cells=("DNEF", "perquisitions fiscales"),
            page=2,
        ),
        Block(
            "row",
            (Sentence("s12", "Service : ONAF ; mission : investigations financières.", "row", ("s12",)),),
            cells=("ONAF", "investigations financières"),
            page=3,
        ),
        Block("quote", (Sentence("s13", "« Le nom de domaine a été saisi. »", origin=("s13",)),), page=3),
        Block(
            "paragraph",
            (
                Sentence(
                    "s14",
                    "Un homme, soupçonné d'être l'administrateur du site, a été entendu en Bulgarie.",
                    origin=("s14",),
                ),
            ),
            page=3,
        ),
        Block(
            "signature",
            (Sentence("s15", "Laure BECCUAU, procureure de la République", origin=("s15",)),),
            page=3,
        ),
    ),
)

PLAIN = Document(
    lang="fr",
    title="Enquête sur la plateforme « coco »",
    date="2024-06-28",
    issuer="Parquet de Paris",
    blocks=(
        Block(
            "heading", (Sentence("p1", "Enquête sur la plateforme « coco »", "heading", ("s1",)),), level=1
        ),
        Block(
            "label",
            (
                Sentence(
                    "p-label1",
                    "Version en français simple, faite par une machine et pas encore relue par une personne.",
                    "label",
                ),
            ),
        ),
        Block("heading", (Sentence("p2", "L'essentiel", "heading"),), level=2),
        Block(
            "paragraph",
            (
                Sentence(
                    "p3",
                    "Le parquet de Paris a ouvert une information judiciaire le 28 juin 2024.",
                    origin=("s3",),
                ),
                Sentence("p4", "Plus de 480 personnes sont victimes.", origin=("s4",), flags=("derived",)),
            ),
        ),
        Block("heading", (Sentence("p5", "Qui ?", "heading"),), level=2),
        Block(
            "item",
            (
                Sentence(
                    "p6",
                    "Un homme, soupçonné d'être l'administrateur du site, a été entendu en Bulgarie.",
                    "item",
                    ("s14",),
                    ("fallback",),
                ),
            ),
        ),
        Block("heading", (Sentence("p7", "Les mots difficiles", "heading"),), level=2),
        Block(
            "glossary",
            (
                Sentence(
                    "p8",
                    "Information judiciaire : enquête confiée à un juge d'instruction.",
                    "glossary",
                    emphasis=((0, 22),),
                ),
            ),
        ),
    ),
)

_ENGLISH = {
    "s1": "Investigation into the “coco” platform",
    "s2": "Paris, 28 June 2024",
    "s3": "The Paris public prosecutor's office opened a judicial investigation into “coco” on 28 June 2024.",
    "s4": "In total, more than 23,000 acts were reported, which concern more than 480 victims.",
    "s5": "Seizures",
    "s6": "More than 5 million euros were seized;",
    "s7": "bank accounts were frozen:",
    "s8": "in Hungary and Lithuania;",
    "s9": "in Germany and the Netherlands.",
    "s10": "Department; Task.",
    "s11": "Department: DNEF; task: tax searches.",
    "s12": "Service : ONAF ; mission : investigations financières.",
    "s13": "“The domain name was seized.”",
    "s14": "A man, suspected of being the administrator of the site, was questioned in Bulgaria.",
    "s15": "Laure BECCUAU, Public Prosecutor",
}


def _translated(sentence: Sentence) -> Sentence:
    flags = {"s12": ("untranslated",), "s4": ("doubtful",), "s7": ("low-confidence",)}.get(sentence.id, ())
    return replace(
        sentence,
        id="t" + sentence.id[1:],
        text=_ENGLISH[sentence.id],
        origin=(sentence.id,),
        flags=flags,
        emphasis=(),
        confidence=0.8,
    )


_NOTICE = tuple(block for block in ORIGINAL.blocks if block.kind != "label")
_TRANSLATED = tuple(replace(b, sentences=tuple(map(_translated, b.sentences))) for b in _NOTICE)
_LABEL = Sentence(
    "t-label1", "English translation made by a machine and not yet reviewed by a person.", "label"
)

TRANSLATION = Document(
    lang="en",
    title="Investigation into the “coco” platform",
    date="2024-06-28",
    issuer="Parquet de Paris",
    blocks=(_TRANSLATED[0], Block("label", (_LABEL,)), *_TRANSLATED[1:]),
)

PLAIN_ENGLISH = Document(
    lang="en",
    title="Investigation into the “coco” platform",
    date="2024-06-28",
    issuer="Parquet de Paris",
    blocks=(
        Block(
            "heading",
            (Sentence("e1", "Investigation into the “coco” platform", "heading", ("p1",)),),
            level=1,
        ),
        Block("label", (Sentence("e-label1", "Plain English version, translated by a machine.", "label"),)),
        Block("heading", (Sentence("e2", "In short", "heading", ("p2",)),), level=2),
        Block(
            "paragraph",
            (
                Sentence(
                    "e3",
                    "The Paris prosecutor's office opened a judicial investigation on 28 June 2024.",
                    origin=("p3",),
                ),
                Sentence("e4", "More than 480 people are victims.", origin=("p4",)),
            ),
        ),
        Block("heading", (Sentence("e5", "Who?", "heading", ("p5",)),), level=2),
        Block(
            "item",
            (
                Sentence(
                    "e6",
                    "A man, suspected of being the administrator of the site, was questioned.",
                    "item",
                    ("p6",),
                ),
            ),
        ),
        Block("heading", (Sentence("e7", "Difficult words", "heading", ("p7",)),), level=2),
        Block(
            "glossary",
            (
                Sentence(
                    "e8",
                    "Judicial investigation: an inquiry led by an investigating judge.",
                    "glossary",
                    ("p8",),
                ),
            ),
        ),
    ),
)

DOCUMENTS: dict[EditionId, Document] = {
    "original": ORIGINAL,
    "plain": PLAIN,
    "translation": TRANSLATION,
    "plain-en": PLAIN_ENGLISH,
}

CHECKS: dict[EditionId, tuple[Check, ...]] = {
    "plain": (
        Check("p6", "hedge", "soupçonné", "lost", "fallback", ("s14",)),
        Check("", "amount", "5 millions d'euros", "lost", "flagged", ("s6",)),
    ),
    "translation": (
        Check("t4", "number", "23 000", "changed", "flagged", ("s4",)),
        Check("t12", "copy", "", "changed", "fallback", ("s12",)),
    ),
}


ADVICE = (
    Advice(
        "s3",
        "long-sentence",
        "info",
        (0, len(ORIGINAL.sentence("s3").text)),
        "advice.long-sentence",
        {"words": "15"},
    ),
    Advice(
        "s14",
        "legal-term",
        "info",
        (10, 19),
        "advice.legal-term",
        {"found": "soupçonné", "plain": "on pense qu'il a peut-être commis les faits"},
    ),
    Advice("s14", "idiom", "warn", (67, 79), "advice.idiom", {"found": "en Bulgarie", "plain": ""}, "là-bas"),
)


def record(document: Document, file: Path) -> Recording:
    """A real MP3 with a tone for each sentence and a pause after it."""
    sentences = list(document.sentences())
    tone = np.sin(np.arange(int(SENTENCE_S * RATE)) * 2 * math.pi * 440 / RATE) * 8000
    clip = np.concatenate([tone, np.zeros(int(PAUSE_S * RATE))]).astype(np.int16)
    samples = np.tile(clip, len(sentences))
    file.parent.mkdir(parents=True, exist_ok=True)
    with av.open(str(file), "w", format="mp3") as container:
        stream = container.add_stream("mp3", rate=RATE, layout="mono")
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = RATE
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    length = SENTENCE_S + PAUSE_S
    cues = tuple(
        Cue(s.id, round(n * length, 3), round(n * length + SENTENCE_S, 3), s.text)
        for n, s in enumerate(sentences)
    )
    return Recording(file, "mp3", len(sentences) * length, cues, f"tone-{document.lang}|rate:160")


def make_bundle(
    folder: Path, documents: dict[EditionId, Document] = DOCUMENTS, *, audio: bool = True
) -> Bundle:
    """The bundle of these documents, with its sound files in `folder/audio`."""
    source = documents.get("original", ORIGINAL)
    return Bundle(
        name="coco",
        source=Source(
            title=source.title,
            file="coco.md",
            path=folder / "coco.md",
            sha256="5d" * 32,
            language="fr",
            date=source.date,
            issuer=source.issuer,
        ),
        editions=tuple(
            Edition(
                id=edition,
                document=document,
                scores=measure(document),
                recording=record(document, folder / "audio" / f"{FILE_STEMS[edition]}.mp3")
                if audio
                else None,
                checks=CHECKS.get(edition, ()),
                compared={} if edition == "original" else {"number": 3, "date": 2, "hedge": 1},
            )
            for edition, document in documents.items()
        ),
        made_with={"notices": "0.1.0", "signature": "notices:0.1.0|voices:fr=tone-fr"},
        package=PackageInfo("translate-fr_en", "1.0", "ab" * 32, gist_only=False),
    )


def with_untranslated_headings(bundle: Bundle) -> Bundle:
    """The bundle as a weak translator leaves it: the heading in the middle of its text is still French."""
    edition = bundle.edition("translation")
    assert edition

    def left(sentence: Sentence) -> Sentence:
        left_so = replace(sentence, text="Les saisies", flags=("untranslated",))
        return left_so if sentence.id == "t5" else sentence

    blocks = tuple(replace(b, sentences=tuple(map(left, b.sentences))) for b in edition.document.blocks)
    weak = replace(edition, document=replace(edition.document, blocks=blocks))
    return replace(bundle, editions=tuple(weak if e is edition else e for e in bundle.editions))


HOSTILE = (
    "<script>document.title = 'taken'</script>",
    '"onmouseover="document.title=1" x="',
    "' onfocus='document.title=1' autofocus tabindex='0",
    "<img src=x onerror=document.title=1>",
    "[cliquez ici](javascript:document.title=1)",
    "</style><svg onload=document.title=1>",
    "{{ 7 * 7 }}{% raw %}",
    "]]><!--",
    "&lt;b&gt; &amp;amp; & \x00\x07\ufffe",
    "\u202etxet \u2066",
    "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>&a;",
)
"""Texts that would like to be markup."""


def hostile_documents() -> dict[EditionId, Document]:
    """The four editions with a hostile text in every place that a notice can fill."""

    def worse(document: Document) -> Document:
        texts = itertools.cycle(HOSTILE)
        blocks = tuple(
            replace(
                block,
                sentences=tuple(replace(s, text=next(texts), emphasis=((2, 9),)) for s in block.sentences),
                cells=(),
                marker="<b>" if block.marker else "",
            )
            for block in document.blocks
        )
        return replace(document, title=HOSTILE[0], issuer=HOSTILE[1], blocks=blocks)

    hostile = {edition: worse(document) for edition, document in DOCUMENTS.items()}
    row = Block("row", (Sentence("s99", HOSTILE[3], "row", ("s99",)),), cells=(HOSTILE[3],))
    original = hostile["original"]
    return hostile | {"original": replace(original, blocks=(*original.blocks, row))}


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bundle, Path]:
    """The whole bundle, published once; tests only read it."""
    return _publish(make_bundle, tmp_path_factory.mktemp("coco"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bundle, Path]:
    """A bundle of nothing but hostile texts, published once."""

    def make(folder: Path) -> Bundle:
        bundle = make_bundle(folder, hostile_documents())
        return replace(bundle, source=replace(bundle.source, date="juin <2024>"))

    return _publish(make, tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def samples() -> ModuleType:
    """This file: its documents and makers, for tests that vary them."""
    return sys.modules[__name__]


def _publish(make: Callable[[Path], Bundle], folder: Path) -> tuple[Bundle, Path]:
    bundle = make(folder)
    publish(bundle, folder, ADVICE)
    return bundle, folder
