"""The model card: what a package is, what it learned from, how good it is, where it fails.

README.md of the package. What is measured stands between two marks, so that a new measurement replaces it
and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from notices.packages import Package

CARD = "README.md"

UNKNOWN_DATA = (
    "**Not described.** Whoever made this package gave no list of its texts and their licences: "
    "do not pass it on."
)

_BEGIN, _END = "<!-- measured -->", "<!-- /measured -->"
_SHARES = ("numbers_kept", "dates_kept", "terms_kept", "handed_terms_kept", "loops", "empty")
_KEPT_WELL, _RARE = 0.99, 0.001


def new_card(
    package: Package, report: Mapping[str, Any], *, data: str = "", weaknesses: str = "", date: str
) -> str:
    """The card of a package that was not measured yet; `report` is what its run wrote down."""
    sizes = report["sizes"]
    parts = [
        f"# {package.metadata['from_name']} to {package.metadata['to_name']}, version {package.version}",
        _what_it_is(package, report),
        f"- **Network**: pre-norm Transformer, {sizes['enc']} encoder and {sizes['dec']} decoder layers, "
        f"d {sizes['d']}, {sizes['h']} heads, inner layer {sizes['ff']}; {sizes['vocab']} sentencepiece "
        "unigram pieces, shared and tied, digits split, byte fallback.\n"
        f"- **Training**: {_training(report)}\n"
        "- **Before encoding**: typographic apostrophes, spaces and hyphens are unified "
        "(`notices.ctranslate.TYPED`).\n"
        f"- **Terms**: {_terms(package)}\n"
        f"- **Made** on {date} with `python -m notices.training`.",
        _section(package, {}),
        "## Known weaknesses",
        weaknesses.strip()
        or "Nobody has written any down yet. Texts that it makes have to be read by a person.",
        "## Data, with licences and attributions",
        data.strip() or UNKNOWN_DATA,
    ]
    return "\n\n".join(parts) + "\n"


def _what_it_is(package: Package, report: Mapping[str, Any]) -> str:
    gist = " **For the gist only, not for publication.**" if package.metadata.get("draft") else ""
    count = f"{report['parameters'] / 1e6:.1f} million parameters, " if "parameters" in report else ""
    return (
        f"An Argos package (`metadata.json`, `model/` for CTranslate2 in {report['quantization']}, "
        f"`sentencepiece.model`): {count}{package.size / 1e6:.0f} MB.{gist}"
    )


def _training(report: Mapping[str, Any]) -> str:
    if "minutes" not in report:
        return "not written down."
    began = f", beginning with the weights of `{report['began_with']}`" if report.get("began_with") else ""
    left_out = report.get("prepared", {}).get("left_out", {})
    extra = report.get("augmented", {})
    cleaned = "; left out: " + _counts(left_out) if left_out else ""
    added = "; pairs added: " + _counts(extra) if extra else ""
    return (
        f"{report['minutes']:g} minutes on {report['device']}, {report['steps']:,} steps, "
        f"{report['target_pieces'] / 1e6:.1f} million English pieces seen of {report['pairs']:,} pairs{began}"
        f"{cleaned}{added}. Cross-entropy on its validation part: {report['validation']} nats a piece."
    )


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count:,} ({name})" for name, count in counts.items())


def _terms(package: Package) -> str:
    if package.takes_terms:
        return 'trained to keep an English term that stands in the French (`"glossary": true`).'
    return "not trained to keep handed terms; the product searches its hypotheses for them."


def measured_anew(card: str, package: Package, measurement: Mapping[str, Any]) -> str:
    """The card with what is measured replaced; a card without marks gets it at its end."""
    section = _section(package, measurement)
    card = re.sub(r"^- \*\*Terms\*\*: .*$", lambda m: f"- **Terms**: {_terms(package)}", card, flags=re.M)
    marks = re.compile(re.escape(_BEGIN) + ".*?" + re.escape(_END), re.DOTALL)
    return marks.sub(lambda match: section, card) if marks.search(card) else f"{card}\n{section}\n"


def _section(package: Package, measurement: Mapping[str, Any]) -> str:
    return "\n".join((_BEGIN, *_measured(package, measurement), _END))


def _measured(package: Package, measurement: Mapping[str, Any]) -> Iterator[str]:
    yield f"Hash of metadata, model and tokenizer (SHA-256): `{package.sha256}`"
    if package.gist_only:
        yield "\n**The product marks its English as a gist**: low or no scores, or a draft."
    yield "\n## Quality\n"
    if not package.quality:
        yield "Not measured yet."
        return
    yield "| set | sentences | BLEU | chrF | " + " | ".join(s.replace("_", " ") for s in _SHARES) + " |"
    yield "|---" * (4 + len(_SHARES)) + "|"
    for name, scores in sorted(package.quality.items()):
        cells = [
            name,
            scores["sentences"],
            scores["bleu"],
            scores["chrf"],
            *(_share(scores.get(s)) for s in _SHARES),
        ]
        yield "| " + " | ".join(map(str, cells)) + " |"
    if measurement:
        yield f"\nMeasured on {measurement['date']} with:\n\n    {measurement['command']}\n"
        yield "First hypothesis, beam 4. " + "; ".join(measurement["signatures"])
    if calibration := package.calibration:
        yield (
            f"\n`calibration` (intercept {calibration[0]}, slope {calibration[1]}) turns the model's score "
            "into the share of sentences that reach a chrF of 50: a logistic curve fitted on these sets."
        )
    if faults := list(_faults(package)):
        yield "\nMeasured weaknesses: " + "; ".join(faults) + "."


def _share(value: Any) -> str:
    return "–" if value is None else f"{100 * float(value):.1f} %"


def _faults(package: Package) -> Iterator[str]:
    """What falls short, in words."""
    for name, scores in sorted(package.quality.items()):
        kept = scores.get("numbers_kept")
        if kept is not None and kept < _KEPT_WELL:
            yield f"{100 * (1 - kept):.1f} % of the numbers of {name} are lost or changed"
        if (loops := scores.get("loops", 0)) > _RARE:
            yield f"{100 * loops:.1f} % of the sentences of {name} run in a loop"
