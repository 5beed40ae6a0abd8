"""What can be refused or go wrong: rule names and facts, never sentences (those live in `ui.kit.messages`)."""


class CarePosError(Exception):
    """Something the person at the counter must be told: `rule` names it, `facts` fill its sentence."""

    def __init__(self, rule: str, **facts: object) -> None:
        super().__init__(rule)
        self.rule = rule
        self.facts = facts


class Refused(CarePosError):
    """The request breaks a rule of the shop; nothing was changed."""


class NotFound(CarePosError):
    """What was asked for is not here; `rule` is "<thing>.not_found"."""


class StorageTrouble(CarePosError):
    """The store could not answer (disk full, locked, damaged, wrong key); nothing half done stays."""


class StorageTooNew(StorageTrouble):
    """The file was written by a newer CarePOS; it is left untouched."""
