"""French public notices in plain French, in English and as audio, with a proof that nothing was lost."""

__version__ = "0.1.0"
