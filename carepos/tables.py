"""Every table of the house in one place, for migrations and `database.every_table`; rooms never import this."""

import carepos.complaints.tables
import carepos.customers.tables
import carepos.database.operations
import carepos.daybook.tables
import carepos.drafts
import carepos.exchange.tables
import carepos.feedback.tables
import carepos.loyalty.tables
import carepos.printing.tables
import carepos.promises.tables
import carepos.purchases.tables
import carepos.settings
import carepos.staff.tables
import carepos.wording.tables  # noqa: F401
