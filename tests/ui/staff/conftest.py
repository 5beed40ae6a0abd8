"""The door of a shop that is no demo."""

import pytest

from carepos.shop import Shop


@pytest.fixture(name="shop")
def locked_shop(sqlite_shop: Shop) -> Shop:
    """This shop asks for PINs."""
    sqlite_shop.demo = False
    return sqlite_shop
