"""How hard the tests of this folder try: AMBASSADE_FUZZ says how many times as hard as usual (1)."""

import os

EFFORT = int(os.environ.get("AMBASSADE_FUZZ", "1"))
