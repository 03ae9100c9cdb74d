"""`python -m notices.training`: each command reads its options, makes one call, tells what came of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer

from notices import system_faults
from notices.errors import CorpusUnreadable
from notices.shell import options
from notices.shell.help import hoisted, in_language, language_asked
from notices.shell.running import run_line
from notices.shell.terminal import Terminal, system_language, wants_plain

app = typer.Typer(
    help="training.help",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

Prepared = Annotated[Path, typer.Argument(metavar="DATA", help="training.help.prepared", show_default=False)]
RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="training.help.run", show_default=False)]
Seed = Annotated[int, typer.Option("--seed", help="training.help.seed")]
Terms = Annotated[list[Path] | None, typer.Option("--terms", help="training.help.terms", show_default=False)]
Date = Annotated[str, typer.Option("--date", help="training.help.date", show_default=False)]


@app.callback()
def root(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", help="help.option.lang", show_default=False)] = "",
    plain: Annotated[bool, typer.Option("--plain", help="help.option.plain")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="help.option.quiet")] = False,
) -> None:
    """Options of every command; they may stand anywhere on the line."""
    context.obj = Terminal(lang or system_language(), plain or wants_plain(), quiet)


@app.command(help="training.help.prepare")
def prepare(
    context: typer.Context,
    data: Prepared,
    files: Annotated[list[str], typer.Argument(metavar="FILE[@TIMES]...", help="training.help.files")],
    terms: Terms = None,
    lexicon: Annotated[bool, typer.Option("--lexicon/--no-lexicon", help="training.help.lexicon")] = True,
    keep_out: Annotated[
        list[Path] | None, typer.Option("--keep-out", help="training.help.keep_out", show_default=False)
    ] = None,
    valid: Annotated[int, typer.Option("--valid", min=20, help="training.help.valid")] = 500,
) -> None:
    """Clean files of pairs, set a part aside, and list the terms."""
    from notices.training import preparing
    from notices.training.corpus import source

    terminal: Terminal = context.obj
    report = preparing.prepare(
        data,
        [source(file) for file in files],
        terms=terms or (),
        lexicon=lexicon,
        keep_out=keep_out or (),
        valid=valid,
    )
    for reason, count in report.left_out.items():
        terminal.talk(
            terminal.say("training.left-out", count=count, reason=terminal.say(f"training.flaw.{reason}"))
        )
    terminal.result(
        terminal.say(
            "training.prepared", read=report.read, train=report.train, valid=report.valid, terms=report.terms
        )
    )


@app.command(help="training.help.augment")
def augment(
    context: typer.Context,
    data: Prepared,
    terms: Annotated[float, typer.Option("--terms", min=0, max=1, help="training.help.share")] = 0.36,
    numbers: Annotated[float, typer.Option("--numbers", min=0, max=1, help="training.help.share")] = 0.24,
    capitals: Annotated[float, typer.Option("--capitals", min=0, max=1, help="training.help.share")] = 0.015,
    noise: Annotated[float, typer.Option("--noise", min=0, max=1, help="training.help.share")] = 0.08,
    seed: Seed = 1,
) -> None:
    """Add pairs with handed terms, fresh numbers, capitals and noise."""
    from notices.training import augmentation

    terminal: Terminal = context.obj
    counts = augmentation.augment(data, augmentation.Shares(terms, numbers, capitals, noise), seed)
    told = ", ".join(f"{terminal.say(f'training.kind.{kind}')} {count}" for kind, count in counts.items())
    terminal.result(terminal.say("training.augmented", counts=told or "0"))


@app.command(help="training.help.train")
def train(
    context: typer.Context,
    data: Prepared,
    run: RunFolder,
    minutes: Annotated[float, typer.Option("--minutes", min=0, help="training.help.minutes")] = 20.0,
    steps: Annotated[int, typer.Option("--steps", min=0, help="training.help.steps")] = 0,
    init: Annotated[
        Path | None, typer.Option("--init", help="training.help.init", show_default=False)
    ] = None,
    pieces: Annotated[
        Path | None, typer.Option("--pieces", help="training.help.pieces", show_default=False)
    ] = None,
    d: Annotated[int, typer.Option("--d", min=8, help="training.help.d")] = 512,
    heads: Annotated[int, typer.Option("--heads", min=1, help="training.help.heads")] = 8,
    inner: Annotated[int, typer.Option("--inner", min=8, help="training.help.inner")] = 2048,
    encoder: Annotated[int, typer.Option("--encoder", min=1, help="training.help.encoder")] = 8,
    decoder: Annotated[int, typer.Option("--decoder", min=1, help="training.help.decoder")] = 2,
    vocabulary: Annotated[
        int, typer.Option("--vocabulary", min=300, help="training.help.vocabulary")
    ] = 16_000,
    dropout: Annotated[float, typer.Option("--dropout", min=0, max=0.9, help="training.help.dropout")] = 0.1,
    smoothing: Annotated[
        float, typer.Option("--smoothing", min=0, max=0.9, help="training.help.smoothing")
    ] = 0.1,
    rate: Annotated[float, typer.Option("--rate", min=0, help="training.help.rate")] = 1e-3,
    warmup: Annotated[int, typer.Option("--warmup", min=0, help="training.help.warmup")] = 2000,
    tokens: Annotated[int, typer.Option("--tokens", min=8, help="training.help.tokens")] = 50_000,
    longest: Annotated[int, typer.Option("--longest", min=8, help="training.help.longest")] = 160,
    device: Annotated[str, typer.Option("--device", help="training.help.device", show_default=False)] = "",
    threads: Annotated[int, typer.Option("--threads", min=0, help="training.help.threads")] = 0,
    compiled: Annotated[bool, typer.Option("--compile", help="training.help.compile")] = False,
    seed: Seed = 1,
) -> None:
    """Train for so many minutes; a run that was stopped goes on."""
    from notices.training.network import Sizes
    from notices.training.run import train as learn
    from notices.training.schedule import Course
    from notices.training.wishes import Wishes

    if d % (2 * heads):
        raise typer.BadParameter(f"--d {d} / --heads {heads}")
    if device not in ("", "cpu", "cuda"):
        raise typer.BadParameter(f"--device {device}: cpu, cuda")
    terminal: Terminal = context.obj
    wishes = Wishes(
        course=Course(rate, warmup, 0.0 if steps else minutes, steps),
        sizes=Sizes(vocabulary, d, heads, inner, encoder, decoder, dropout),
        tokens=tokens,
        smoothing=smoothing,
        longest=longest,
        seed=seed,
        init=init,
        pieces=pieces,
        device=device,
        threads=threads,
        compiled=compiled,
    )
    report = learn(data, run, wishes, lambda progress: terminal.talk(_told(terminal, progress)))
    said = {name: report[name] for name in ("steps", "minutes", "device", "validation")}
    terminal.result(terminal.say("training.trained", run=run, **said))


def _told(terminal: Terminal, progress: Any) -> str:
    left = "–" if progress.left_s == float("inf") else f"{progress.left_s:.0f} s"
    line = terminal.say(
        "training.progress",
        step=progress.step,
        percent=f"{100 * progress.share:.0f}",
        loss=f"{progress.loss:.3f}",
        rate=f"{progress.rate:.2e}",
        speed=f"{progress.per_second:.0f}",
        left=left,
    )
    if progress.validation is None:
        return line
    return f"{line}; {terminal.say('training.validation', value=f'{progress.validation:.4f}')}"


@app.command(help="training.help.average")
def average(
    context: typer.Context,
    run: RunFolder,
    others: Annotated[list[Path], typer.Argument(metavar="RUN...", help="training.help.others")],
) -> None:
    """Average the weights of several runs into a new one."""
    from notices.training.joining import average_runs

    average_runs(run, others)
    terminal: Terminal = context.obj
    terminal.result(terminal.say("training.averaged", run=run, count=len(others)))


@app.command(help="training.help.export")
def export(
    context: typer.Context,
    run: RunFolder,
    folder: Annotated[Path, typer.Argument(metavar="MODEL", help="training.help.model", show_default=False)],
    quantization: Annotated[str, typer.Option("--quantization", help="training.help.quantization")] = "int8",
) -> None:
    """Write a run's weights as a CTranslate2 model."""
    from notices.training import exporting
    from notices.training.keeping import MODEL, pieces_of, read_weights
    from notices.training.pieces import open_pieces, piece_names

    weights, sizes = read_weights(run / MODEL)
    names = piece_names(open_pieces(pieces_of(run)))
    exporting.export(weights, sizes, names, folder, _quantization(quantization))
    terminal: Terminal = context.obj
    terminal.result(terminal.say("training.exported", folder=folder))


