"""Errors as sentences: what happened and what to do, the one place they are written."""

import logging
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from carepos.errors import CarePosError

log = logging.getLogger(__name__)


def sentence(error: object) -> str:
    """One plain sentence for an error; an unexpected one is logged and told without its inside (S14)."""
    if not isinstance(error, CarePosError):
        log.error("unexpected %s", type(error).__name__, exc_info=error if isinstance(error, Exception) else None)
        return of_rule("unexpected", {})
    return of_rule(error.rule, error.facts)


def of_rule(rule: str, facts: Mapping[str, object]) -> str:
    """The sentence of a rule with its facts."""
    form = _sentences().get(rule)
    if form is None:
        log.error("no sentence for %s", rule)
        form = QCoreApplication.translate("messages", "That cannot be done ({rule}).")
    return form.format_map(_Facts({"rule": rule, **{key: _shown(fact) for key, fact in facts.items()}}))


class _Facts(dict[str, str]):
    """A fact nobody gave is left out of its sentence, rather than losing the sentence."""

    def __missing__(self, _key: str) -> str:
        return "…"


def _shown(fact: object) -> str:
    return f"{fact:,}" if isinstance(fact, int) else str(fact)


def _sentences() -> dict[str, str]:
    return {
        "amount.currency": QCoreApplication.translate("messages", "Only amounts in yen can be brought in."),
        "amount.fraction": QCoreApplication.translate("messages", "Please enter whole yen."),
        "amount.invalid": QCoreApplication.translate("messages", "Please enter an amount in digits."),
        "amount.negative": QCoreApplication.translate("messages", "An amount cannot be below zero."),
        "amount.not_positive": QCoreApplication.translate("messages", "Please enter 1 or more."),
        "amount.part_too_large": QCoreApplication.translate(
            "messages", "The part cannot be more than the whole: {most}."
        ),
        "amount.too_large": QCoreApplication.translate("messages", "That is too large; at most {most} can be entered."),
        "birthday.future": QCoreApplication.translate("messages", "This birthday lies in the future."),
        "card.duplicate": QCoreApplication.translate("messages", "Line {line} has the same card."),
        "card.other": QCoreApplication.translate("messages", "This customer has another card by now."),
        "card.present": QCoreApplication.translate("messages", "This customer has a card already."),
        "card.used": QCoreApplication.translate("messages", "This card already belongs to another customer."),
        "choice.unknown": QCoreApplication.translate("messages", "Please choose one of the choices."),
        "clock.ahead": QCoreApplication.translate(
            "messages", "The clock stands far ahead. The owner is asked before any points end."
        ),
        "columns.missing": QCoreApplication.translate("messages", "Please say which column holds the name."),
        "columns.unknown": QCoreApplication.translate("messages", "This file has no such column."),
        "complaint.closed": QCoreApplication.translate("messages", "This complaint is closed already."),
        "complaint.empty": QCoreApplication.translate("messages", "Please write what the customer said."),
        "complaints.not_found": QCoreApplication.translate("messages", "This complaint is no longer here."),
        "consent.missing": QCoreApplication.translate(
            "messages", "Health facts are kept only with the customer's consent."
        ),
        "copy.not_ours": QCoreApplication.translate(
            "messages", "{file} is no copy of this shop. Please choose one that was made here."
        ),
        "customer.has_history": QCoreApplication.translate("messages", "This customer has records already and stays."),
        "customer.alike": QCoreApplication.translate(
            "messages", "Somebody alike is here already. If this is another person, press Register once more."
        ),
        "customer.merged": QCoreApplication.translate(
            "messages", "This customer is one with another now. Please open that one."
        ),
        "customer.name_missing": QCoreApplication.translate("messages", "Please enter a name or its reading."),
        "customer.unclear": QCoreApplication.translate(
            "messages", "Nobody, or more than one, is found by this. Please enter the card or the whole phone number."
        ),
        "customer_merges.not_found": QCoreApplication.translate("messages", "These two were not merged here."),
        "customers.not_found": QCoreApplication.translate("messages", "This customer is no longer here."),
        "date.far": QCoreApplication.translate("messages", "Please choose a time within two years."),
        "date.future": QCoreApplication.translate("messages", "This date lies in the future."),
        "date.invalid": QCoreApplication.translate("messages", "This is not a date. For example: 2/14, or 1980-02-14."),
        "date.past": QCoreApplication.translate(
            "messages", "That day has gone by. If you mean next year, please write the year too."
        ),
        "date.without_year": QCoreApplication.translate("messages", "Please write the year too, as in 2026-12-01."),
        "day.future": QCoreApplication.translate("messages", "A day can be confirmed once it has begun."),
        "decision.none": QCoreApplication.translate("messages", "There is no decision to take back."),
        "decision.not_asked": QCoreApplication.translate("messages", "This was decided already."),
        "email.invalid": QCoreApplication.translate("messages", "This is not an e-mail address."),
        "file.empty": QCoreApplication.translate("messages", "The file is empty."),
        "file.encoding": QCoreApplication.translate(
            "messages", "Line {line} cannot be read as text. Please save the file as UTF-8 or Shift_JIS."
        ),
        "file.exists": QCoreApplication.translate("messages", "There is a file named {file} already."),
        "file.line_too_long": QCoreApplication.translate(
            "messages", "Line {line} is too long for a row of a table. Please look at the file; nothing was brought in."
        ),
        "file.no_rows": QCoreApplication.translate(
            "messages", "The file has headings, but no rows below them. Nothing was brought in."
        ),
        "file.not_a_table": QCoreApplication.translate(
            "messages", "This file is not a table. Please choose a CSV or Excel file."
        ),
        "file.not_found": QCoreApplication.translate("messages", "The file is not there any more."),
        "file.too_large": QCoreApplication.translate("messages", "The file is too large. Please split it."),
        "file.too_many_columns": QCoreApplication.translate(
            "messages", "The file has too many columns; at most {most} can be read."
        ),
        "folder.not_found": QCoreApplication.translate("messages", "There is no folder {folder}."),
        "folder.not_writable": QCoreApplication.translate(
            "messages", "The folder cannot be written to. Please choose another."
        ),
        "goodwill.over_limit": QCoreApplication.translate(
            "messages", 'You can give up to {limit} yen yourself. Please choose "Ask the owner".'
        ),
        "id.invalid": QCoreApplication.translate("messages", "This is not an id. Please copy it whole."),
        "import.stopped": QCoreApplication.translate("messages", "Stopped. Nothing was brought in."),
        "import.undone": QCoreApplication.translate("messages", "This was taken back already."),
        "import_batches.not_found": QCoreApplication.translate("messages", "This file was not brought in here."),
        "kind.unknown": QCoreApplication.translate("messages", "This kind of file is not known."),
        "member.left": QCoreApplication.translate("messages", "This member has left the other system."),
        "member.lost": QCoreApplication.translate("messages", "The other system marks this card as lost."),
        "member.merged": QCoreApplication.translate("messages", "This member was merged with another one."),
        "member.stopped": QCoreApplication.translate("messages", "The other system has stopped this member."),
        "line.empty": QCoreApplication.translate("messages", "Please write the saying."),
        "line.fact": QCoreApplication.translate("messages", "{fact} is no fact that can be filled in."),
        "line.moves": QCoreApplication.translate("messages", "Please choose one to five moves."),
        "merge.later": QCoreApplication.translate(
            "messages", "The one who stayed was merged again later. Please take that apart first."
        ),
        "merge.same": QCoreApplication.translate("messages", "That is the same customer. Please choose another one."),
        "merge.undone": QCoreApplication.translate("messages", "This was taken apart already."),
        "note.empty": QCoreApplication.translate("messages", "Please write something to keep."),
        "operation.reused": QCoreApplication.translate("messages", "This was recorded already as something else."),
        "own.too_many": QCoreApplication.translate(
            "messages", "The shop has {most} of these already; please end one first."
        ),
        "own_lines.not_found": QCoreApplication.translate("messages", "This saying is no longer here."),
        "own_rules.not_found": QCoreApplication.translate("messages", "This rule is no longer here."),
        "pack.too_large": QCoreApplication.translate("messages", "These rules are too many to be read."),
        "pack.too_many": QCoreApplication.translate("messages", "From here on there are too many rules."),
        "pack.toml": QCoreApplication.translate("messages", "This cannot be read: {fact}"),
        "pack.words": QCoreApplication.translate("messages", "A list of words cannot be read: {fact}"),
        "passphrase.differs": QCoreApplication.translate(
            "messages", "The two passphrases differ. Please type them again."
        ),
        "passphrase.short": QCoreApplication.translate("messages", "The passphrase needs at least 8 characters."),
        "passphrase.unreadable": QCoreApplication.translate("messages", "The passphrase cannot be read from {file}."),
        "passphrase.wrong": QCoreApplication.translate("messages", "That is not the passphrase. Please try again."),
        "phone.invalid": QCoreApplication.translate(
            "messages", "This is not a phone number. Without one, leave it empty."
        ),
        "pin.common": QCoreApplication.translate("messages", "This PIN is easily guessed. Please choose another."),
        "pin.differs": QCoreApplication.translate("messages", "The two PINs differ. Please type them again."),
        "pin.later": QCoreApplication.translate(
            "messages", "Too many wrong PINs. Please wait until the long piece of work is done."
        ),
        "pin.locked": QCoreApplication.translate("messages", "Too many wrong PINs. The owner can give you a new one."),
        "pin.shape": QCoreApplication.translate("messages", "A PIN has 4 to 8 digits."),
        "pin.wait": QCoreApplication.translate("messages", "Please wait {seconds} seconds, then try again."),
        "pin.wrong": QCoreApplication.translate("messages", "That is not the PIN. Please try again."),
        "point_entries.not_found": QCoreApplication.translate("messages", "This line of points is not here."),
        "points.invalid": QCoreApplication.translate("messages", "The points are not a whole number."),
        "points.no_receipt": QCoreApplication.translate(
            "messages", "This movement of points has no receipt of its own."
        ),
        "points.not_enough": QCoreApplication.translate(
            "messages", "There are {balance} points. Please use at most that many."
        ),
        "points.not_positive": QCoreApplication.translate("messages", "Please enter 1 point or more."),
        "points.not_undoable": QCoreApplication.translate(
            "messages", "A line that takes something back cannot be taken back itself."
        ),
        "points.own_card": QCoreApplication.translate(
            "messages", "This is your own card. Please let a colleague do it."
        ),
        "points.returned": QCoreApplication.translate(
            "messages", "Goods of this sale came back since. Please take that back first."
        ),
        "points.spent": QCoreApplication.translate(
            "messages", "{missing} of these points have been used already. Take back their use first."
        ),
        "points.step": QCoreApplication.translate(
            "messages", "Points are used from {least} on, in steps of {step}, or as many as a reward needs."
        ),
        "points.undone": QCoreApplication.translate("messages", "This was taken back already."),
        "printer.address": QCoreApplication.translate(
            "messages", "Please enter the printer's address, for example 192.168.1.20."
        ),
        "printer.none": QCoreApplication.translate(
            "messages", "No printer is set here. The owner chooses one in the settings."
        ),
        "printer.off": QCoreApplication.translate(
            "messages", "The printer at {place} does not answer. Is it switched on?"
        ),
        "printer.paper": QCoreApplication.translate("messages", "The printer has no paper."),
        "printer.refused": QCoreApplication.translate("messages", "The printer at {place} takes nothing just now."),
        "printer.reset": QCoreApplication.translate(
            "messages", "The line to the printer was cut. Please look at the paper."
        ),
        "printer.stalled": QCoreApplication.translate("messages", "The printer stopped midway. Is there paper?"),
        "printer.unknown": QCoreApplication.translate("messages", "There is no printer at {place}."),
        "programme.campaign_barred": QCoreApplication.translate(
            "messages", "“{name}” is for {item}, which earns nothing. Please take it out of one of the two."
        ),
        "programme.campaign_ends_first": QCoreApplication.translate("messages", "“{name}” ends before it begins."),
        "programme.campaign_gives_nothing": QCoreApplication.translate(
            "messages", "“{name}” gives nothing: please enter more than 100 %, or points on top."
        ),
        "programme.campaign_unnamed": QCoreApplication.translate("messages", "Please give the campaign a name."),
        "programme.campaign_never": QCoreApplication.translate(
            "messages", "“{name}” never runs: none of its weekdays lies between its first day and its last."
        ),
        "programme.figure": QCoreApplication.translate("messages", "Please enter a number from {least} to {most}."),
        "programme.group_unknown": QCoreApplication.translate(
            "messages", "“{name}” is for {group}, but there is no such tier."
        ),
        "programme.least_above_reward": QCoreApplication.translate(
            "messages",
            "The first reward stands at {points} points: nobody could use them. Please enter {points} or less.",
        ),
        "programme.no_first_tier": QCoreApplication.translate(
            "messages", "The first tier must begin at 0, so that everybody has one."
        ),
        "programme.no_reward": QCoreApplication.translate("messages", "Please enter at least one reward."),
        "programme.past": QCoreApplication.translate("messages", "New rules can start today or later."),
        "programme.rewards_crossed": QCoreApplication.translate(
            "messages",
            "The reward at {higher} points must need more than the one at {lower}, and be worth no less a point.",
        ),
        "programme.same_name": QCoreApplication.translate("messages", "Two of them have the same name."),
        "programme.step_misses_least": QCoreApplication.translate(
            "messages", "The least to use, {least}, is no whole number of such steps."
        ),
        "programme.tier_unnamed": QCoreApplication.translate("messages", "Please give each tier a name."),
        "programme.tiers_crossed": QCoreApplication.translate(
            "messages", "{higher} must need more than {lower}, and give no less."
        ),
        "programme.weekday": QCoreApplication.translate("messages", "“{name}” has a weekday that does not exist."),
        "promise.closed": QCoreApplication.translate("messages", "This promise is closed already."),
        "promise.empty": QCoreApplication.translate("messages", "Please write what is promised."),
        "promise.past": QCoreApplication.translate("messages", "Please promise a time that is still to come."),
        "promises.not_found": QCoreApplication.translate("messages", "This promise is no longer here."),
        "quantity.invalid": QCoreApplication.translate("messages", "The quantity is not a number."),
        "rating.range": QCoreApplication.translate("messages", "A rating goes from 1 to 5."),
        "reason.missing": QCoreApplication.translate("messages", "Please give the reason in a few words."),
        "receipt.duplicate": QCoreApplication.translate("messages", "Line {line} has the same receipt number."),
        "receipt.missing": QCoreApplication.translate("messages", "Please enter the receipt number."),
        "receipt.too_long": QCoreApplication.translate("messages", "This receipt has too many lines."),
        "receipt.unknown": QCoreApplication.translate("messages", "This customer has no sale with receipt {receipt}."),
        "receipt.used": QCoreApplication.translate("messages", "Receipt {receipt} has its points already."),
        "recovery.group": QCoreApplication.translate("messages", "That is not the last group of the code."),
        "recovery.invalid": QCoreApplication.translate(
            "messages", "The recovery code has a slip in it. Please compare each group."
        ),
        "recovery.wrong_shop": QCoreApplication.translate("messages", "This recovery code belongs to another shop."),
        "return.too_much": QCoreApplication.translate("messages", "At most {most} yen of this sale can come back."),
        "role.owner_only": QCoreApplication.translate("messages", "Only the owner can do this."),
        "row.columns": QCoreApplication.translate("messages", "The row has more or fewer columns than the heading."),
        "row.duplicate": QCoreApplication.translate("messages", "Line {line} is the same customer."),
        "rule.broken": QCoreApplication.translate("messages", "This rule cannot be read: {fault}"),
        "rule.ng": QCoreApplication.translate("messages", "The rule does not find this sentence: {fact}"),
        "rule.ok": QCoreApplication.translate("messages", "The rule finds this sentence, which it should not: {fact}"),
        "rule.phrase": QCoreApplication.translate("messages", "This cannot be read as something one says: {fact}"),
        "rule.shape": QCoreApplication.translate("messages", "Something is still missing or too long."),
        "rule.toml": QCoreApplication.translate("messages", "This cannot be read: {fact}"),
        "rule.twice": QCoreApplication.translate("messages", "There is a rule of this name already: {fact}"),
        "said.not_found": QCoreApplication.translate("messages", "This saying was not remembered here."),
        "settings.day_ends_hour": QCoreApplication.translate("messages", "The day can end between 0:00 and 11:00."),
        "settings.hours": QCoreApplication.translate(
            "messages", "Please enter the hours as 10:00, and a time zone from the list."
        ),
        "settings.limits": QCoreApplication.translate(
            "messages", "The door closes after 1 to 60 minutes; a limit is 0 yen or more."
        ),
        "settings.shop_name": QCoreApplication.translate("messages", "Please enter the shop's name."),
        "shop.exists": QCoreApplication.translate("messages", "Something is in this folder already: {folder}"),
        "shop.is_open": QCoreApplication.translate("messages", "The shop is open in a window. Please close it first."),
        "situation.unknown": QCoreApplication.translate(
            "messages", "There is no such situation. Please choose one of the situations."
        ),
        "staff.last_owner": QCoreApplication.translate("messages", "The shop needs one owner at least."),
        "staff.name": QCoreApplication.translate("messages", "Please enter a name of at most 40 characters."),
        "staff.not_found": QCoreApplication.translate("messages", "This person is no longer here."),
        "staff.role": QCoreApplication.translate("messages", "Please choose staff or owner."),
        "storage.busy": QCoreApplication.translate(
            "messages", "The store is busy. What you typed is kept; please try again."
        ),
        "storage.copy_damaged": QCoreApplication.translate(
            "messages", "The copy could not be read back. The shop itself is untouched."
        ),
        "storage.copy_failed": QCoreApplication.translate(
            "messages", "The copy could not be made. Is there room on the disk?"
        ),
        "storage.failed": QCoreApplication.translate(
            "messages", "The store did not answer. Nothing half done remains; please try again."
        ),
        "storage.full": QCoreApplication.translate(
            "messages", "The disk is full. Please free some space; nothing was lost."
        ),
        "storage.key_missing": QCoreApplication.translate(
            "messages", "The key of this shop is not on this computer. Please enter the recovery code."
        ),
        "storage.no_folder": QCoreApplication.translate("messages", "The folder cannot be used: {folder}"),
        "storage.no_shop": QCoreApplication.translate("messages", "There is no shop in this folder yet."),
        "storage.read_only": QCoreApplication.translate(
            "messages", "The shop's folder cannot be written to. Please check its permissions."
        ),
        "storage.sqlite_too_old": QCoreApplication.translate(
            "messages", "SQLite {found} can damage data. Please install CarePOS again."
        ),
        "storage.too_new": QCoreApplication.translate(
            "messages", "A newer CarePOS wrote this shop. Please update; nothing was changed."
        ),
        "storage.wrong_key": QCoreApplication.translate(
            "messages", "The key does not open this shop. Please enter the recovery code."
        ),
        "text.too_long": QCoreApplication.translate("messages", "This is too long; at most {most} characters fit."),
        "time.invalid": QCoreApplication.translate(
            "messages", "This is not a time. For example: 17:30, or tomorrow 12:00."
        ),
        "total.differs": QCoreApplication.translate("messages", "The lines do not add up to the receipt's total."),
        "unexpected": QCoreApplication.translate(
            "messages", "Something unexpected happened. Nothing recorded was lost; please try again."
        ),
        "verify.failed": QCoreApplication.translate(
            "messages", "{count} records do not agree. Please restore a copy, or call for help."
        ),
    }
