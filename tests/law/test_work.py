"""At work: a sheet for each regime in three languages, with a day put in, for one body, and as data."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from flask.testing import FlaskClient

from database import now
from law.work.sheets import bodies, regimes, sheet
from rules.duties import duties
from rules.moments import ALMATY

PREFIXES = {"kk": "", "ru": "/ru", "en": "/en"}
REGIMES = [one["id"] for one in regimes("kk")]
DAY = date(2025, 11, 6)


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


def rows_of(html: str) -> list[str]:
    """The words of each row of the sheet's table."""
    body = re.search(r"<tbody>(.*?)</tbody>", html, re.S)
    return [text_of(row) for row in re.findall(r"<tr>(.*?)</tr>", body.group(1), re.S)] if body else []


def test_every_regime_with_duties_has_a_sheet_that_the_index_leads_to(client: FlaskClient) -> None:
    assert set(REGIMES) == {duty.regime for duty in duties()} and {"pretrial", "transfer"} <= set(REGIMES)
    html = client.get("/law/work").text
    assert [regime for regime in REGIMES if f'href="/law/work/{regime}"' not in html] == []


@pytest.mark.parametrize("lang", PREFIXES)
@pytest.mark.parametrize("query", ["", "?day=2025-11-06", "?day=06.11.2025", "?day="])
def test_every_sheet_opens_in_every_language_with_and_without_a_day(client: FlaskClient, lang: str, query: str) -> None:
    paths = [f"{PREFIXES[lang]}/law/work/{regime}{query}" for regime in REGIMES]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize("lang", PREFIXES)
def test_a_sheet_shows_every_duty_of_its_regime_with_who_what_and_when(client: FlaskClient, lang: str) -> None:
    for regime in REGIMES:
        shown = rows_of(client.get(f"{PREFIXES[lang]}/law/work/{regime}").text)
        wanted = sheet(regime, None, "", lang)
        assert len(shown) == len(wanted) == sum(duty.regime == regime for duty in duties())
        for row, one in zip(shown, wanted, strict=True):
            assert all(text_of(one[part]) in row for part in ("who", "what", "when", "event")), one["rule"]


@pytest.mark.parametrize("day", ["31.02.2025", "tomorrow", "2025-13-01", "<b>ертең</b>"])
def test_a_day_that_cannot_be_read_is_refused_with_what_was_typed(client: FlaskClient, day: str) -> None:
    for regime in REGIMES:
        answer = client.get(f"/law/work/{regime}", query_string={"day": day})
        assert answer.status_code == 422
        assert "Күн танылмады" in answer.text and day in unescape(answer.text) and "<b>" not in answer.text
        assert len(rows_of(answer.text)) == len(sheet(regime, None, "", "kk"))
        refused = client.get(f"/api/v1/work/{regime}", query_string={"day": day})
        assert refused.status_code == 422 and refused.get_json()["field"] == "day"


def test_the_last_day_is_counted_from_the_day_put_in(client: FlaskClient) -> None:
    row = next(one for one in sheet("transfer", DAY, "", "kk") if one["rule"] == "transfer-application-forwarded")
    assert row["last"] == date(2025, 11, 11)
    assert "11.11.2025" in text_of(client.get("/law/work/transfer?day=06.11.2025").text)


def test_a_day_before_the_wording_is_said_to_have_none(client: FlaskClient) -> None:
    rows = {one["rule"]: one for one in sheet("transfer", date(2023, 6, 14), "", "kk")}
    assert rows["transfer-checked-on-vacancy"]["refused"] and rows["transfer-checked-on-vacancy"]["last"] is None
    assert rows["transfer-application-forwarded"]["last"] == date(2023, 6, 19)
    assert "бұл күнгі мәтін жоқ" in client.get("/law/work/transfer?day=2023-06-14").text


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_today_is_put_in_with_one_press_and_keeps_the_body(client: FlaskClient, prefix: str) -> None:
    today = now().astimezone(ALMATY).date().isoformat()
    page = client.get(f"{prefix}/law/work/ban")
    assert re.search(r'<button[^>]*type="submit"[^>]*name="today"', page.text)
    asked = {"day": "31.02.2025", "who": "probation-service", "today": "1"}
    answer = client.get(f"{prefix}/law/work/ban", query_string=asked)
    assert answer.status_code == 302
    assert answer.location == f"{prefix}/law/work/ban?day={today}&who=probation-service"
    assert client.get(answer.location).status_code == 200
    assert client.get(f"{prefix}/law/work/no-regime?today=1").status_code == 404


def test_a_ban_has_a_sheet_with_the_terms_of_the_employer(client: FlaskClient) -> None:
    rules = {row["rule"] for row in sheet("ban", DAY, "", "kk")}
    assert {"ban-dismissal", "ban-contract-report", "ban-home-check", "control-start-notice"} <= rules


def test_a_sheet_can_be_had_for_one_body_alone(client: FlaskClient) -> None:
    for regime in REGIMES:
        counted = 0
        for body in bodies(regime, "kk"):
            rows = client.get(f"/api/v1/work/{regime}", query_string={"who": body["id"]}).get_json()
            assert rows and {row["body"] for row in rows} == {body["id"]}
            counted += len(rows)
        assert counted == len(sheet(regime, None, "", "kk"))


def test_a_body_without_duties_gets_an_empty_sheet_that_says_so(client: FlaskClient) -> None:
    answer = client.get("/law/work/transfer?who=nobody")
    assert answer.status_code == 200 and rows_of(answer.text) == []
    assert "Бұл органға жүктелген міндет жоқ" in answer.text


@pytest.mark.parametrize("lang", PREFIXES)
@pytest.mark.parametrize("query", ["", "?day=2025-11-06"])
def test_the_data_of_a_sheet_are_the_rows_of_its_page(client: FlaskClient, lang: str, query: str) -> None:
    for regime in REGIMES:
        data = client.get(f"{PREFIXES[lang]}/api/v1/work/{regime}{query}").get_json()
        shown = rows_of(client.get(f"{PREFIXES[lang]}/law/work/{regime}{query}").text)
        assert len(data) == len(shown)
        for row, one in zip(shown, data, strict=True):
            assert all(text_of(one[part]) in row for part in ("who", "what", "when", "event", "edition"))
            last = one["last"] and date.fromisoformat(one["last"]).strftime("%d.%m.%Y")
            assert not last or last in row


@pytest.mark.parametrize("path", ["/law/work/no-regime", "/api/v1/work/no-regime", "/law/work/after-release-2"])
def test_a_regime_that_does_not_exist_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404
    assert client.get(path + "?day=tomorrow").status_code in (404, 422)
