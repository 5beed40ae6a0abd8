"""What goes wrong is written down beside the shop: where it happened, never with whose data (S10)."""

import logging
import logging.handlers
import traceback
from types import TracebackType

from carepos.paths import ShopFolder

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Discreet(logging.Formatter):
    """Tells the places an error came through, not its words: these may name a customer."""

    def formatException(self, ei: Raised) -> str:
        """The lines of the program, the innermost last."""
        return "".join(traceback.format_tb(ei[2])).rstrip()


def keep(folder: ShopFolder) -> None:
    """Writes the log of a shop in five files of a megabyte at most."""
    folder.logs.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder.logs / "carepos.log"
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=4, delay=True)
    handler.setFormatter(Discreet("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
