"""What one slip of the hand makes of a text."""

from collections.abc import Iterable


def one_off(text: str, letters: Iterable[str]) -> set[str]:
    """The text with one of its characters missing, with two swapped, and with one of `letters` wrong or too many."""
    cuts = [(text[:at], text[at:]) for at in range(len(text) + 1)]
    missing = {a + b[1:] for a, b in cuts if b}
    wrong = {a + letter + b[1:] for a, b in cuts if b for letter in letters}
    extra = {a + letter + b for a, b in cuts for letter in letters}
    return (swapped(text) | missing | wrong | extra) - {text}


def swapped(text: str) -> set[str]:
    """The text with two neighbours swapped."""
    return {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(len(text) - 1)} - {text}
