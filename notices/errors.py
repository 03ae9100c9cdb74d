"""Every error that the product raises, each with an exit code of its own.

    NoticesError
    |- InputError: something is wrong with the notice
    |  |- NoticeMissing, NotARegularFile, UnknownFormat, EmptyNotice, UndecodableNotice,
    |  |- DamagedNotice, NoticeTooLarge, NoticeTooLong, ScannedNotice, NotFrench,
    |  `- HostileNotice, LockedNotice, ReaderCrashed, ReaderTimeout, OcrMissing, OcrFailed
    |- PackageError: something is wrong with a translation package
    |  |- PackageMissing, PackageDamaged, PackageUnsafe, DownloadFailed, IndexUnreadable,
    |  |- GistOnly, TranslationFailed, GlossaryUnreadable, ShelfUnwritable,
    |  |- EvaluationSetUnreadable, ExtraMissing,
    |  `- ArchiveMissing, PackageNotOurs (both a PackageMissing)
    |- NarrationError: something is wrong with the voice
    |  `- EngineNotHere, VoiceNotHere, SentenceNotSpoken, SoundNotEncoded,
    |     SettingNotPossible, LexiconNotReadable, VoicesUnreadable, VoiceNotInstalled,
    |     VoiceUnknown, VoiceDamaged, VoiceShelfUnwritable
    |- OutputError: something is wrong where the bundle should go
    |  `- NotOurBundle, BundleEdited, AnotherNotice, OutputUnwritable, DiskFull, OutputIsNotice,
    |     NothingToServe, AddressNotFree, ThemeUnusable
    |- TrainingError: a package cannot be trained
    |  `- CorpusUnreadable, NothingToTrainOn, WeightsUnreadable
    |- RewriterError: a language model that was asked for cannot be used
    |  `- RewriterNotHere, RewriterRefused, RewriterModelMissing
    `- OutcomeError: the work is done, and something must be told
       `- SomeNoticesFailed, WorkerDied, Unforeseen, Unproven, ScoreTooLow, MachineNotReady

Words and codes are kept apart: the words stand in `phrases/errors.tsv` under `error.<ClassName>`,
in French and English, and are filled with the error's keyword values.
Exit codes 1 and 2 belong to Python and to the option parser.
"""

from __future__ import annotations

from typing import ClassVar

from notices.phrases import say
from notices.visible import shown


