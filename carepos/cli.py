"""The core's second face: each command parses, calls one public function, prints."""

import argparse
import datetime as dt
import getpass
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from carepos import (
    complaints,
    customers,
    daybook,
    exchange,
    feedback,
    loyalty,
    promises,
    purchases,
    shop,
    staff,
    wording,
)
from carepos.database import Actor, Transaction, as_id, broken_links, new_id
from carepos.errors import CarePosError, NotFound, Refused
from carepos.paths import ShopFolder, default_folder
from carepos.settings import ShopSettings
from carepos.text import dates, due, numbers

Sentence = Callable[[object], str]
SaveDay = Callable[[Path, daybook.Day, dict[str, str], ShopSettings], object]
SaveStatement = Callable[[Path, loyalty.Statement, ShopSettings], object]
Handler = Callable[[Transaction, argparse.Namespace], object]
TILL = "command-line"


def run(words: list[str], sentence: Sentence, save_day: SaveDay, save_statement: SaveStatement) -> int:
    """Runs one command line; returns 0 done, 1 refused (with one sentence), 2 wrong use.

    `sentence` words an error, `save_day` and `save_statement` paint pages: the interface lends them.
    """
    try:
        options = _parser().parse_args(words)
        options.save_day, options.save_statement = save_day, save_statement
    except SystemExit as wrong:
        return int(wrong.code or 0)
    try:
        _print(options.run(options), options.json)
    except CarePosError as error:
        _complain(error, sentence(error), options.json)
        return 1
    except ValueError as wrong_value:
        refused = Refused(str(wrong_value), most=numbers.MOST)  # the sentence of an amount too large names the most
        _complain(refused, sentence(refused), options.json)
        return 1
    return 0


