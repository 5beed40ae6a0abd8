"""How words in a field are marked that may hurt or could be better said."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat

from ui.kit import theme

Marks = Sequence[tuple[int, int, str]]  # (first, past the last) character, warn|hint


def underline(level: str) -> QTextCharFormat:
    """A red line and wash for what may hurt, golden dots for what could be better said."""
    form, warn = QTextCharFormat(), level == "warn"
    styles = QTextCharFormat.UnderlineStyle
    form.setUnderlineStyle(styles.SingleUnderline if warn else styles.DotLine)
    form.setBackground(theme.color("shu_wash" if warn else "kincha_wash"))
    form.setUnderlineColor(theme.color("shu" if warn else "kincha"))
    return form
