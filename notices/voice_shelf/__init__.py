"""Natural voices: which can be had, how they come onto this machine, and how they go.

    known()                   the voices of Piper whose files are known by their sums
    install(name)             fetch one and put it where `--voice fr=NAME` finds it
    installed(), remove(name)

Nothing is downloaded but by `install`, and no folder is made but by it.
"""

from notices.voice_shelf.installing import install, installed, remove
from notices.voice_shelf.offers import Offer, find_known, known, own_offer

__all__ = ["Offer", "find_known", "install", "installed", "known", "own_offer", "remove"]
