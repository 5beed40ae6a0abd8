"""The promises' rooms of a till."""

import pytest
from shops import CLERK

from carepos.database import Actor


@pytest.fixture
def actor() -> Actor:
    """A clerk keeps and moves promises."""
    return CLERK
