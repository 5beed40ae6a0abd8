import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from ui.kit import avatar, paint, theme
from ui.kit.label import Label

AA = 4.5  # WCAG 2.2, 1.4.3: words
AA_PARTS = 3.0  # 1.4.11: edges of what is typed in, marks that mean something

_GROUNDS = ("paper", "surface", "sunken", "indigo_wash")
_WORDS = [
    *[(ink, ground) for ink in ("ink", "ink_2", "ink_3") for ground in _GROUNDS],
    *[(ink, ground) for ink in ("indigo", "shu", "kincha", "matsu") for ground in ("paper", "surface")],
    *[("ink", f"{wash}_wash") for wash in ("indigo", "shu", "kincha", "matsu")],
    *[("ink_3", f"{wash}_wash") for wash in ("shu", "kincha", "matsu")],
    *[(ink, fill) for fill, _line, ink in paint.TONES.values()],
    *[("fill_ink", token) for token in avatar.TOKENS],
    ("indigo", "indigo_wash"), ("indigo_ink", "indigo_deep"), ("shu_ink", "shu"), ("ink", "mark"),
    *[(ink, ground) for ink in ("night_ink", "night_ink_2") for ground in ("night", "night_card")],
    ("toast_ink", "toast"), ("toast_action", "toast"),
]  # fmt: skip
_PARTS = [
    *[("line_field", ground) for ground in ("paper", "surface")],
    *[(token, "surface") for token in ("indigo", "shu", "kincha", "matsu", "ink_3")],
    ("indigo", "paper"), ("kincha", "sunken"),
]  # fmt: skip


def _light(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    dark, bright = sorted((_light(one), _light(other)))
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), sorted(set(_WORDS)))
def test_words_can_be_read(name: str, ink: str, ground: str) -> None:
    colours = theme.colours(name)
    assert _contrast(colours[ink], colours[ground]) >= AA


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize(("part", "ground"), sorted(set(_PARTS)))
def test_edges_that_mean_something_can_be_seen(name: str, part: str, ground: str) -> None:
    colours = theme.colours(name)
    assert _contrast(colours[part], colours[ground]) >= AA_PARTS


def test_both_themes_have_the_same_tokens() -> None:
    assert theme.colours("light").keys() == theme.colours("dark").keys()


def test_every_role_has_an_ink_of_the_theme() -> None:
    assert {role.ink for role in theme.ROLES.values()} <= theme.colours("light").keys()


def test_sizes_grow_with_the_text(qapp: QApplication) -> None:
    theme.apply(qapp, "light", scale=1.5)
    assert theme.px(44) == 66
    assert theme.font("body").pixelSize() == 22


def test_an_unknown_theme_is_refused(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        theme.apply(qapp, "sepia")


def test_the_style_sheet_is_filled(qapp: QApplication) -> None:
    sheet = qapp.styleSheet()
    assert "$" not in sheet and "@" not in sheet and "QToolTip" in sheet


def test_living_words_follow_another_theme(qapp: QApplication) -> None:
    label = Label("佐藤", "strong")
    label.show()
    theme.apply(qapp, "dark")
    assert label.palette().windowText().color() == theme.color("ink")
