"""What the hand touches and the eye sees."""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts an import of its own in the place of Python's

# PySide's reads the source of every module imported from then on, looking for a word of its own, and keeps it:
# 25 MB and a fifth of the time until all is loaded (V6, V7). Nothing here says `from __feature__ import`.
builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
