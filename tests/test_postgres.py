"""The tests' own PostgreSQL comes up, is the version we ship for, and leaves nothing behind."""

from pathlib import Path

import psycopg
import pytest
from postgres import server
from sqlalchemy import make_url


def plain(url: str) -> str:
    """What psycopg itself understands of a SQLAlchemy URL."""
    return make_url(url).set(drivername="postgresql").render_as_string()


def test_a_server_of_version_18_answers() -> None:
    with server() as url, psycopg.connect(plain(url)) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
        assert connection.info.server_version // 10000 == 18


def test_an_interruption_leaves_neither_process_nor_folder() -> None:
    with pytest.raises(KeyboardInterrupt), server() as url:
        connection = psycopg.connect(plain(url))
        folder = Path(str(make_url(url).query["host"]))
        raise KeyboardInterrupt
    with connection, pytest.raises(psycopg.OperationalError):
        connection.execute("select 1")
    assert not folder.exists()
