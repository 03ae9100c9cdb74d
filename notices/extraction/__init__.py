"""From a document to what matters in it: bound units, their weight, their place in the reader's order.

    document -> units (what must stay together) -> weight (what a reader must know) -> slot (where it is
    looked for)

Nothing is written here: `notices.realisation` finds the words, `notices.summary` tells the story.
"""

from __future__ import annotations

from notices.extraction.happenings import event_kinds
from notices.extraction.slots import Slot, slot_of
from notices.extraction.units import Unit, units_of
from notices.extraction.weight import weigh, worth

__all__ = ["Slot", "Unit", "event_kinds", "slot_of", "units_of", "weigh", "worth"]
