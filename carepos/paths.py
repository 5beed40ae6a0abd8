"""Where things made by the machine live: one folder per shop, everything in its place."""

from pathlib import Path
from typing import NamedTuple

from carepos.errors import StorageTrouble


class ShopFolder(NamedTuple):
    """One shop's folder; every file the program makes has its place here."""

    root: Path

    @property
    def store(self) -> Path:
        """The encrypted database."""
        return self.root / "shop.db"

    @property
    def label(self) -> Path:
        """What may be known before the key: the shop's id and where its key is kept."""
        return self.root / "shop.json"

    @property
    def key(self) -> Path:
        """The key file of a demo shop, or of a machine without a keystore."""
        return self.root / "shop.key"

    @property
    def lock(self) -> Path:
        """Held by the one window that is open on this shop."""
        return self.root / "window.lock"

    @property
    def front(self) -> Path:
        """Touched by a second start, so that the first one's window comes forward."""
        return self.root / "front"

    @property
    def backups(self) -> Path:
        """Verified copies, made before each migration."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """Rotating logs without personal data."""
        return self.root / "logs"

    @property
    def window(self) -> Path:
        """How this machine likes its window: language, theme, text size."""
        return self.root / "window.ini"

    def exists(self) -> bool:
        """Whether a shop lives here."""
        return self.label.exists()

    def in_use(self) -> bool:
        """Whether anything at all is here already, so that no shop may be made on top of it."""
        own = {self.lock.name, self.logs.name, self.window.name, self.front.name}
        return self.root.exists() and any(path.name not in own for path in self.root.iterdir())

    def forget(self) -> None:
        """Takes away a shop that did not come to be."""
        for path in self.root.glob("shop.*"):
            path.unlink()

    def make(self) -> None:
        """Makes the folder for its owner only (S18); raises StorageTrouble("storage.no_folder")."""
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.root.chmod(0o700)
        except OSError as trouble:
            raise StorageTrouble("storage.no_folder", folder=str(self.root)) from trouble


def default_folder() -> Path:
    """The shop of this computer's user."""
    return _data_folder() / "shop"


def demo_folder() -> Path:
    """The demo shop that `make run` opens."""
    return _data_folder() / "demo"


def _data_folder() -> Path:
    import platformdirs

    return Path(platformdirs.user_data_dir("CarePOS", appauthor=False))


def cache_folder() -> Path:
    """What is made again if it is lost, and tells nothing of the shop."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("CarePOS", appauthor=False))


def resources() -> Path:
    """Icons, themes, words: beside the source, or inside the frozen program."""
    return Path(__file__).resolve().parent.parent / "resources"
