"""How much one notice may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one notice; what goes beyond is refused with an error of its own."""

    max_mb: float = 50
    """Size of the file, in millions of bytes (`NoticeTooLarge`)."""
    seconds: float = 30.0
    """Wall-clock time of the process that reads it (`ReaderTimeout`)."""
    memory: int = 1024 * MEGABYTE
    """Address space of that process, in bytes, where the system can bound it (`ReaderCrashed`)."""
    words: int = 0
    """Words in the notice (`NoticeTooLong`); 0 for no bound."""
    archive_entries: int = 10_000
    """Entries in a .docx or .odt (`HostileNotice`)."""
    part_bytes: int = 100 * MEGABYTE
    """Unpacked size of one part of a .docx or .odt (`HostileNotice`)."""
    part_ratio: int = 250
    """Unpacked to packed size of a part above one megabyte (`HostileNotice`)."""
    ocr_seconds: float = 900.0
    """Wall-clock time of `ocrmypdf` (`OcrFailed`)."""

    @property
    def bytes(self) -> int:
        """Size of the file, in bytes."""
        return int(self.max_mb * MEGABYTE)
