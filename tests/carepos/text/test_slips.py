"""One slip of the hand."""

import pytest

from carepos.text import slips


def test_one_character_wrong_missing_too_many_or_two_swapped() -> None:
    wrong, extra = {"xb", "ax"}, {"xab", "axb", "abx"}
    assert slips.one_off("ab", "x") == wrong | extra | {"a", "b", "ba"}


@pytest.mark.parametrize(("text", "swapped"), [("abc", {"bac", "acb"}), ("aab", {"aba"}), ("aa", set()), ("", set())])
def test_only_different_neighbours_make_another_text(text: str, swapped: set[str]) -> None:
    assert slips.swapped(text) == swapped
