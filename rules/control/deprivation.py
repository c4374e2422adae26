"""Deprivation of a right: employer's terms, papers, force, hiding, the term, checks (CEC 72-75, 161; order 511)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from rules.conditions import Condition, all_of, because
from rules.control.search import NO_SHOW_COUNTS, Hiding, Over, hidden_for
from rules.duties import Duty, enter
from rules.facts import fact, facts_class
from rules.registry import Answer, Mutation, rule
from rules.tables import listed
from rules.terms import MONTHS, OnDay, at_least_before, deadline, pace
from rules.truth import UNKNOWN, YES, Maybe, Unknown, is_true, known, opposite

_CODE, _RULES = "cec@2025-09", "order-511@612"
_ARTICLES, _PARAS = "cec/72-75", "order-511/47-61"
_BAN, _ORDER = ("s-cec-72-75-ban",), ("s-511-47-61",)
_SERVICE, _EMPLOYER, _HERE = "probation-service", "control-employer", ("ban",)
_INSTITUTION, _COPY, _GROUNDS = "institution-administration", "cec/161/2", ("s-cec-161-162",)
_DAY = date(2025, 11, 3)

deadline(
    "ban-dismissal", provision=_ARTICLES, edition=_CODE, count=3, who=_EMPLOYER, regimes=_HERE, norms=_BAN,
)  # fmt: skip
deadline(
    "ban-contract-report", provision=_ARTICLES, edition=_CODE, count=3, who=_EMPLOYER, regimes=_HERE, norms=_BAN,
)  # fmt: skip
# Para 47 has no rule: its Kazakh text says three calendar days, its Russian three working days.
pace(
    "ban-work-check", provision=_PARAS, edition=_RULES, times=1, per="half-yearly", who=_SERVICE, regimes=_HERE,
    norms=_ORDER,
)  # fmt: skip
pace(
    "ban-home-check", provision=_PARAS, edition=_RULES, times=1, per="quarterly", who=_SERVICE, regimes=_HERE,
    norms=_ORDER,
)  # fmt: skip
for _checked in ("ban-check-months", "ban-materials-days"):
    # The sources do not say from which day these run, so the sheet names no last day.
    enter(Duty(_checked, "ban", _SERVICE, "other"))
at_least_before(
    "ban-copy-before-release", provision=_COPY, edition=_CODE, count=1, unit=MONTHS, who=_INSTITUTION,
    regimes=("before-release", "ban"), norms=_GROUNDS,
)  # fmt: skip
deadline(
    "ban-copy-after-release", provision=_COPY, edition=_CODE, count=2, who=_INSTITUTION,
    regimes=("before-release", "ban"), norms=_GROUNDS,
)  # fmt: skip
listed(
    "ban-copy-told-to", provision=_COPY, edition=_CODE, items=("ban-told-institution", "ban-told-court"),
    wrongly="ban-told-employer", norms=_GROUNDS,
)  # fmt: skip


class Figure(NamedTuple):
    """One number of the order."""

    number: int


@rule(
    "ban-check-months", facts=OnDay, on="day", edition=_RULES, value="amount", numbers=Figure(1), norms=_ORDER,
    provisions=(_PARAS,), mutations=(
        Mutation("two-months", "border off by one", {"number": 2}),
        Mutation("half-a-year", "neighbouring list", {"number": 6}),
    ),
)  # fmt: skip
def check_months(f: OnDay, n: Figure) -> Answer:
    """Order 511 paras 47-61: the first check is made within a month."""
    return Answer(n.number, because(_PARAS, "ban-check-within", YES, number=n.number))


@rule(
    "ban-materials-days", facts=OnDay, on="day", edition=_RULES, value="amount", numbers=Figure(30), norms=_ORDER,
    provisions=(_PARAS,), mutations=(
        Mutation("thirty-one", "border off by one", {"number": 31}),
        Mutation("three-days", "neighbouring list", {"number": 3}),
    ),
)  # fmt: skip
def materials_days(f: OnDay, n: Figure) -> Answer:
    """Order 511 paras 47-61: materials on officials who do not execute the sentence, in thirty calendar days."""
    return Answer(n.number, because(_PARAS, "ban-materials-within", YES, number=n.number))


@rule(
    "ban-hiding", facts=Hiding, on="day", edition=_CODE, numbers=Over(), norms=_BAN, provisions=(_ARTICLES,),
    otherwise=NO_SHOW_COUNTS, mutations=(
        Mutation("two-weeks", "neighbouring list", {"days": 13}),
        Mutation("a-month", "neighbouring list", {"days": 30}),
    ),
)  # fmt: skip
def hiding(f: Hiding, n: Over) -> Condition:
    """CEC 72-75: the whereabouts are not known for more than fifteen days."""
    return hidden_for(f, n, _ARTICLES)


@facts_class("ban-summons")
class Summons:
    """A convict deprived of a right was summoned: whether he came, and whether there was a valid reason."""

    day: Maybe[date] = fact("day", near=lambda facts: (_DAY, _DAY + timedelta(days=1)))
    came: Maybe[bool] = fact("bool")
    valid_reason: Maybe[bool] = fact("bool")


class Force(NamedTuple):
    """Whether a valid reason keeps the convict from being brought."""

    excuses: bool = True


@rule(
    "ban-brought-by-force", facts=Summons, on="day", edition=_CODE, numbers=Force(), norms=_BAN,
    provisions=("cec/74/2",), mutations=(Mutation("reason-ignored", "exception ignored", {"excuses": False}),),
)  # fmt: skip
def brought(f: Summons, n: Force) -> Condition:
    """CEC 74(2): who does not come without a valid reason may be brought by force."""
    where = "cec/74/2"
    absent = because(where, "ban-did-not-come", opposite(is_true(f.came)), "came")
    if not n.excuses:
        return absent
    return all_of(absent, because(where, "ban-no-valid-reason", opposite(is_true(f.valid_reason)), "valid_reason"))


@facts_class("ban-term")
class BanTerm:
    """What the deprivation was added to, the day of force of the sentence, the day of registration afterwards."""

    force_day: Maybe[date] = fact("day", near=lambda facts: (_DAY, _DAY + timedelta(days=1)))
    added_to: Maybe[str] = fact("choice", "arrest", "imprisonment", "other-or-none")
    registered_day: Maybe[date] = fact("day", near=lambda facts: (date(2026, 3, 2), date(2026, 3, 3)))


class Waits(NamedTuple):
    """Punishments after which alone the term begins."""

    first: tuple[str, ...] = ("arrest", "imprisonment")


@rule(
    "ban-term-starts", facts=BanTerm, on="force_day", edition=_CODE, value="day", numbers=Waits(),
    norms=(*_BAN, *_ORDER), provisions=(_ARTICLES,), mutations=(
        Mutation("force-always", "exception ignored", {"first": ()}),
        Mutation("arrest-ignored", "exception ignored", {"first": ("imprisonment",)}),
    ),
)  # fmt: skip
def term_starts(f: BanTerm, n: Waits) -> Answer:
    """CEC 72-75: from the entry into force; beside arrest or imprisonment, once served, from registration."""
    if isinstance(f.added_to, Unknown):
        return Answer(UNKNOWN, because(_ARTICLES, "ban-from-force", known(UNKNOWN, bool), "added_to"))
    after = f.added_to in n.first
    day = f.registered_day if after else f.force_day
    name = "registered_day" if after else "force_day"
    step = because(_ARTICLES, "ban-from-registration" if after else "ban-from-force", known(day, lambda d: True),
                   "added_to", name, day=day)  # fmt: skip
    return Answer(day, step)
