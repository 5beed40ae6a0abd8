"""The programme in force, told in four steps: how points come, what they are for, what brings more, how long (P15)."""

from carepos import loyalty
from ui.display.sentences import Sentences
from ui.kit.tongue import Tongue


class Steps(Tongue):
    """Nothing is written down beforehand: each step is made of the owner's own figures."""

    def told(self, programme: loyalty.Programme, tier: str) -> list[str]:
        """The four steps for a customer of a tier."""
        return [self._earning(programme), self._rewards(programme), self._more(programme, tier), self._end(programme)]

    def _earning(self, programme: loyalty.Programme) -> str:
        form = (
            self.tr("{points} pt for every ¥{yen} you spend")
            if programme.with_tax
            else self.tr("{points} pt for every ¥{yen} you spend before tax")
        )
        return form.format(points=f"{programme.unit_points:,}", yen=f"{programme.unit_yen:,}")

    def _rewards(self, programme: loyalty.Programme) -> str:
        say, form = Sentences(self.language), self.tr("{reward} for {points} pt")
        told = (
            form.format(reward=say.reward(reward.yen, reward.kind), points=f"{reward.points:,}")
            for reward in programme.rewards[:2]
        )
        return self.tr(", ").join(told)

    def _more(self, programme: loyalty.Programme, tier: str) -> str:
        """The next tier, else the birthday, else the bonus for a visit, else how points are used."""
        if len(programme.tiers) > 1:
            return self._tier(programme, tier)
        if programme.birthday_percent > 100:
            return self._birthday(programme)
        if programme.visit_points:
            return self.tr("{points} pt more for each visit").format(points=f"{programme.visit_points:,}")
        return self.tr("Use them when you pay, from {points} pt").format(points=f"{programme.spend_least:,}")

    def _tier(self, programme: loyalty.Programme, tier: str) -> str:
        own = next((level.needs for level in programme.tiers if level.name == tier), 0)
        level = next((level for level in programme.tiers if level.needs > own), programme.tiers[-1])
        return self._span(programme).format(
            needed=self._needed(programme, level.needs),
            days=programme.tier_days,
            tier=Sentences(self.language).tier(level.name),
            factor=f"{level.percent / 100:g}",
        )

    def _span(self, programme: loyalty.Programme) -> str:
        if programme.tier_year == "calendar":
            return self.tr("{needed} from January to December: {tier} (×{factor})")
        if programme.tier_days in (365, 366):
            return self.tr("{needed} in a year: {tier} (×{factor})")
        return self.tr("{needed} in {days} days: {tier} (×{factor})")

    def _needed(self, programme: loyalty.Programme, needs: int) -> str:
        if programme.tier_by == "visits":
            return self.tr("%n visit(s)", "", needs)
        form = self.tr("¥{amount}") if programme.tier_by == "amount" else self.tr("{amount} pt")
        return form.format(amount=f"{needs:,}")

    def _birthday(self, programme: loyalty.Programme) -> str:
        form = (
            self.tr("×{factor} in the month of your birthday")
            if programme.birthday_span == "month"
            else self.tr("×{factor} on your birthday")
        )
        return form.format(factor=f"{programme.birthday_percent / 100:g}")

    def _end(self, programme: loyalty.Programme) -> str:
        if programme.expiry == "none":
            return self.tr("New points never expire")
        months = programme.expires_months
        if programme.expiry == "visit":
            return self.tr("Good for %n month(s) after your last visit, to that month's end", "", months)
        return self.tr("Good for %n month(s), to that month's end", "", months)