def _complain(refused: CarePosError, message: str, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": {"rule": refused.rule, "message": message}}, ensure_ascii=False))
    else:
        print(message, file=sys.stderr)


def _print(answer: object, as_json: bool) -> None:
    plain = msgspec.to_builtins(answer)
    if as_json:
        print(json.dumps(plain, ensure_ascii=False))
        return
    for row in plain if isinstance(plain, list) else [plain]:
        if isinstance(row, dict):
            print("  ".join(f"{name}: {_shown(value)}" for name, value in row.items()))
        elif row is not None:
            print(_shown(row))


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else str(value)


def _reading(ask: Handler) -> Callable[[argparse.Namespace], object]:
    return lambda options: _with_shop(options, ask, writes=False)


def _writing(act: Handler) -> Callable[[argparse.Namespace], object]:
    return lambda options: _with_shop(options, act, writes=True)


def _moving_points(act: Handler) -> Callable[[argparse.Namespace], object]:
    return lambda options: _with_shop(options, act, writes=True, turn_day=True)


def _with_shop(options: argparse.Namespace, work: Handler, writes: bool, turn_day: bool = False) -> object:
    opened = shop.open_shop(_folder(options))
    try:
        actor = _owner(opened, options)
        if turn_day:
            _turn_day(opened, actor)
        with opened.transaction(actor) if writes else opened.reading(actor) as tx:
            return work(tx, options)
    finally:
        opened.close()


def _turn_day(opened: shop.Shop, actor: Actor) -> None:
    """Once a day points past their last day are taken away, as the window does it at start; never in doubt."""
    with opened.reading(actor) as tx:
        due = loyalty.expiry_due(tx)
    more = not (due.done_today or due.must_agree)
    while more:
        with opened.transaction(actor) as tx:
            more = loyalty.expire(tx, new_id()).more


def _folder(options: argparse.Namespace) -> ShopFolder:
    return ShopFolder(Path(options.shop).absolute() if options.shop else default_folder())


def _owner(opened: shop.Shop, options: argparse.Namespace) -> Actor:
    """The owner, who proves it by the passphrase outside a demo shop."""
    with opened.reading() as tx:
        owner = staff.owner(tx)
    if not opened.demo:
        _check_passphrase(opened, owner.id, options)
    return staff.acting(owner, TILL)


def _check_passphrase(opened: shop.Shop, owner_id: str, options: argparse.Namespace) -> None:
    file = options.passphrase_file
    given = _passphrase_in(Path(file)) if file else getpass.getpass("passphrase: ")
    with opened.transaction() as tx:
        seconds = staff.count_attempt(tx, owner_id)
    if seconds:
        raise Refused("pin.wait", seconds=seconds)
    with opened.transaction() as tx:
        if not staff.check_passphrase(tx, owner_id, given):
            raise Refused("passphrase.wrong")


def _passphrase_in(file: Path) -> str:
    try:
        return file.read_text("utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise Refused("passphrase.unreadable", file=file.name) from None


def _customer(tx: Transaction, word: str) -> str:
    """The customer a word names: an id or a card number."""
    if found := customers.by_card(tx, word):
        return found
    try:
        return customers.show(tx, as_id(word)).id
    except Refused:
        raise NotFound("customers.not_found") from None


def _op(options: argparse.Namespace) -> str:
    return as_id(options.op) if options.op else new_id()


def _demo(options: argparse.Namespace) -> object:
    from carepos import demo

    if options.customers < 1:
        raise Refused("amount.not_positive")
    made = demo.make(_folder(options), options.customers, options.seed, language=options.lang or "ja")
    made.close()
    return {"folder": str(_folder(options).root), "customers": options.customers}


def _verify(tx: Transaction, _options: argparse.Namespace) -> object:
    found = {"ledger": loyalty.verify(tx), "chain": broken_links(tx)}
    if any(found.values()):
        raise Refused("verify.failed", count=sum(map(len, found.values())))
    return {**found, "settings": tx.settings.shop_name}


def _hits(hits: list[customers.Hit]) -> object:
    return [
        {
            "id": hit.id,
            "name": f"{hit.family} {hit.given}".strip(),
            "kana": f"{hit.family_kana} {hit.given_kana}".strip(),
            "phone": hit.phone,
            "card": hit.card,
            "email": hit.email,
            "tier": hit.tier,
            "last_visit": hit.last_visit,
        }
        for hit in hits
    ]


def _find(tx: Transaction, options: argparse.Namespace) -> object:
    found = customers.find(tx, options.text, options.limit)
    near = customers.find_near(tx, options.text, found) if len(found) < 5 and options.text.strip() else []
    return _hits([*found, *near][: options.limit])


def _show(tx: Transaction, options: argparse.Namespace) -> object:
    who = _customer(tx, options.customer)
    notes = customers.notes(tx, who)
    later = tx.now + dt.timedelta(days=1)
    return {
        "customer": customers.show(tx, who),
        "preferences": [note for note in notes if note.kind == "preference"],
        "notes": [note for note in notes if note.kind != "preference"],
        "points": _points(loyalty.account(tx, who)),
        "promises": promises.history(tx, who, later, 100),
        "complaints": complaints.history(tx, who, later, 100),
        "purchases": purchases.history(tx, who, later, 100),
        "feedback": feedback.history(tx, who, later, 100),
    }


def _add(tx: Transaction, options: argparse.Namespace) -> object:
    given = {name: getattr(options, name) or "" for name in customers.Details.__slots__ if hasattr(options, name)}
    return {"id": customers.register(tx, _op(options), customers.Details(**given))}


def _erase(tx: Transaction, options: argparse.Namespace) -> object:
    who = _customer(tx, options.customer)
    exchange.erase(tx, _op(options), who)
    return {"id": who}


def _merge(tx: Transaction, options: argparse.Namespace) -> object:
    kept, gone = _customer(tx, options.kept), _customer(tx, options.gone)
    return {"merge": loyalty.merge(tx, _op(options), kept, gone)}


def _unmerge(tx: Transaction, options: argparse.Namespace) -> object:
    return {"customer": loyalty.unmerge(tx, _op(options), as_id(options.merge))}


def _points(account: loyalty.Account) -> dict[str, Any]:
    return {
        "balance": account.balance,
        "tier": account.tier,
        "next_reward": {"points": account.reward_points, "yen": account.reward_yen, "to_next": account.to_next},
        "lots": account.lots,
    }


def _points_show(tx: Transaction, options: argparse.Namespace) -> object:
    who, account, until = _customer(tx, options.customer), loyalty.account, tx.now + dt.timedelta(days=1)
    if options.as_of:
        day = dates.parse_day(options.as_of)
        account, until = partial(loyalty.account_as_of, day=day), tx.settings.bounds(day)[1]
    return {**_points(account(tx, who)), "entries": loyalty.history(tx, who, until, 1000)}


def _points_explain(tx: Transaction, options: argparse.Namespace) -> object:
    found = loyalty.explain(tx, _entry(options.entry))
    told = found.told(options.lang or tx.settings.language)
    return {
        "lines": [{"text": text, "points": points} for text, points in told],
        "rule": found.rule,
        "starts_on": found.starts_on,
        "base": found.entry.base_yen,
        "rate": {"points": found.programme.unit_points, "yen": found.programme.unit_yen},
        "rounding": found.programme.rounding,
        "tier": found.entry.tier,
        "percent": found.entry.percent,
        "kind": found.entry.kind,
        "points": found.entry.points,
        "at": found.entry.at,
        "receipt": found.entry.receipt,
        "by": staff.names(tx).get(found.entry.staff_id or "", ""),
        "till": found.till,
        "expires_on": found.expires_on,
        "drawn": found.drawn,
    }


def _entry(word: str) -> str:
    try:
        return as_id(word)
    except ValueError:
        raise NotFound("point_entries.not_found") from None


def _expire(tx: Transaction, options: argparse.Namespace) -> object:
    """Everything past its last day at once, also after weeks if the owner says that the clock is right."""
    if options.agree_to_clock:
        loyalty.agree_to_clock(tx, new_id())
    runs = [loyalty.expire(tx, _op(options))]
    while runs[-1].more:
        runs.append(loyalty.expire(tx, new_id()))
    return {"lots": sum(run.lots for run in runs), "points": sum(run.points for run in runs)}


def _posted(posting: loyalty.Posting) -> object:
    """What a command did; money to keep and a reward just reached only where there are any."""
    found = {"entry": posting.entry, "points": posting.points, "balance": posting.balance}
    beside = {"settle_yen": posting.settle_yen, "milestone": posting.milestone}
    return found | {name: figure for name, figure in beside.items() if figure}


def _statement(tx: Transaction, options: argparse.Namespace) -> object:
    found = loyalty.statement(tx, _customer(tx, options.customer))
    options.save_statement(Path(options.pdf), found, tx.settings)
    return {"file": options.pdf, "lines": len(found.lines), "balance": found.account.balance}


def _earn(tx: Transaction, options: argparse.Namespace) -> object:
    yen, at = numbers.parse_yen(options.amount), options.at
    moment = dates.parse_moment(at, tx.today, tx.settings.zone) if at else None
    who = _customer(tx, options.customer)
    return _posted(loyalty.earn(tx, _op(options), who, yen, options.receipt, moment))


def _spend(tx: Transaction, options: argparse.Namespace) -> object:
    points, who = numbers.parse_yen(options.points), _customer(tx, options.customer)
    return _posted(loyalty.spend(tx, _op(options), who, points, options.receipt or ""))


def _return(tx: Transaction, options: argparse.Namespace) -> object:
    yen, who = numbers.parse_yen(options.amount), _customer(tx, options.customer)
    return _posted(loyalty.return_sale(tx, _op(options), who, options.receipt, yen))


def _adjust(tx: Transaction, options: argparse.Namespace) -> object:
    points, who = numbers.parse_yen(options.points.lstrip("+＋"), negative=True), _customer(tx, options.customer)
    return _posted(loyalty.adjust(tx, _op(options), who, points, options.reason))


def _complaint(tx: Transaction, options: argparse.Namespace) -> object:
    account = complaints.Account(options.words, options.about, options.wants, options.urgency)
    pledge = None
    if options.promise or options.due:
        pledge = complaints.Pledge(options.promise or "", _moment(tx, options.due or ""))
    return complaints.record(tx, _op(options), _customer(tx, options.customer), account, pledge)


def _moment(tx: Transaction, text: str) -> dt.datetime:
    """A time as programs write it (ISO 8601), or as it is said at a counter."""
    try:
        return dates.parse_moment(text, tx.today, tx.settings.zone)
    except ValueError:
        return due.parse_due(text, tx.now, tx.settings.zone)


def _promises(tx: Transaction, options: argparse.Namespace) -> object:
    _, tonight = tx.settings.bounds(tx.today)
    ends = {"today": tonight, "overdue": tx.now, "all": None}
    end = ends[options.due]
    listed = [one for one in promises.open_promises(tx) if end is None or one.promise.due_at < end]
    return [{**msgspec.to_builtins(one.promise), "customer": " ".join(one.customer)} for one in listed]


def _keep(tx: Transaction, options: argparse.Namespace) -> object:
    promises.keep(tx, _op(options), as_id(options.id))
    return {"id": as_id(options.id)}


def _move(tx: Transaction, options: argparse.Namespace) -> object:
    moment = _moment(tx, options.due)
    promises.move(tx, _op(options), as_id(options.id), moment, options.reason)
    return {"id": as_id(options.id)}


def _suggest(tx: Transaction, options: argparse.Namespace) -> object:
    who, language = _customer(tx, options.customer), options.lang or tx.settings.language
    speaker = staff.owner(tx).name
    found = wording.suggest(tx, who, language, speaker, options.situation or "", text=options.text or "")
    fields = ("line", "text", "situation", "moves", "cue", "why", "reason")
    return [{name: getattr(saying, name) for name in fields} for saying in found.sayings]


def _check(options: argparse.Namespace) -> object:
    """Needs no shop: the shipped rules on the text given, on standard input, or on each line of a file."""
    if options.lines:
        return [_findings(line, options) for line in _lines(options.lines)]
    return _findings(sys.stdin.read() if options.text in (None, "-") else options.text, options)


def _findings(text: str, options: argparse.Namespace) -> list[dict[str, Any]]:
    found = wording.check(text, options.lang or "", kinds=wording.kinds_of(text))
    return [{name: getattr(finding, name) for name in wording.Finding.__slots__} for finding in found]


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text("utf-8-sig").removesuffix("\n").split("\n")
    except UnicodeDecodeError as wrong:
        raise Refused("file.encoding", line=wrong.object.count(b"\n", 0, wrong.start) + 1) from None
    except OSError:
        raise Refused("file.not_found") from None


def _day(tx: Transaction, options: argparse.Namespace) -> object:
    day = dates.parse_day(options.date) if options.date else tx.today
    notes = daybook.day_notes(tx, day)
    if options.pdf:
        options.save_day(Path(options.pdf), notes, staff.names(tx), tx.settings)
    return notes


def _backup(options: argparse.Namespace) -> object:
    folder = _folder(options)
    opened = shop.open_shop(folder)
    try:
        _owner(opened, options)
        opened.copy_to(Path(options.file).absolute())
    finally:
        opened.close()
    return {"file": options.file}


def _import(tx: Transaction, options: argparse.Namespace) -> object:
    path = Path(options.file)
    kind = options.kind or ""
    beside = path.absolute().parent
    progress = None if options.json else _progress
    report = exchange.bring_in(
        tx, _op(options), path, kind, dry_run=options.dry_run, progress=progress, rejected_to=beside
    )
    if progress:
        print(file=sys.stderr)
    return report


def _progress(read: int, size: int) -> None:
    share = 100 * read // max(size, 1)
    print(f"\r{share:3d} %", end="", file=sys.stderr, flush=True)


def _undo_import(tx: Transaction, options: argparse.Namespace) -> object:
    return exchange.undo(tx, _op(options), as_id(options.batch))


def _export(tx: Transaction, options: argparse.Namespace) -> object:
    return [str(path) for path in exchange.export(tx, Path(options.folder))]


def _parser() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--shop", metavar="FOLDER", help="the shop's data folder")
    common.add_argument("--lang", choices=("ja", "en"))
    common.add_argument("--json", action="store_true", help="answer for programs")
    common.add_argument("--passphrase-file", metavar="FILE")
    parser = argparse.ArgumentParser(prog="carepos", description="The shop's counter from a terminal.")
    nouns = parser.add_subparsers(metavar="ROOM", required=True)
    for room, add in ROOMS.items():
        verbs = nouns.add_parser(room).add_subparsers(metavar="COMMAND", required=True)

        def command(name: str, handler: object, verbs: Any = verbs) -> argparse.ArgumentParser:
            made: argparse.ArgumentParser = verbs.add_parser(name, parents=[common])
            made.set_defaults(run=handler)
            return made

        add(command)
    return parser


Command = Callable[[str, object], argparse.ArgumentParser]


def _add_shop(command: Command) -> None:
    made = command("demo", _demo)
    made.add_argument("--customers", type=int, default=200)
    made.add_argument("--seed", type=int, default=1)
    command("verify", _reading(_verify))
    command("backup", _backup).add_argument("file", metavar="FILE")


def _add_customer(command: Command) -> None:
    find = command("find", _reading(_find))
    find.add_argument("text")
    find.add_argument("--limit", type=int, default=20)
    command("show", _reading(_show)).add_argument("customer")
    add = command("add", _writing(_add))
    for name in customers.Details.__slots__:
        add.add_argument(f"--{name.replace('_', '-')}", default=getattr(customers.Details(), name))
    add.add_argument("--op")
    erase = command("erase", _writing(_erase))
    erase.add_argument("customer")
    erase.add_argument("--op")
    merge = command("merge", _writing(_merge))
    for name in ("kept", "gone", "--op"):
        merge.add_argument(name)
    unmerge = command("unmerge", _writing(_unmerge))
    for name in ("merge", "--op"):
        unmerge.add_argument(name)


def _add_points(command: Command) -> None:
    show = command("show", _reading(_points_show))
    show.add_argument("customer")
    show.add_argument("--as-of", metavar="DATE")
    command("explain", _reading(_points_explain)).add_argument("entry")
    paper = command("statement", _reading(_statement))
    paper.add_argument("customer")
    paper.add_argument("--pdf", required=True, metavar="FILE")
    expire = command("expire", _writing(_expire))
    expire.add_argument("--agree-to-clock", action="store_true")
    expire.add_argument("--op")
    for name, handler in (("earn", _earn), ("spend", _spend), ("return", _return), ("adjust", _adjust)):
        made = command(name, _moving_points(handler))
        made.add_argument("customer")
        made.add_argument("--op")
        made.add_argument("--receipt", required=name in ("earn", "return"))
        if name in ("earn", "return"):
            made.add_argument("--amount", required=True, metavar="YEN")
        else:
            made.add_argument("--points", required=True)
        if name == "earn":
            made.add_argument("--at", metavar="TIME")
        if name == "adjust":
            made.add_argument("--reason", required=True)


def _add_complaint(command: Command) -> None:
    made = command("record", _writing(_complaint))
    made.add_argument("customer")
    made.add_argument("--words", required=True)
    made.add_argument("--about", default="other", choices=complaints.ABOUT)
    made.add_argument("--wants", default="to_be_heard", choices=complaints.WANTS)
    made.add_argument("--urgency", default="usual", choices=complaints.URGENCY)
    for name in ("--promise", "--due", "--op"):
        made.add_argument(name)


def _add_promise(command: Command) -> None:
    command("list", _reading(_promises)).add_argument("--due", default="all", choices=("today", "overdue", "all"))
    for name, handler in (("keep", _keep), ("move", _move)):
        made = command(name, _writing(handler))
        made.add_argument("id")
        made.add_argument("--op")
        if name == "move":
            made.add_argument("--due", required=True, metavar="TIME")
            made.add_argument("--reason", required=True)


def _add_wording(command: Command) -> None:
    made = command("suggest", _reading(_suggest))
    made.add_argument("customer")
    which = made.add_mutually_exclusive_group()
    which.add_argument("--situation", metavar="ID")
    which.add_argument("--text", help="what is going on, in your own words")
    made = command("check", _check)
    made.add_argument("text", nargs="?", metavar="TEXT")
    made.add_argument("--lines", metavar="FILE", help="check each line of a file")


def _add_daybook(command: Command) -> None:
    made = command("show", _reading(_day))
    made.add_argument("date", nargs="?")
    made.add_argument("--pdf", metavar="FILE")


def _add_exchange(command: Command) -> None:
    bring = command("import", _writing(_import))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--kind")
    bring.add_argument("--dry-run", action="store_true")
    bring.add_argument("--op")
    undo = command("undo", _writing(_undo_import))
    undo.add_argument("batch")
    undo.add_argument("--op")
    command("export", _writing(_export)).add_argument("folder", metavar="FOLDER")


ROOMS: dict[str, Callable[[Command], None]] = {
    "shop": _add_shop,
    "customer": _add_customer,
    "points": _add_points,
    "complaint": _add_complaint,
    "promise": _add_promise,
    "wording": _add_wording,
    "daybook": _add_daybook,
    "exchange": _add_exchange,
}
