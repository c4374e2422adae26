"""Carrying out a transfer: the written instruction, one 24-hour day, returns, minimum security (paras 2, 13-22)."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, NamedTuple

from rules.conditions import Condition, all_of, any_of, because
from rules.duties import Duty, enter
from rules.facts import fact, facts_class
from rules.periods import ALMATY, Unit, moment_after
from rules.registry import Answer, Mutation, rule
from rules.terms import pace
from rules.truth import UNKNOWN, YES, Maybe, Truth, Unknown, is_one_of, is_true, known, opposite

ADMINISTRATION = "institution-administration"
EDITION = "order-375@2017"
_OURS = date(2025, 11, 3)
_GAPS = (0, 1, 2, 3)


@facts_class("transfer-instruction")
class Instruction:
    """What a transfer rests on: the instruction, and whether the type was changed to minimum security."""

    day: Maybe[date] = fact("day", near=lambda facts: (_OURS,))
    issuer: Maybe[str] = fact("choice", "committee", "territorial-body", "institution")
    written: Maybe[bool] = fact("bool")
    to_minimum_security: Maybe[bool] = fact("bool")
    place_in_region: Maybe[bool] = fact("bool")


class Instructed(NamedTuple):
    """Who instructs, whether in writing, and whether minimum security is an exception."""

    issuers: tuple[str, ...] = ("committee",)
    written: bool = True
    exception: bool = True


@rule(
    "transfer-rests-on-instruction", facts=Instruction, on="day", edition=EDITION, numbers=Instructed(),
    norms=("r375-transfer-only-by-naryad",), provisions=("order-375/2", "order-375/21"), mutations=(
        Mutation("territorial-body-too", "neighbouring list", {"issuers": ("committee", "territorial-body")}),
        Mutation("oral-is-enough", "exception ignored", {"written": False}),
        Mutation("no-exception", "exception ignored", {"exception": False}),
    ),
)  # fmt: skip
def rests_on_instruction(f: Instruction, n: Instructed) -> Condition:
    """Para 2: a written instruction of the Committee; para 21: none is named for a change to minimum security."""
    exception = is_true(f.to_minimum_security) if n.exception else Truth.NO
    written = is_true(f.written) if n.written else YES
    return any_of(
        because("order-375/21", "transfer-to-minimum", exception, "to_minimum_security"),
        all_of(
            because("order-375/2", "transfer-committee-instructs", is_one_of(f.issuer, *n.issuers), "issuer"),
            because("order-375/2", "transfer-in-writing", written, "written"),
        ),
    )


class Minimum(NamedTuple):
    """Where the convict goes with and without a place in the region."""

    with_place: str = "transfer-same-region"
    without: str = "transfer-nearest"


@rule(
    "transfer-minimum-security", facts=Instruction, on="day", edition=EDITION, value="place", numbers=Minimum(),
    norms=("r375-minimum-security-self-transfer", "r375-minimum-security-no-place-nearest"),
    provisions=("order-375/21",), mutations=(
        Mutation("queue-without-place", "neighbouring list", {"without": "transfer-queue"}),
        Mutation("not-granted-without-place", "exception ignored", {"without": "transfer-not-granted"}),
        Mutation("nearest-at-once", "exception ignored", {"with_place": "transfer-nearest"}),
    ),
)  # fmt: skip
def minimum_security(f: Instruction, n: Minimum) -> Answer:
    """Para 21: to the region of relatives or of residence if there is a place, else to the nearest institution."""
    type_ = because("order-375/21", "transfer-to-minimum", is_true(f.to_minimum_security), "to_minimum_security")
    place = because("order-375/21", "transfer-place-in-region", is_true(f.place_in_region), "place_in_region")
    if type_.truth is Truth.NO:
        return Answer("transfer-usual-way", Condition("list", YES, parts=(type_,)))
    both = Condition("list", YES, parts=(type_, place))
    if type_.truth is Truth.UNKNOWN or place.truth is Truth.UNKNOWN:
        return Answer(UNKNOWN, Condition("list", Truth.UNKNOWN, parts=(type_, place)))
    return Answer(n.with_place if place.truth is YES else n.without, both)


_FOUR = ("88-4-order", "88-4-other")
_TWO = ("88-2-prevention", "88-2-other")


@facts_class("transfer-return")
class Return:
    """A convict sent where he is under CEC 88(2), (3) or (4), on the day the application reaches the Committee."""

    day: Maybe[date] = fact("day", near=lambda facts: (date(2025, 10, 1), date(2025, 12, 1)))
    sent_under: Maybe[str] = fact("choice", "88-2-prevention", "88-2-other", "88-3", *_FOUR, "none")
    grounds_exist: Maybe[bool] = fact("bool")
    place_on_day: Maybe[bool] = fact("bool")


class Returned(NamedTuple):
    """Under which grounds he was sent, and what is asked."""

    sent: tuple[str, ...]
    asked: bool = True


@rule(
    "transfer-back-when-grounds-gone", facts=Return, on="day", edition=EDITION, numbers=Returned(("88-4-order",)),
    norms=("r375-return-when-order-grounds-ceased",), provisions=("order-375/18",), mutations=(
        Mutation("grounds-do-not-matter", "exception ignored", {"asked": False}),
        Mutation("part-three-too", "neighbouring list", {"sent": ("88-4-order", "88-3")}),
    ),
)  # fmt: skip
def back_when_grounds_gone(f: Return, n: Returned) -> Condition:
    """Para 18: moved to keep order in the institution, and the grounds of that move are gone."""
    return _back(f, n, "transfer-moved-for-order")


@rule(
    "transfer-back-when-grounds-gone", facts=Return, on="day", edition="order-375@728", provisions=(),
    numbers=Returned(("88-2-prevention", "88-4-order")),
    mutations=(Mutation("order-alone", "repealed edition", edition=EDITION),),
)  # fmt: skip
def back_after_prevention_too(f: Return, n: Returned) -> Condition:
    """Para 18 after order 728: also sent to prevent new offences (CEC 88(2))."""
    return _back(f, n, "transfer-sent-for-order-or-prevention")


def _back(f: Return, n: Returned, sentence: str) -> Condition:
    gone = opposite(is_true(f.grounds_exist)) if n.asked else YES
    return all_of(
        because("order-375/18", sentence, is_one_of(f.sent_under, *n.sent), "sent_under"),
        because("order-375/18", "transfer-grounds-gone", gone, "grounds_exist"),
    )


@rule(
    "transfer-with-place-on-arrival-day", facts=Return, on="day", edition=EDITION,
    numbers=Returned(("88-3", *_FOUR)),
    norms=("r375-88-3-88-4-convicts-place-on-arrival-day",), provisions=("order-375/19",), mutations=(
        Mutation("place-does-not-matter", "exception ignored", {"asked": False}),
        Mutation("part-four-alone", "exception ignored", {"sent": _FOUR}),
        Mutation("part-three-alone", "exception ignored", {"sent": ("88-3",)}),
    ),
)  # fmt: skip
def with_place_on_arrival_day(f: Return, n: Returned) -> Condition:
    """Para 19: sent under CEC 88(3) or (4), and a place on the day the application reaches the Committee."""
    return _with_place(f, n, "transfer-sent-under-88")


@rule(
    "transfer-with-place-on-arrival-day", facts=Return, on="day", edition="order-375@728", provisions=(),
    numbers=Returned((*_TWO, "88-3", *_FOUR)),
    mutations=(Mutation("part-two-not", "repealed edition", edition=EDITION),),
)  # fmt: skip
def with_place_after_part_two_too(f: Return, n: Returned) -> Condition:
    """Para 19 after order 728: also sent under CEC 88(2)."""
    return _with_place(f, n, "transfer-sent-under-88-2")


def _with_place(f: Return, n: Returned, sentence: str) -> Condition:
    place = is_true(f.place_on_day) if n.asked else YES
    return all_of(
        because("order-375/19", sentence, is_one_of(f.sent_under, *n.sent), "sent_under"),
        because("order-375/19", "transfer-place-that-day", place, "place_on_day"),
    )


def _received(facts: Any) -> tuple[date, ...]:
    if isinstance(facts.shown_day, Unknown):
        return (_OURS, _OURS + timedelta(days=1))
    return tuple(facts.shown_day - timedelta(days=gap) for gap in _GAPS)


def _shown(facts: Any) -> tuple[date, ...]:
    start = _OURS if isinstance(facts.received_day, Unknown) else facts.received_day
    return tuple(start + timedelta(days=gap) for gap in _GAPS)


@facts_class("transfer-clock")
class Clock:
    """When the instruction came and when it was shown to the convict: days and full hours, Almaty time."""

    received_day: Maybe[date] = fact("day", near=_received)
    received_hour: Maybe[int] = fact("count", most=23, borders=(0, 12, 23))
    shown_day: Maybe[date] = fact("day", near=_shown)
    shown_hour: Maybe[int] = fact("count", most=23, borders=(0, 12, 23))


class Hours(NamedTuple):
    """Within how many hours."""

    hours: int = 24


@rule(
    "transfer-shown-in-time", facts=Clock, on="received_day", edition=EDITION, numbers=Hours(),
    norms=("r375-acquaint-and-transfer-within-24-hour-day",), provisions=("order-375/17",), mutations=(
        Mutation("two-days", "border off by one", {"hours": 48}),
        Mutation("twelve-hours", "neighbouring list", {"hours": 12}),
    ),
)  # fmt: skip
def shown_in_time(f: Clock, n: Hours) -> Condition:
    """Para 17: the convict is shown the instruction within one 24-hour day of its receipt (C15)."""
    received, shown = _at(f.received_day, f.received_hour), _at(f.shown_day, f.shown_hour)
    last: Maybe[datetime] = UNKNOWN
    if not isinstance(received, Unknown):
        last = moment_after(received, n.hours, Unit.HOURS)
    late: Maybe[timedelta] = UNKNOWN
    if not isinstance(last, Unknown) and not isinstance(shown, Unknown):
        late = shown - last
    return because(
        "order-375/17", "transfer-instruction-shown", known(late, lambda over: over <= timedelta()),
        "received_day", "received_hour", "shown_day", "shown_hour", convention="C15", last=last, shown=shown,
    )  # fmt: skip


def _at(day: Maybe[date], hour: Maybe[int]) -> Maybe[datetime]:
    if isinstance(day, Unknown) or isinstance(hour, Unknown):
        return UNKNOWN
    return datetime.combine(day, time(hour), ALMATY)


enter(Duty("transfer-shown-in-time", "transfer", ADMINISTRATION, "term", 24, "hours"))
pace(
    "transfer-ties-survey", provision="order-375/13", edition=EDITION, times=1, per="half-yearly",
    norms=("r375-half-yearly-ties-survey",), who=ADMINISTRATION, regimes=("transfer",),
)  # fmt: skip
pace(
    "transfer-occupancy-report", provision="order-375/14", edition=EDITION, times=1, per="daily",
    norms=("r375-daily-occupancy-report",), who="penal-territorial-body", regimes=("transfer",),
)  # fmt: skip
