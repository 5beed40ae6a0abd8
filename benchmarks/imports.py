"""V8: bringing in customers, against a raw script doing the same work with the driver, and against ORM add()."""

import csv
import datetime as dt
import gc
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from carepos import customers, exchange, shop
from carepos.customers import rules
from carepos.customers.tables import Customer, CustomerLookup
from carepos.database import Actor, new_id
from carepos.paths import ShopFolder
from carepos.settings import ShopSettings
from carepos.text import japanese

OWNER = Actor(None, "owner", "window")
ORM_SAMPLE = 20_000
FAMILIES = (
    ("佐藤", "さとう"), ("鈴木", "すずき"), ("髙橋", "たかはし"), ("田中", "たなか"), ("伊藤", "いとう"),
    ("渡邉", "わたなべ"), ("山本", "やまもと"), ("中村", "なかむら"), ("小林", "こばやし"), ("加藤", "かとう"),
)  # fmt: skip
GIVEN = (
    ("花子", "はなこ"), ("太郎", "たろう"), ("優子", "ゆうこ"), ("健一", "けんいち"), ("千尋", "ちひろ"),
    ("涼", "りょう"), ("翼", "つばさ"), ("葵", "あおい"), ("陸", "りく"), ("美咲", "みさき"),
)  # fmt: skip
HEADER = ["会員コード", "姓", "名", "姓カナ", "名カナ", "電話番号", "メールアドレス", "ポイント", "最終来店日時"]


def measure(rows: int, folder: Path) -> dict[str, float]:
    """Seconds of bring_in and of the raw script for `rows` customers in CP932, and rows a second by ORM add()."""
    path = folder / "customers.csv"
    _write_file(path, rows)
    ours = _timed(folder / "ours", lambda opened: _bring_in(opened, path))
    raw = _timed(folder / "raw", lambda opened: _raw(opened, path))
    sample = min(rows, ORM_SAMPLE)
    orm = _timed(folder / "orm", lambda opened: _orm(opened, path, sample))
    return {
        "rows": rows,
        "bring_in_s": round(ours, 2),
        "raw_s": round(raw, 2),
        "ratio_to_raw": round(ours / raw, 2),
        "rows_per_s": round(rows / ours),
        "orm_rows_per_s": round(sample / orm),
        "times_orm": round(rows / ours / (sample / orm), 1),
    }


def _write_file(path: Path, rows: int) -> None:
    """Made-up people with names of one or two parts; half of them have points."""
    chance = random.Random(1)
    start = dt.datetime(2024, 1, 1)
    with path.open("w", encoding="cp932", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for n in range(rows):
            (a, b), (c, d), (e, f), (g, h) = (chance.choice(some) for some in (FAMILIES, FAMILIES, GIVEN, GIVEN))
            one, other = chance.random() < 0.3, chance.random() < 0.3
            visit = start + dt.timedelta(minutes=chance.randrange(1_400_000))
            writer.writerow((
                f"4900{n:09d}", a + c * one, e + g * other, b + d * one, f + h * other,
                f"090-{chance.randrange(10**4):04d}-{n % 10**4:04d}", f"c{n}@example.jp" if n % 3 else "",
                chance.randrange(3000) if n % 2 else 0, f"{visit:%Y/%m/%d %H:%M:%S}",
            ))  # fmt: skip


def _timed(folder: Path, work: Callable[[shop.Shop], None]) -> float:
    """Seconds the work takes in an empty shop, the collector off as the program's window keeps it."""
    opened, _ = shop.create(ShopFolder(folder), ShopSettings(shop_name="みなも"), demo=True)
    gc.collect()
    gc.disable()
    began = time.perf_counter()
    work(opened)
    taken = time.perf_counter() - began
    gc.enable()
    opened.close()
    return taken


def _bring_in(opened: shop.Shop, path: Path) -> None:
    with opened.transaction(OWNER) as tx:
        exchange.bring_in(tx, new_id(), path)


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="cp932", newline="") as file:
        reader = csv.reader(file)
        next(reader)
        yield from reader


def _raw(opened: shop.Shop, path: Path) -> None:
    """What somebody would write who wanted nothing but speed: no check, no report, the same rows and tokens."""
    connection = opened.engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("PRAGMA cache_size = -131072")
    cursor.execute("BEGIN IMMEDIATE")
    indexes = cursor.execute(
        "SELECT name, sql FROM sqlite_schema WHERE tbl_name = 'customers' AND sql LIKE 'CREATE INDEX%'"
    ).fetchall()
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    cursor.execute("CREATE TEMP TABLE keys (id, neg, kana, given_kana, name, given, phone, reversed)")
    _write_raw(cursor, path)
    _post_raw(cursor)
    for _, statement in indexes:
        cursor.execute(statement)
    cursor.execute("COMMIT")
    connection.close()


