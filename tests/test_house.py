"""The arrows of the house: who may know whom, read from the imports themselves."""

import ast
import importlib
import inspect
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CARE = {"customers", "staff"}
MAY_USE = {  # which rooms a room may ask, by their public names
    "staff": set[str](),
    "customers": {"staff"},
    "purchases": CARE,
    "promises": CARE,
    "loyalty": CARE | {"purchases", "promises"},
    "printing": CARE | {"loyalty"},
    "complaints": CARE | {"promises"},
    "feedback": CARE | {"promises"},
    "wording": CARE | {"purchases", "loyalty", "promises", "complaints", "feedback"},
    "daybook": CARE | {"purchases", "loyalty", "promises", "complaints", "feedback", "wording"},
    "exchange": CARE | {"purchases", "loyalty", "promises", "complaints", "feedback", "wording", "daybook"},
}
FILLS = {"exchange"}
"""Who writes thousands of rows at a time, and so needs the pure rules by which one row is made."""
GROUND = {"database", "errors", "paths", "settings", "text"}
"""What every room stands on."""
BELOW_THE_ROOMS = {"database", "drafts", "errors", "paths", "settings", "text"}
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}


def sources(*folders: str) -> list[Path]:
    """Every Python file of these folders, as paths from the root of the repository."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path.relative_to(ROOT) for path in found)


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Everything a file imports, with dots: "carepos.customers.find" for `from carepos.customers import find`."""
    for node in _at_run_time(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: imports are written out"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def _at_run_time(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node but those under `if TYPE_CHECKING:`, which no running program follows."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")):
            yield node
            yield from _at_run_time(node)


def part_of(path: Path) -> str:
    """The room, or the module, a file of `carepos` belongs to."""
    return path.parts[1].removesuffix(".py")


def rooms() -> list[Path]:
    return [path for path in sources("carepos") if part_of(path) in MAY_USE]


def public(package: str) -> set[str]:
    return set(importlib.import_module(package).__all__)


def packages() -> list[str]:
    """Every package of `carepos` that says what is public in it."""
    found = (ROOT / "carepos").glob("*/__init__.py")
    return sorted(f"carepos.{path.parent.name}" for path in found if "__all__" in path.read_text(encoding="utf-8"))


def knowing(paths: Iterable[Path], barred: Callable[[Path, str], bool]) -> list[str]:
    """Which of these files import what is barred to them, and what it is."""
    return [f"{path} -> {name}" for path in paths for name in imports(path) if barred(path, name)]


def test_the_core_knows_neither_qt_nor_the_counter() -> None:
    assert not knowing(sources("carepos"), lambda _, name: name.split(".")[0] in ("PySide6", "shiboken6", "ui"))


def test_the_counter_knows_no_database() -> None:
    barred = ("sqlalchemy", "sqlcipher3", "psycopg", "alembic")
    assert not knowing(sources("ui"), lambda _, name: name.split(".")[0] in barred)


def test_every_room_has_its_arrows_stated_here() -> None:
    folders = {path.name for path in (ROOT / "carepos").iterdir() if (path / "__init__.py").exists()}
    assert folders - GROUND - {"cli", "demo"} == MAY_USE.keys()  # these two may ask every room


def test_no_two_rooms_ask_each_other() -> None:
    assert not [(a, b) for a, below in MAY_USE.items() for b in below if a in MAY_USE[b]]


def test_a_room_asks_only_rooms_below_it_by_their_public_names() -> None:
    assert not knowing(rooms(), barred_to_a_room)


def barred_to_a_room(path: Path, name: str) -> bool:
    own, (top, room, *rest) = part_of(path), (*name.split("."), "")
    if top != "carepos" or room in GROUND | {own}:
        return False
    known = {""} | public(f"carepos.{room}") | ({"rules"} if own in FILLS else set())
    return room not in MAY_USE[own] or rest[0] not in known


@pytest.mark.parametrize("path", rooms(), ids=str)
def test_a_room_uses_only_public_names_of_the_rooms_it_imports(path: Path) -> None:
    known = {name.split(".")[1] for name in imports(path) if name.count(".") == 1 and name.split(".")[1] in MAY_USE}
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in known:
            assert node.attr in public(f"carepos.{node.value.id}"), ast.unparse(node)


def test_the_ground_knows_no_room() -> None:
    ground = (path for path in sources("carepos") if part_of(path) in BELOW_THE_ROOMS)
    rooms = tuple(f"carepos.{room}" for room in MAY_USE)
    assert not knowing(ground, lambda _, name: name.startswith(rooms))


def test_rules_are_pure() -> None:
    assert not knowing((path for path in sources("carepos") if path.name == "rules.py"), impure)


def impure(path: Path, name: str) -> bool:
    own = f"carepos.{part_of(path)}"
    pure = ("carepos.errors", "carepos.text", f"{own}.rules", f"{own}.packs", f"{own}.terms")
    return name.split(".", maxsplit=1)[0] not in sys.stdlib_module_names and not name.startswith(pure)


def test_nobody_but_the_shop_reads_the_clock() -> None:
    readers = [
        f"{path}: {ast.unparse(node)}"
        for path in sources("carepos", "ui")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and (ast.unparse(node.value).split(".")[-1], node.attr) in CLOCKS
    ]
    assert readers == ["carepos/shop.py: dt.datetime.now"]


def test_a_shop_opens_without_qt_and_without_alembic(template_folder: Path) -> None:
    script = (
        "import sys, pathlib; from carepos import shop, daybook; from carepos.paths import ShopFolder;"
        "opened = shop.open_shop(ShopFolder(pathlib.Path(sys.argv[1])));"
        "print(opened.settings.shop_name, *{'PySide6', 'alembic', 'ui'} & set(sys.modules), sep='|')"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script, str(template_folder)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.stdout, done.stderr) == ("みなも\n", "")


@pytest.mark.parametrize("package", packages())
def test_every_public_function_says_what_it_does(package: str) -> None:
    module = importlib.import_module(package)
    named = {name: getattr(module, name) for name in module.__all__}
    said = [name for name, thing in named.items() if inspect.isroutine(thing) or inspect.isclass(thing)]
    assert not [name for name in said if not (named[name].__doc__ or "").strip()]
    assert not [name for name in said if named[name].__doc__.startswith(f"{name}(")], "dataclass's own words"
