"""The commands: each reads its options, makes one call, prints one thing."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from notices import __version__
from notices.edition import EDITIONS
from notices.errors import OutputUnwritable
from notices.settings import Settings
from notices.shell import options, packages, voices
from notices.shell.delivery import deliver
from notices.shell.help import hoisted, in_language, language_asked
from notices.shell.process import (
    end_as_if_interrupted,
    input_lines,
    open_missing_streams,
    silence_output,
)
from notices.shell.running import run_line
from notices.shell.terminal import Terminal, system_language, wants_plain
from notices.system_faults import reason

# Help texts are keys of the table of phrases until `in_language` fills them in.
app = typer.Typer(
    help="help.app",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # help without boxes: screen readers and braille lines read it
    pretty_exceptions_enable=False,
)
app.add_typer(packages.app, name="packages", help="help.packages")
app.add_typer(voices.app, name="voices", help="help.voices")

Notice = Annotated[Path, typer.Argument(help="help.notice", show_default=False)]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="help.output_file", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="help.json")]
Package = Annotated[str, typer.Option("--package", help="help.package", show_default=False)]
Glossary = Annotated[Path | None, typer.Option("--glossary", help="help.glossary", show_default=False)]
Lexicon = Annotated[Path | None, typer.Option("--lexicon", help="help.lexicon", show_default=False)]
Voice = Annotated[list[str] | None, typer.Option("--voice", help="help.make.voice", show_default=False)]
Rate = Annotated[
    int | None, typer.Option("--rate", min=80, max=450, help="help.make.rate", show_default=False)
]
Voices = Annotated[Path | None, typer.Option("--voices", help="help.make.voices", show_default=False)]
Rewriter = Annotated[str, typer.Option("--rewriter", help="help.rewriter", show_default=False)]
RewriterModel = Annotated[
    str, typer.Option("--rewriter-model", help="help.rewriter_model", show_default=False)
]
AllowRemote = Annotated[bool, typer.Option("--allow-remote", help="help.allow_remote")]
Ocr = Annotated[bool, typer.Option("--ocr", help="help.ocr")]
MaxWords = Annotated[int, typer.Option("--max-words", min=1, help="help.max_words")]
MaxMb = Annotated[int, typer.Option("--max-mb", min=1, help="help.max_mb")]
ForceLanguage = Annotated[bool, typer.Option("--force", help="help.force_language")]

DEFAULTS = Settings()


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"{__version__}\n")
        raise typer.Exit


@app.callback()
def root(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", help="help.option.lang", show_default=False)] = "",
    plain: Annotated[bool, typer.Option("--plain", help="help.option.plain")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="help.option.quiet")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", help="help.option.version", is_eager=True, callback=_print_version),
    ] = False,
) -> None:
    """Options of every command; they may stand anywhere on the line."""
    context.obj = Terminal(lang or system_language(), plain or wants_plain(), quiet, asked_lang=lang)


@app.command(help="help.make")
def make(
    context: typer.Context,
    notices: Annotated[list[Path], typer.Argument(help="help.make.notices", show_default=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="help.make.output")] = Path("bundles"),
    editions: Annotated[str, typer.Option("--editions", help="help.make.editions")] = ",".join(EDITIONS),
    audio: Annotated[bool, typer.Option("--audio/--no-audio", help="help.make.audio")] = True,
    audio_format: Annotated[str, typer.Option("--audio-format", help="help.make.audio_format")] = "mp3",
    captions: Annotated[
        str | None, typer.Option("--captions", help="help.make.captions", show_default="vtt")
    ] = None,
    voice: Voice = None,
    voices: Voices = None,
    rate: Rate = None,
    package: Package = "",
    glossary: Glossary = None,
    lexicon: Lexicon = None,
    daisy: Annotated[bool, typer.Option("--daisy", help="help.make.daisy")] = False,
    docx: Annotated[bool, typer.Option("--docx", help="help.make.docx")] = False,
    bilingual: Annotated[bool, typer.Option("--bilingual", help="help.make.bilingual")] = False,
    pdf: Annotated[bool, typer.Option("--pdf", help="help.make.pdf")] = False,
    certified_by: Annotated[
        str, typer.Option("--certified-by", help="help.make.certified_by", show_default=False)
    ] = "",
    theme: Annotated[Path | None, typer.Option("--theme", help="help.make.theme", show_default=False)] = None,
    rewriter: Rewriter = "",
    rewriter_model: RewriterModel = "",
    allow_remote: AllowRemote = False,
    ocr: Ocr = False,
    strict: Annotated[bool, typer.Option("--strict", help="help.make.strict")] = False,
    force: Annotated[bool, typer.Option("--force", help="help.make.force")] = False,
    jobs: Annotated[int, typer.Option("--jobs", "-j", min=1, help="help.make.jobs")] = 1,
    max_words: MaxWords = DEFAULTS.max_words,
    max_mb: MaxMb = DEFAULTS.max_mb,
    as_json: Json = False,
) -> None:
    """Make every notice into its bundle, and tell what became of each."""
    from notices.shell.make import make_all

    terminal: Terminal = context.obj
    if daisy and not audio:
        options.misused(terminal.say("shell.daisy_needs_audio"))
    if captions is not None and not audio:
        options.misused(terminal.say("shell.captions_need_audio"))
    settings = Settings(
        editions=options.editions(editions, terminal),
        audio=audio,
        audio_format=options.audio_format(audio_format, terminal),
        captions=DEFAULTS.captions if captions is None else options.captions(captions, terminal),
        french_voice=options.voice("fr", voice, terminal),
        english_voice=options.voice("en", voice, terminal),
        voices=voices,
        rate=rate,
        package=package,
        glossary=glossary,
        lexicon=lexicon,
        daisy=daisy,
        docx=docx,
        bilingual=bilingual,
        pdf=pdf,
        certified_by=certified_by,
        theme=theme,
        rewriter=rewriter,
        rewriter_model=rewriter_model,
        allow_remote=allow_remote,
        ocr=ocr,
        strict=strict,
        force=force,
        max_words=max_words,
        max_mb=max_mb,
    )
    make_all(terminal, notices, output, settings, jobs=jobs, as_json=as_json)


@app.command(help="help.translate")
def translate(
    context: typer.Context,
    notice: Notice,
    output: Output = None,
    package: Package = "",
    glossary: Glossary = None,
    ocr: Ocr = False,
    force: ForceLanguage = False,
    max_words: MaxWords = DEFAULTS.max_words,
    max_mb: MaxMb = DEFAULTS.max_mb,
    as_json: Json = False,
) -> None:
    """Print the English of a notice."""
    settings = Settings(
        editions=("translation",),
        package=package,
        glossary=glossary,
        ocr=ocr,
        force=force,
        max_words=max_words,
        max_mb=max_mb,
    )
    _print_edition(context.obj, notice, settings, output, as_json)


@app.command(help="help.summarize")
def summarize(
    context: typer.Context,
    notice: Notice,
    output: Output = None,
    rewriter: Rewriter = "",
    rewriter_model: RewriterModel = "",
    allow_remote: AllowRemote = False,
    ocr: Ocr = False,
    force: ForceLanguage = False,
    max_words: MaxWords = DEFAULTS.max_words,
    max_mb: MaxMb = DEFAULTS.max_mb,
    as_json: Json = False,
) -> None:
    """Print the plain French of a notice."""
    settings = Settings(
        editions=("plain",),
        rewriter=rewriter,
        rewriter_model=rewriter_model,
        allow_remote=allow_remote,
        ocr=ocr,
        force=force,
        max_words=max_words,
        max_mb=max_mb,
    )
    _print_edition(context.obj, notice, settings, output, as_json)


def _print_edition(
    terminal: Terminal, notice: Path, settings: Settings, output: Path | None, as_json: bool
) -> None:
    from notices.pipeline import write_edition
    from notices.publishing.markup import markdown

    edition = write_edition(notice, settings.editions[0], settings)
    if as_json:
        value = {"document": edition.document.to_json(), "checks": [asdict(c) for c in edition.checks]}
        deliver(terminal.json(value), output, notice)
    else:
        deliver(markdown(edition.document), output, notice)
    if settings.rewriter and any(check.rule == "no-answer" for check in edition.checks):
        terminal.talk(terminal.say("rewriter.silent"))


@app.command(help="help.score")
def score(
    context: typer.Context,
    notices: Annotated[list[Path], typer.Argument(help="help.make.notices", show_default=False)],
    advice: Annotated[bool, typer.Option("--advice/--no-advice", help="help.score.advice")] = True,
    html: Annotated[Path | None, typer.Option("--html", help="help.score.html", show_default=False)] = None,
    min_score: Annotated[
        float | None, typer.Option("--min-score", help="help.score.min_score", show_default=False)
    ] = None,
    max_words: Annotated[
        int | None, typer.Option("--max-words", help="help.score.max_words", show_default=False)
    ] = None,
    ocr: Ocr = False,
    force: ForceLanguage = False,
    max_mb: MaxMb = DEFAULTS.max_mb,
    as_json: Json = False,
) -> None:
    """Print how readable the notices are, and what to improve."""
    from notices.shell.score import Bars, score_all

    settings = Settings(ocr=ocr, force=force, max_mb=max_mb)
    bars = Bars(min_score, max_words)
    score_all(context.obj, notices, settings, bars, advice=advice, html=html, as_json=as_json)


@app.command(help="help.narrate")
def narrate(
    context: typer.Context,
    notice: Notice,
    output: Output = None,
    edition: Annotated[str, typer.Option("--edition", help="help.narrate.edition")] = "original",
    audio_format: Annotated[str, typer.Option("--audio-format", help="help.make.audio_format")] = "",
    captions: Annotated[
        str, typer.Option("--captions", help="help.narrate.captions", show_default=False)
    ] = "",
    voice: Voice = None,
    voices: Voices = None,
    rate: Rate = None,
    package: Package = "",
    glossary: Glossary = None,
    lexicon: Lexicon = None,
    ocr: Ocr = False,
    force: ForceLanguage = False,
    max_words: MaxWords = DEFAULTS.max_words,
    max_mb: MaxMb = DEFAULTS.max_mb,
) -> None:
    """Read one edition of a notice aloud."""
    from notices.pipeline import narrate_edition

    terminal: Terminal = context.obj
    if output is None and sys.stdout.isatty():
        options.misused(terminal.say("shell.need_output"))
    wanted = options.captions(captions, terminal)
    if wanted and output is None:
        options.misused(terminal.say("shell.captions_need_output"))
    settings = Settings(
        editions=options.editions(edition, terminal),
        audio_format=options.audio_format(options.format_wish(audio_format, output), terminal),
        captions=wanted,
        french_voice=options.voice("fr", voice, terminal),
        english_voice=options.voice("en", voice, terminal),
        voices=voices,
        rate=rate,
        package=package,
        glossary=glossary,
        lexicon=lexicon,
        ocr=ocr,
        force=force,
        max_words=max_words,
        max_mb=max_mb,
    )
    sound, told = narrate_edition(notice, settings)
    deliver(sound, output, notice)
    for name, text in told.items():
        deliver(text, output.with_suffix(f".{name}") if output else None, notice)


@app.command(help="help.spoken")
def spoken(
    context: typer.Context,
    lang: Annotated[str, typer.Option("--lang", help="help.spoken.lang")] = "fr",
    lexicon: Lexicon = None,
) -> None:
    """Print each line of standard input as it will be said."""
    from notices.narration import say_lines

    language = options.language_of_text(lang, context.obj)
    for line in say_lines(input_lines(), language, lexicon):
        context.obj.result(line)


@app.command(help="help.serve")
def serve(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(help="help.serve.folder")] = Path("bundles"),
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="help.serve.port")] = 8420,
    host: Annotated[str, typer.Option("--host", help="help.serve.host")] = "127.0.0.1",
) -> None:
    """Serve finished bundles to browsers on this machine, until Ctrl-C."""
    from notices.serving import serve as serve_folder

    terminal: Terminal = context.obj
    serve_folder(folder, host=host, port=port, lang=terminal.asked_lang, ready=terminal.talk)


@app.command(help="help.check")
def check(context: typer.Context, as_json: Json = False) -> None:
    """Tell whether this machine is ready."""
    from notices.shell.check import check_machine

    check_machine(context.obj, as_json=as_json)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """The program `notices`: run one command and exit with its code."""
    open_missing_streams()
    end_as_if_interrupted()
    words = hoisted(list(sys.argv[1:] if arguments is None else arguments))
    terminal = Terminal(options.language_of_messages(language_asked(words)) or system_language())
    command = in_language(typer.main.get_command(app), terminal.lang)
    try:
        sys.exit(run_line(command, words, terminal, name="notices"))
    except BrokenPipeError:  # the reader of our output has gone: nothing is wrong with us
        silence_output()
        sys.exit(0)
    except OSError as error:  # of a full or closed standard output; everything else is told by its step
        silence_output()
        unwritable = OutputUnwritable(folder="-", detail=reason(error))
        terminal.complain(unwritable.words(terminal.lang))
        sys.exit(unwritable.code)