def _quantization(wish: str) -> str:
    from notices.training.exporting import QUANTIZATIONS

    if wish not in QUANTIZATIONS:
        raise typer.BadParameter(f"--quantization: {', '.join(QUANTIZATIONS)}")
    return wish


@app.command(help="training.help.package")
def package(
    context: typer.Context,
    run: RunFolder,
    folder: Annotated[Path, typer.Argument(metavar="PACKAGE", help="training.help.package_folder")],
    version: Annotated[str, typer.Option("--version", help="training.help.version")] = "1.0",
    data_card: Annotated[
        Path | None, typer.Option("--data-card", help="training.help.data_card", show_default=False)
    ] = None,
    weaknesses: Annotated[
        Path | None, typer.Option("--weaknesses", help="training.help.weaknesses", show_default=False)
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="training.help.draft")] = False,
    takes_terms: Annotated[
        bool | None,
        typer.Option("--glossary/--no-glossary", help="training.help.takes_terms", show_default=False),
    ] = None,
    quantization: Annotated[str, typer.Option("--quantization", help="training.help.quantization")] = "int8",
    archive: Annotated[
        Path | None, typer.Option("--archive", help="training.help.archive", show_default=False)
    ] = None,
    date: Date = "",
) -> None:
    """Make a run into an Argos package with its model card."""
    from notices.training import packing

    terminal: Terminal = context.obj
    label = packing.Label(
        version, date or _today(), _text(data_card), _text(weaknesses), draft=draft, takes_terms=takes_terms
    )
    made = packing.package(run, folder, label, _quantization(quantization))
    if archive:
        packing.archive(folder, archive)
    if not label.data:
        terminal.talk(terminal.say("training.no-data-card"))
    terminal.result(terminal.say("training.packed", folder=folder, size=f"{made.size / 1e6:.1f}"))


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _text(file: Path | None) -> str:
    try:
        return file.read_text(encoding="utf-8") if file else ""
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusUnreadable(file=file, line=1, detail=system_faults.reason(error)) from None


