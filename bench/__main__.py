"""One run, under 90 seconds: pages and answers against a bare route, memory, cold start, rules. `make bench`."""

from __future__ import annotations

import sys
import time
from contextlib import ExitStack
from statistics import median

from bench import data, load, report, servers, speed_of_rules
from bench.learners import Learner
from bench.report import Aim
from bench.rounds import CONNECTIONS, JUDGED_AT, Row, Target, compare
from bench.servers import Server

PAGE, CASE = "/course/pretrial/who-may", "pretrial-01"
READ, INSERT = "bare Flask, one read", "bare Flask, one insert"
MODULE_PAGE, CASE_PAGE, ANSWER = "module page", "case page", "graded stored answer"
LEARNER_PAGE = "case page, all answered"
OURS, BARE = "app:create_app()", "bench.bare:create_app()"
ROUNDS, JUDGED_ROUNDS, SECONDS = 3, 11, 0.35


def main() -> int:
    """Measure and print; 1 where an aim is not met."""
    started = time.monotonic()
    with data.prepared() as held, ExitStack() as stack:
        cold = _cold_starts(held)
        ours = stack.enter_context(servers.serving(OURS, "/", held.ours))
        bare = stack.enter_context(servers.serving(BARE, "/read", held.bare))
        print(f"database: {held.url.partition(':')[0]}; {servers.WORKERS} workers each; rounds of {SECONDS} s in turn")
        print(f"load generator alone: {_ceiling():,.0f} answers a second")
        learners = _learners(ours)
        pages = _compared(_pages(ours, bare)) + compare([_learner_page(ours, learners)], JUDGED_AT, 2, SECONDS)
        _print(report.table(pages, READ))
        answers = _compared(_answers(ours, bare, learners))
        _print(report.table(answers, INSERT))
        sound = _stored(held, answers)
        memory = _memory(ours, bare)
    aims = [*_aims(pages, answers, memory, cold), *_rule_aims()]
    print(f"aims, at 8 connections ({time.monotonic() - started:.0f} s in all)")
    _print(map(str, aims))
    return int(not (sound and all(aim.met for aim in aims)))


def _print(lines: object) -> None:
    print("\n".join(lines), flush=True)  # type: ignore[call-overload]


def _cold_starts(held: data.Data) -> float:
    """Seconds from the start of the process to the first home page, the middle of three."""
    times = []
    for _ in range(3):
        with servers.serving(OURS, "/", held.ours) as server:
            times.append(server.cold)
    return median(times)


def _ceiling() -> float:
    with servers.ceiling() as address:
        return load.run(address, [load.get("/")] * 8, 0.8).rate


def _learners(ours: Server) -> list[Learner]:
    case = servers.ROOT / "content" / "cases" / f"{CASE}.yaml"
    made = [Learner(ours.address, case) for _ in range(max(CONNECTIONS))]
    for learner in made:
        learner.begin()
    return made


def _compared(targets: list[Target]) -> list[Row]:
    """At every number of connections; more rounds where the aims are judged."""
    return [
        row
        for connections in CONNECTIONS
        for row in compare(targets, connections, JUDGED_ROUNDS if connections == JUDGED_AT else ROUNDS, SECONDS)
    ]


def _pages(ours: Server, bare: Server) -> list[Target]:
    return [
        Target(MODULE_PAGE, ours, lambda _: load.get(PAGE)),
        Target(CASE_PAGE, ours, lambda _: load.get(f"/cases/{CASE}")),
        Target(READ, bare, lambda _: load.get("/read")),
    ]


def _learner_page(ours: Server, learners: list[Learner]) -> Target:
    """The longest page there is: rendered for one person, with the verdict of each task."""
    return Target(LEARNER_PAGE, ours, lambda place: load.get(learners[place].path, learners[place].cookie_line()))


def _answers(ours: Server, bare: Server, learners: list[Learner]) -> list[Target]:
    insert = b"POST /insert HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\n\r\n"
    return [
        Target(ANSWER, ours, lambda place: learners[place].answers(), 303),
        Target(INSERT, bare, lambda _: lambda: insert, 201),
    ]


def _stored(held: data.Data, answers: list[Row]) -> bool:
    """Whether everything that was answered 303 stands in the database with full marks."""
    said = sum(row.tally.statuses[303] for row in answers if row.name == ANSWER)
    stored, full = held.marks()
    print(f"stored marks: {stored:,}, full marks: {full:,} (answered 303 in the windows: {said:,})")
    return stored == full and stored >= said


def _memory(ours: Server, bare: Server) -> float:
    """The largest worker of ours in MB (RSS)."""
    for name, server in (("ours", ours), ("bare", bare)):
        sizes = "; ".join(f"PSS {pss:.0f} MB, RSS {rss:.0f} MB" for pss, rss in server.memory())
        print(f"memory of the workers, {name}: {sizes}")
    return max((rss for _, rss in ours.memory()), default=0.0)


def _aims(pages: list[Row], answers: list[Row], memory: float, cold: float) -> list[Aim]:
    answer = report.judged(answers, ANSWER)
    return [
        Aim("module page to bare read", report.judged(pages, MODULE_PAGE).ratio, 0.6, least=True),
        Aim("case page to bare read", report.judged(pages, CASE_PAGE).ratio, 0.6, least=True),
        Aim("answer to bare insert", answer.ratio, 0.4, least=True),
        Aim("answer, p99", answer.tally.quantile(0.99), 50, " ms"),
        Aim("memory of the largest worker (RSS)", memory, 120, " MB"),
        Aim("cold start", cold, 2, " s"),
    ]


def _rule_aims() -> list[Aim]:
    speed = speed_of_rules.measure()
    rule, decision = speed_of_rules.RULE, speed_of_rules.DECISION
    print(
        f"rules on one core, new facts each time: {rule} {1 / speed.rule:,.0f}/s, {speed_of_rules.LIST} (closed list) "
        f"{1 / speed.list:,.0f}/s, {decision} with its trace {speed.decision * 1000:.3f} ms; "
        f"facts seen before {speed.seen_before * 1e6:.2f} µs"
    )
    return [
        Aim(f"decision {decision} with its trace", speed.decision * 1000, 0.2, " ms"),
        Aim(f"rule {rule}", 1 / speed.rule, 150_000, "/s", least=True),
    ]


if __name__ == "__main__":
    sys.exit(main())
