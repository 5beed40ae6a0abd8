"""One figure of the day on a card."""

from ui.kit import theme
from ui.kit.card import Card
from ui.kit.label import Elided, Label


class Tile(Card):
    """`figure` large in the theme's colour `token`, under `heading`, over a quiet `detail`."""

    def __init__(self, heading: str, figure: str, detail: str, token: str = "ink") -> None:
        super().__init__()
        side = theme.px(10)
        self.body.setContentsMargins(side, side, side, side)
        self.body.addWidget(Elided(heading, "heading"))
        self._figure, self._detail = Label("", "tile"), Label("", "muted", wrap=True)
        self.body.setSpacing(theme.px(4))
        self.body.addWidget(self._figure)
        self.body.addWidget(self._detail)
        self._heading = heading
        self.set(figure, detail, token)

    def set(self, figure: str, detail: str, token: str = "ink") -> None:
        """Show another figure."""
        self._figure.setText(figure)
        self._figure.set_ink(token)
        self._detail.setText(detail)
        self.setAccessibleName(f"{self._heading} {figure} {detail}")
