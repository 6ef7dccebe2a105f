"""What records are made of: values that never change.

msgspec's structs are made in a sixth of a frozen dataclass's time, and kept and handed over as arrays
without the names of their fields: a build makes millions of them. They hold no ring, so that nobody
needs to look for one.
"""

import msgspec


class Frozen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A record. `msgspec.structs.replace` gives one with other values.

    Each class says `frozen=True` again, for type checkers.
    """
