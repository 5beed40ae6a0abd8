"""A made-up shop: to try, to paint pictures of, and to measure."""

from carepos.demo.making import DEMO_PASSPHRASE, DEMO_PIN, grow, make
from carepos.demo.people import DORMANT

__all__ = ["DEMO_PASSPHRASE", "DEMO_PIN", "DORMANT", "grow", "make"]