class NoticesError(Exception):
    """What happened, to which file, and what to do now."""

    code: ClassVar[int] = 3

    told: bool = False
    """True where the command's own result, already printed, tells it."""

    def __init__(self, **values: object) -> None:
        super().__init__(values)
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross the border between processes with their values."""
        return (_rebuild, (type(self), self.values))

    def words(self, lang: str = "en") -> str:
        """The message for a person, in French or English."""
        values = {name: shown(value) for name, value in self.values.items()}
        return say(f"error.{type(self).__name__}", lang, **values)

    def __str__(self) -> str:
        return self.words()


def _rebuild(kind: type[NoticesError], values: dict[str, object]) -> NoticesError:
    return kind(**values)


class InputError(NoticesError):
    """Something is wrong with the notice. Values: `file`."""

    code = 10


class NoticeMissing(InputError):
    """No such file. Values: `file`."""

    code = 11


class NotARegularFile(InputError):
    """A device, a pipe, a socket, a folder where a file is wanted. Values: `file`."""

    code = 12


class UnknownFormat(InputError):
    """Neither name nor content is a format that we read. Values: `file`, `formats`."""

    code = 13


class EmptyNotice(InputError):
    """There is no text in it. Values: `file`."""

    code = 14


class UndecodableNotice(InputError):
    """Not text, or in an encoding that cannot be told. Values: `file`."""

    code = 15


class DamagedNotice(InputError):
    """Truncated or corrupt. Values: `file`, `detail`."""

    code = 16


class NoticeTooLarge(InputError):
    """More bytes than allowed. Values: `file`, `size_mb`, `limit_mb`."""

    code = 17


class NoticeTooLong(InputError):
    """More words than allowed. Values: `file`, `words`, `limit`."""

    code = 18


class ScannedNotice(InputError):
    """Pictures of pages, or a text layer that is noise. Values: `file`."""

    code = 19


class NotFrench(InputError):
    """Written in another language. Values: `file`, `language` (a name or code)."""

    code = 20


class HostileNotice(InputError):
    """It would unpack or expand beyond all bounds. Values: `file`, `detail`."""

    code = 21


class LockedNotice(InputError):
    """It asks for a password. Values: `file`."""

    code = 22


class ReaderCrashed(InputError):
    """The process that read it died, or ran out of memory. Values: `file`."""

    code = 23


class ReaderTimeout(InputError):
    """Reading took longer than allowed. Values: `file`, `seconds`."""

    code = 24


class OcrMissing(InputError):
    """`--ocr` was asked for, and there is no `ocrmypdf` here. Values: `file`."""

    code = 25


class OcrFailed(InputError):
    """`ocrmypdf` gave up. Values: `file`, `detail`."""

    code = 26


class PackageError(NoticesError):
    """Something is wrong with a translation package. Values: `package`."""

    code = 30


class PackageMissing(PackageError):
    """No package of this name, or none for this pair. Values: `package`."""

    code = 31


class ArchiveMissing(PackageMissing):
    """`notices packages add`: no such file. Values: `file`."""

    code = 74


class PackageNotOurs(PackageMissing):
    """`notices packages remove`: it is here, and not for us to take away. Values: `package`, `detail`."""

    code = 75


class PackageDamaged(PackageError):
    """It is not a package, or a part is missing. Values: `package`, `detail`."""

    code = 32


class PackageUnsafe(PackageError):
    """Its archive would write outside its folder, or is too large. Values: `package`, `detail`."""

    code = 33


class DownloadFailed(PackageError):
    """No mirror gave the whole file. Values: `url`, `detail`."""

    code = 34


class IndexUnreadable(PackageError):
    """The list of what can be downloaded is not what it should be. Values: `url`, `detail`."""

    code = 35


class GistOnly(PackageError):
    """`--strict` refuses a package without scores or below the bar. Values: `package`."""

    code = 36


class TranslationFailed(PackageError):
    """The engine broke down. Values: `package`, `detail`."""

    code = 37


class GlossaryUnreadable(PackageError):
    """A glossary file cannot be read. Values: `file`, `line`, `detail`."""

    code = 38


class ShelfUnwritable(PackageError):
    """Packages cannot be put in place or chosen there. Values: `folder`, `detail`."""

    code = 39


class EvaluationSetUnreadable(PackageError):
    """A set of sentence pairs cannot be read. Values: `file`, `line`, `detail`."""

    code = 70


class ExtraMissing(PackageError):
    """A part that is not installed by default is wanted. Values: `extra`."""

    code = 71


class NarrationError(NoticesError):
    """A voice is missing or speaking failed. Values: `detail`, the words of the voices' own error."""

    code = 40


class EngineNotHere(NarrationError):
    """The speech engine is not installed, or does not start. Values: `engine`, `detail`, `packages`."""

    code = 41


class VoiceNotHere(NarrationError):
    """The engine has no such voice. Values: `voice`, `language`, `known` (those that it has)."""

    code = 42


class SentenceNotSpoken(NarrationError):
    """No sound, or not the right sound, after every retry. Values: `sentence` (its id), `text`, `detail`."""

    code = 43


class SoundNotEncoded(NarrationError):
    """The sound file could not be encoded. Values: `format`, `detail`."""

    code = 44


class SettingNotPossible(NarrationError):
    """A speed, a pitch or a format that cannot be. Values: `setting`, `value`, `bounds`."""

    code = 45


class LexiconNotReadable(NarrationError):
    """A body's own pronunciations cannot be read. Values: `file` (with its line), `detail`."""

    code = 46


