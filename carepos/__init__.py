"""CarePOS behind the counter: what a shop knows of its customers and what it promised them."""

__version__ = "0.1.0"
