"""One window per shop: a lock the system itself drops when the program dies, so that no stale flag remains."""

import sys
from io import TextIOWrapper
from pathlib import Path

from carepos.errors import StorageTrouble


def hold(path: Path) -> TextIOWrapper | None:
    """The open lock file, to be kept as long as the window lives; None when another window holds it.

    Raises StorageTrouble("storage.no_folder") where no file can be written.
    """
    try:
        file = path.open("a", encoding="ascii")
    except OSError as trouble:
        raise StorageTrouble("storage.no_folder", folder=str(path.parent)) from trouble
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        return None
    return file