class VoicesUnreadable(NarrationError):
    """A file of voices and their settings cannot be used. Values: `file`, `line`, `detail`."""

    code = 47


class VoiceNotInstalled(NarrationError):
    """A natural voice is not on this machine; it may be one that can be installed. Values: `voice`."""

    code = 48


class VoiceUnknown(NarrationError):
    """There is no natural voice of this name to install. Values: `voice`, `known`."""

    code = 49


class VoiceDamaged(NarrationError):
    """What was fetched is not the voice that it should be. Values: `voice`, `detail`."""

    code = 72


class VoiceShelfUnwritable(NarrationError):
    """Voices cannot be put in place or removed there. Values: `folder`, `detail`."""

    code = 73


class OutputError(NoticesError):
    """Something is wrong where the bundle should go. Values: `folder`."""

    code = 50


class NotOurBundle(OutputError):
    """The folder exists and is not a bundle of ours. Values: `folder`."""

    code = 51


class BundleEdited(OutputError):
    """A person changed texts in the bundle since it was made. Values: `folder`, `files`."""

    code = 52


class OutputUnwritable(OutputError):
    """Nothing can be written there. Values: `folder`, `detail`."""

    code = 53


class DiskFull(OutputError):
    """No room left. Values: `folder`."""

    code = 54


class OutputIsNotice(OutputError):
    """`--output` names the notice that is being read. Values: `file`."""

    code = 57


class AnotherNotice(OutputError):
    """The bundle there was made from another notice. Values: `folder`, `earlier`, `title` (the new one's)."""

    code = 58


class NothingToServe(OutputError):
    """`notices serve`: no folder of bundles. Values: `folder`, `detail`."""

    code = 59


class AddressNotFree(OutputError):
    """`notices serve`: nothing can listen there. Values: `address`, `detail`."""

    code = 55


class ThemeUnusable(OutputError):
    """A body's own theme cannot be used. Values: `folder`, `file`, `detail`."""

    code = 56


class OutcomeError(NoticesError):
    """The work is done, and something must be told."""

    code = 60


class SomeNoticesFailed(OutcomeError):
    """At least one of several notices was not made. Values: `failed`, `total`."""

    code = 61


class Unproven(OutcomeError):
    """`--strict`: sentences could not be proven, or pages not read. Values: `file`, `count`, `pages`."""

    code = 62


class ScoreTooLow(OutcomeError):
    """`notices score`: below `--min-score` or above `--max-words`. Values: `file`, `detail`."""

    code = 63


class WorkerDied(OutcomeError):
    """The process that made a bundle died, for want of memory for instance. Values: `file`."""

    code = 64


class Unforeseen(OutcomeError):
    """A fault of our own, which cost this notice alone. Values: `file`, `detail`."""

    code = 66


class MachineNotReady(OutcomeError):
    """`notices check`: a part that bundles need is missing. Values: `parts`."""

    code = 65


class TrainingError(NoticesError):
    """A package cannot be trained. Values: `detail`."""

    code = 80


class CorpusUnreadable(TrainingError):
    """A file of pairs, a memory or a vocabulary cannot be read. Values: `file`, `line`, `detail`."""

    code = 81


class NothingToTrainOn(TrainingError):
    """The folder holds no prepared pairs, or too few. Values: `folder`, `pairs`, `fewest`."""

    code = 82


class WeightsUnreadable(TrainingError):
    """Weights of a run or a package cannot be read, or do not fit. Values: `file`, `detail`."""

    code = 83


class RewriterError(NoticesError):
    """A language model that was asked for cannot be used. Values: `url`."""

    code = 90


class RewriterNotHere(RewriterError):
    """`--rewriter`: no language model answers at this address. Values: `url`, `detail`."""

    code = 91


class RewriterRefused(RewriterError):
    """`--rewriter`: the address is not used, or is on another machine. Values: `url`, `detail`."""

    code = 92


class RewriterModelMissing(RewriterError):
    """`--rewriter-model`: no model of this name there, or one must be named. Values: `url`, `known`."""

    code = 93
