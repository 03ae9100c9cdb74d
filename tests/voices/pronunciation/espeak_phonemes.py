"""Lines on standard input to eSpeak's phonemes of each; in a process of its own, for eSpeak is GPL."""

from __future__ import annotations

import ctypes
import sys

import espeakng_loader

RETRIEVAL_NO_SOUND, DO_NOT_EXIT, UTF8, IPA = 2, 0x8000, 1, 2


def main(lang: str) -> None:
    """One line of phonemes for each line of text."""
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    library.espeak_Initialize(
        RETRIEVAL_NO_SOUND, 0, str(espeakng_loader.get_data_path()).encode(), DO_NOT_EXIT
    )
    assert library.espeak_SetVoiceByName(lang.encode()) == 0
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    library.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    for line in sys.stdin:
        print(phonemes(library, line.rstrip("\n")))


def phonemes(library: ctypes.CDLL, text: str) -> str:
    """The phonemes of all clauses of a text."""
    rest = ctypes.c_char_p(text.encode())
    said = []
    while rest.value:
        said.append((library.espeak_TextToPhonemes(ctypes.byref(rest), UTF8, IPA) or b"").decode())
    return " ".join(said).replace("\n", " ")


main(sys.argv[1])