def _write_raw(cursor: Any, path: Path) -> None:
    cache: dict[str, str] = {}

    def fold(text: str) -> str:
        if (folded := cache.get(text)) is None:
            folded = cache[text] = japanese.fold(text)
        return folded

    zone = dt.timezone(dt.timedelta(hours=9))
    now = dt.datetime.now(dt.UTC).isoformat(timespec="microseconds")
    batch, waiting = bytes(16), list[tuple[Any, ...]]()
    cursor.execute("INSERT INTO import_batches VALUES (?, 'any', '', '', ?, 0, 0, 0, 0, NULL)", (batch, now))
    cursor.execute("INSERT INTO operations VALUES (?, 'raw', 1, NULL, ?, 540, '', '', '')", (batch, now))
    for n, (card, family, given, family_kana, given_kana, phone, email, points, visit) in enumerate(_rows(path), 1):
        at = dt.datetime.fromisoformat(visit.replace("/", "-")).replace(tzinfo=zone).astimezone(dt.UTC)
        digits = phone.replace("-", "")
        waiting.append((
            n.to_bytes(16), family, given, family_kana, given_kana, digits, email or None, card,
            at.isoformat(timespec="microseconds"), fold(family) + fold(given), fold(given),
            fold(family_kana) + fold(given_kana), fold(given_kana), digits[::-1], email, -int(at.timestamp()),
            int(points),
        ))  # fmt: skip
        if len(waiting) == 5000:
            _flush_raw(cursor, waiting, batch, now)
            waiting.clear()
    _flush_raw(cursor, waiting, batch, now)


def _flush_raw(cursor: Any, rows: list[tuple[Any, ...]], batch: bytes, now: str) -> None:
    cursor.executemany(
        "INSERT INTO customers (id, family, given, family_kana, given_kana, phone, email, card, last_visit, name_key,"
        " given_key, kana_key, given_kana_key, phone_key, phone_reversed, email_key, honorific, language, channel,"
        " register, tier, since, visits)"
        " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'様','ja','phone','formal','regular',?,0)",
        [(*row[:13], row[5], row[13], row[14], now) for row in rows],
    )  # fmt: skip
    cursor.executemany(
        "INSERT INTO keys VALUES (?,?,?,?,?,?,?,?)",
        [(row[0], row[15], row[11], row[12], row[9], row[10], row[5], row[13]) for row in rows],
    )
    cursor.executemany("INSERT INTO import_references VALUES ('any', ?, ?)", [(row[7], row[0]) for row in rows])
    changes = "INSERT INTO import_changes VALUES (?, ?, ?, NULL)"
    cursor.executemany(changes, [(batch, "added", row[0]) for row in rows])
    lots = [row for row in rows if row[16]]
    cursor.executemany(
        "INSERT INTO point_entries (id, operation_id, customer_id, kind, points, at, day, till)"
        " VALUES (?, ?, ?, 'opening', ?, ?, ?, 'window')",
        [(row[0], batch, row[0], row[16], now, now[:10]) for row in lots],
    )
    opened = "INSERT INTO point_lots (entry_id, customer_id, left) VALUES (?, ?, ?)"
    cursor.executemany(opened, [(row[0], row[0], row[16]) for row in lots])
    cursor.executemany("INSERT INTO point_balances VALUES (?, ?)", [(row[0], row[16]) for row in lots])
    cursor.executemany(changes, [(batch, "points", row[0]) for row in lots])


def _post_raw(cursor: Any) -> None:
    prefixes = (("kana", range(1, 9)), ("given_kana", range(1, 4)), ("name", range(1, 5)), ("given", range(1, 3)))
    lengths = [(key, n) for key, some in prefixes for n in some]
    parts = [f"SELECT substr({key}, 1, {n}) AS t, neg, id FROM keys WHERE length({key}) >= {n}" for key, n in lengths]
    parts += [f"SELECT substr(phone, 1, {n}), neg, id FROM keys" for n in (5, 6)]
    parts += [f"SELECT '~' || substr(reversed, 1, {n}), neg, id FROM keys" for n in (3, 4)]
    tokens = " UNION ALL ".join(parts)
    cursor.execute(f"INSERT OR IGNORE INTO customer_lookup SELECT * FROM ({tokens}) ORDER BY t, neg, id")


def _orm(opened: shop.Shop, path: Path, rows: int) -> None:
    """The usual way: one object for each row, its tokens too, added to a session."""
    with Session(opened.engine.execution_options(writing=True)) as session:
        for n, row in zip(range(rows), _rows(path), strict=False):
            names = dict(
                zip(("card", "family", "given", "family_kana", "given_kana", "phone", "email"), row, strict=False)
            )
            details = rules.tidy(customers.Details(**names))
            keys = rules.keys(details)
            facts = {name: getattr(details, name) or None for name in ("phone", "email", "card", "birthday")}
            texts = {name: getattr(details, name) for name in ("family", "given", "family_kana", "given_kana")}
            folded = {name: getattr(keys, name) for name in rules.Keys.__slots__}
            id_, now = f"{n:032x}", dt.datetime.now(dt.UTC)
            usual = {"honorific": "様", "language": "ja", "channel": "phone", "register": "formal", "tier": "regular"}
            session.add(Customer(id=id_, since=now, visits=0, **usual, **facts, **texts, **folded))
            tokens = rules.tokens(keys)
            session.add_all(CustomerLookup(token=token, neg_visit=0, customer_id=id_) for token in tokens)
        session.commit()