@app.command(help="training.help.evaluate")
def evaluate(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="PACKAGE", help="training.help.package_folder")],
    sets: Annotated[list[Path], typer.Argument(metavar="SET...", help="help.packages.set")],
    terms: Terms = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="help.packages.limit", show_default=False)
    ] = None,
    date: Date = "",
) -> None:
    """Measure a package; its metadata and its card say so from then on."""
    from notices.packages import read_package
    from notices.training.measuring import glossary_of, measure

    terminal: Terminal = context.obj
    measure(folder, sets, glossary=glossary_of(terms or ()), date=date or _today(), limit=limit)
    metadata = read_package(folder).metadata
    names = list(next(iter(metadata["quality"].values())))
    terminal.table(
        [terminal.say("packages.column.set"), *names],
        [[name, *(str(scores.get(n)) for n in names)] for name, scores in metadata["quality"].items()],
    )


@app.command(help="training.help.label")
def label(
    context: typer.Context,
    texts: Annotated[list[Path], typer.Argument(metavar="TEXT...", help="training.help.texts")],
    out: Annotated[Path, typer.Option("--out", help="training.help.trees", show_default=False)],
) -> None:
    """Have the teacher parse running text, a sentence a line."""
    from notices.training.trees.teacher import labelled
    from notices.training.trees.treebank import write_samples

    lines = (line for text in texts for line in _text(text).splitlines() if line.strip())
    terminal: Terminal = context.obj
    terminal.result(terminal.say("training.labelled", count=write_samples(out, labelled(lines)), file=out))


@app.command(help="training.help.parser")
def parser(
    context: typer.Context,
    trees: Annotated[list[Path], typer.Argument(metavar="TREES...", help="training.help.treebanks")],
    out: Annotated[Path, typer.Option("--out", help="training.help.parser_file", show_default=False)],
    held: Annotated[
        list[Path] | None, typer.Option("--keep-out", help="training.help.held", show_default=False)
    ] = None,
    minutes: Annotated[float, typer.Option("--minutes", min=0, help="training.help.minutes")] = 26.0,
    steps: Annotated[int, typer.Option("--steps", min=0, help="training.help.steps")] = 0,
    seed: Seed = 17,
) -> None:
    """Train the parser of French sentences."""
    from notices.training.trees.learning import Course, Names, accuracy, learn, sizes_for
    from notices.training.trees.storing import store
    from notices.training.trees.treebank import read_samples

    terminal: Terminal = context.obj
    samples = [sample for file in trees for sample in read_samples(file)]
    names = Names.of(samples)
    sizes = sizes_for(names)
    weights = learn(
        samples,
        names,
        sizes,
        Course(minutes=minutes, steps=steps, seed=seed),
        lambda done, loss: terminal.talk(f"{done:.0%} {loss:.3f}"),
    )
    store(out, {name: value.numpy() for name, value in weights.items()}, names, sizes.blocks)
    for file in held or ():
        right = accuracy(weights, sizes, list(read_samples(file)), names)
        terminal.talk(f"{file.name}: UAS {right.heads:.3f}, LAS {right.relations:.3f}")
    terminal.result(terminal.say("training.parser", file=out, sentences=len(samples)))


@app.command(help="training.help.weights")
def weights(
    context: typer.Context,
    rated: Annotated[list[Path], typer.Argument(metavar="RATED...", help="training.help.rated")],
    out: Annotated[Path, typer.Option("--out", help="training.help.weights_file", show_default=False)],
) -> None:
    """Learn from rated notices how much each thing that a sentence tells matters."""
    from notices.training.weighing.fitting import examples, fitted
    from notices.training.weighing.rated import read
    from notices.training.weighing.storing import store

    terminal: Terminal = context.obj
    notices = [read(file) for file in rated]
    found = list(examples(notices))
    learned = fitted(found)
    store(out, learned)
    terminal.result(
        terminal.say(
            "training.weights", file=out, notices=len(notices), units=len(found), weights=len(learned)
        )
    )


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The workshop: run one command and exit with its code."""
    words = hoisted(list(sys.argv[1:] if arguments is None else arguments))
    terminal = Terminal(options.language_of_messages(language_asked(words)) or system_language())
    command = in_language(typer.main.get_command(app), terminal.lang)
    sys.exit(run_line(command, words, terminal, name="python -m notices.training"))


if __name__ == "__main__":
    main()
