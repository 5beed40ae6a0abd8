"""Each way in which a ledger may fail to hold is found, by name, on both databases."""

import pytest
from shops import CLERK, Till, tear

from carepos import customers, loyalty
from carepos.shop import Shop


@pytest.fixture
def told(shop: Shop) -> dict[str, str]:
    """Two customers, sales of both, points used by the first: the ids by which they may be named."""
    till = Till(shop, CLERK)
    one, other = (till.do(customers.register, customers.Details(family=name)) for name in ("林", "森"))
    sales = {"first": (one, 900), "second": (one, 700), "third": (other, 900)}
    told = {name: till.do(loyalty.earn, who, yen, f"R-{name}").entry for name, (who, yen) in sales.items()}
    used = till.do(loyalty.spend, one, 4).entry
    return told | {"one": one, "other": other, "used": used}


BALANCE = "UPDATE point_balances SET points = points + 1 WHERE customer_id = {one}"
LESS = 'UPDATE point_lots SET "left" = "left" - 1 WHERE entry_id = {second}'
MORE = 'UPDATE point_lots SET "left" = "left" + 1 WHERE entry_id = {first}'
SWAPPED = "UPDATE point_lots SET customer_id = {other} WHERE entry_id = {second}"
DAMAGES = {
    "a balance too high": ("one", BALANCE),
    "a balance gone": ("one", "DELETE FROM point_balances WHERE customer_id = {one}"),
    "a balance of nobody's movements": ("one first second", "DELETE FROM point_entries WHERE customer_id = {one}"),
    "less in a lot": ("one second", LESS),
    "two lots that make up for each other": ("one first second", LESS, MORE),
    "somebody else's lot": ("one second", SWAPPED),
    "a lot gone": ("one", "DELETE FROM point_lots WHERE entry_id = {second}"),
    "a lot without its movement": ("one second", "DELETE FROM point_entries WHERE id = {second}"),
    "a movement of more points": ("other third", "UPDATE point_entries SET points = points + 1 WHERE id = {third}"),
    "a use of more points": ("one", "UPDATE point_entries SET points = points - 1 WHERE id = {used}"),
    "a use by somebody else": ("one other", "UPDATE point_entries SET customer_id = {other} WHERE id = {used}"),
    "a draw gone": ("one first", "DELETE FROM point_draws WHERE entry_id = {used}"),
    "a draw of more points": ("one first", "UPDATE point_draws SET points = points + 1 WHERE entry_id = {used}"),
    "an operation gone": ("third", "DELETE FROM operations WHERE id = {third}"),
}
"""What a hand at the store may do, and whom or what verify names for it."""


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_ledger_that_does_not_hold_is_found(shop: Shop, told: dict[str, str], damage: str) -> None:
    assert Till(shop, CLERK).ask(loyalty.verify) == []
    wrong, *statements = DAMAGES[damage]
    tear(shop, *(statement.format(**_written(shop, told)) for statement in statements), past_triggers=True)
    assert set(Till(shop, CLERK).ask(loyalty.verify)) == {told[name] for name in wrong.split()}


def _written(shop: Shop, told: dict[str, str]) -> dict[str, str]:
    """The ids as each database reads them in a statement."""
    form = "X'{}'" if shop.engine.dialect.name == "sqlite" else "'{}'"
    return {name: form.format(id_) for name, id_ in told.items()}
