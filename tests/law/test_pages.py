"""Pages of the law: every act, provision and rule, and the form of a rule."""

from __future__ import annotations

import random
import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from law.reading import facts_read
from rules import acts
from rules.findings import evaluate
from rules.registry import all_rules
from rules.words import words
from web.conventions import conventions

PREFIXES = ("", "/ru", "/en")
RAISES = (
    "/law/rules/pretrial-list?application_day=28.10.2025&status=suspect&sex=female&has_child=false&raises_child=true"
    "&child_born=2024-01-01&born=01.01.1990&pregnant=false&disability=false"
)


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", html)))


@pytest.mark.parametrize("prefix", PREFIXES)
def test_every_page_of_the_law_opens(client: FlaskClient, prefix: str) -> None:
    # a page is made of the same parts in each institution: some of each, others in each language
    some = PREFIXES.index(prefix)
    paths = ["/law", "/law/rules", "/law/conventions", "/law/find"]
    paths += [f"/law/rules/{rule}" for number, rule in enumerate(all_rules()) if number % 12 == some]
    paths += [f"/law/{place}" for number, place in enumerate(acts.provisions()) if number % 12 == some]
    paths += [f"/law/{act}" for act in acts.acts()]
    assert {path: client.get(prefix + path).status_code for path in paths} == dict.fromkeys(paths, 200)


@pytest.mark.parametrize(
    "path", ["/law/no-act", "/law/probation-law/99", "/law/rules/no-rule", "/law/probation-law/13/1/3/", "/law/x/13"]
)
def test_what_does_not_exist_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_index_leads_to_every_act_sheet_change_and_institution(client: FlaskClient) -> None:
    html = client.get("/law").text
    paths = [f"/law/{act}" for act in acts.acts()] + ["/law/work", "/law/changes"]
    paths += [f"/law/institutions/{institution}" for institution in {rule.institution for rule in all_rules().values()}]
    assert [path for path in paths if f'href="{path}"' not in html] == []


def test_the_pages_of_institutions_lead_to_every_rule(client: FlaskClient) -> None:
    pages = {name: client.get(f"/law/institutions/{name}").text for name in words("kk")["institutions"]}
    lost = [rule.id for rule in all_rules().values() if f'href="/law/rules/{rule.id}"' not in pages[rule.institution]]
    assert lost == []
    assert client.get("/law/institutions/none").status_code == 404


def test_forty_provisions_are_found_by_their_citation_and_reached_from_their_act(client: FlaskClient) -> None:
    drawn = random.Random(40).sample(sorted(acts.provisions()), 40)
    for place in drawn:
        held = acts.provisions()[place]
        for lang in ("kk", "ru"):
            text = f"{acts.acts()[held.act].short[lang]}, {held.cite[lang]}"
            asked = client.get("/law/find", query_string={"q": text})
            assert _first_found(asked.text) == f"/law/{place}", (lang, held.cite[lang])
        assert f'href="/law/{place}"' in client.get(f"/law/{held.act}").text


def _first_found(html: str) -> str:
    found = re.search(r'<ol class="lines" id="found">\s*<li>\s*<a href="([^"]+)"', html)
    return found.group(1) if found else ""


@pytest.mark.parametrize("text", ["", "   ", "%_*", "<b>", "13" * 5000, "\x00", "🙂", "Мүлде жоқ нәрсе"])
def test_a_search_for_nothing_says_what_to_do(client: FlaskClient, text: str) -> None:
    page = client.get("/law/find", query_string={"q": text})
    assert page.status_code == 200 and _first_found(page.text) == ""


def test_an_act_leads_to_all_its_provisions(client: FlaskClient) -> None:
    html = client.get("/law/probation-law").text
    own = [place for place in acts.provisions() if place.startswith("probation-law/")]
    assert own and [place for place in own if f'href="/law/{place}"' not in html] == []


def test_every_convention_has_an_anchor(client: FlaskClient) -> None:
    html = client.get("/law/conventions").text
    assert [number for number in conventions() if f'id="{number}"' not in html] == []


def test_a_provision_shows_its_newest_wording_first(client: FlaskClient) -> None:
    held = acts.provisions()["order-511/98"]
    html = text_of(client.get("/law/order-511/98").text)
    places = [html.index(one.summary["kk"]) for one in reversed(held.wordings)]
    assert len(places) > 1 and places == sorted(places)


def test_a_provision_that_was_not_read_is_marked_as_draft(client: FlaskClient) -> None:
    draft = next(one for one in acts.provisions().values() if one.draft)
    assert 'class="draft"' in client.get(f"/law/{draft.id}").text
    assert 'class="draft"' not in client.get("/law/probation-law/13/1").text


def test_a_provision_names_the_pages_of_the_course_that_use_it(client: FlaskClient) -> None:
    assert 'href="/course/pretrial/who-may"' in client.get("/law/probation-law/13/1/3").text
    assert 'href="/ru/course/pretrial/who-may"' in client.get("/ru/law/probation-law/13/1/3").text


def test_a_rule_and_a_provision_name_the_cases_whose_tasks_rest_on_them(client: FlaskClient) -> None:
    assert 'href="/cases/pretrial-07"' in client.get("/law/rules/pretrial-list").text
    assert 'href="/cases/pretrial-07"' in client.get("/law/probation-law/13/1/4").text
    assert 'href="/practice/pretrial"' in client.get("/law/rules/test-lawful").text


def test_a_rule_answers_facts_written_in_its_address(client: FlaskClient) -> None:
    page = client.get(RAISES)
    assert page.status_code == 200
    assert "Адам тізімге кірмейді." in text_of(page.text)
    assert "№ 511 бұйрық 98-т.: Адам тізімге кіреді." in text_of(page.text)
    assert 'value="28.10.2025"' in page.text and '<option value="female" selected>' in page.text


def test_bad_facts_are_refused_with_everything_typed_still_there(client: FlaskClient) -> None:
    page = client.get("/law/rules/pretrial-list?application_day=31.13.2025&sex=robot&form=oral&eyes=blue")
    assert page.status_code == 422
    assert 'value="31.13.2025"' in page.text and '<option value="robot" selected>' in page.text
    assert '<option value="oral" selected>' in page.text
    assert 'id="field-application_day-trouble"' in page.text and 'id="field-sex-trouble"' in page.text
    assert "<code>eyes</code>" in page.text and 'class="ladder"' not in page.text


def test_one_fact_given_twice_is_a_fault(client: FlaskClient) -> None:
    page = client.get("/law/rules/pretrial-list?sex=female&sex=male")
    assert page.status_code == 422 and 'id="field-sex-trouble"' in page.text


def test_none_of_the_marks_is_a_known_fact_and_no_mark_an_unknown_one(client: FlaskClient) -> None:
    day = "/law/rules/report-missing-items?report_day=03.11.2025"
    assert "state--unknown" in client.get(day).text
    told = client.get(f"{day}&contents=-")
    assert told.status_code == 200 and 'class="missing"' not in told.text
    assert client.get(f"{day}&contents=-&contents=risk").status_code == 422


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/law/rules/pretrial-list-law?application_day=01.05.2018", "01.05.2018"),
        ("/law/rules/pretrial-list-order?application_day=01.05.2023", "01.05.2023"),
        ("/law/rules/report-last-day?trial_day=05.05.2031", "05.05.2031"),
        ("/law/rules/pretrial-probation?child_born=31.12.9999", "31.12.9999"),
    ],
)
def test_a_day_without_a_text_is_refused_and_kept(client: FlaskClient, path: str, day: str) -> None:
    page = client.get(path)
    assert page.status_code == 422
    assert f'value="{day}"' in page.text and 'class="ladder"' not in page.text and "notice--care" in page.text


def test_the_day_of_a_refusal_is_named_at_its_field(client: FlaskClient) -> None:
    page = client.get("/law/rules/pretrial-list-order?application_day=01.05.2023&sex=male")
    assert 'id="field-application_day-trouble"' in page.text and '<option value="male" selected>' in page.text


def test_empty_fields_leave_the_address(client: FlaskClient) -> None:
    page = client.get("/law/rules/pretrial-list?sex=female&born=&form=")
    assert page.status_code == 302 and page.headers["Location"] == "/law/rules/pretrial-list?sex=female"


def test_a_live_change_gives_the_trace_and_its_address(client: FlaskClient) -> None:
    page = client.get("/ru/law/rules/pretrial-list?sex=female&born=", headers={"HX-Request": "true"})
    assert page.status_code == 200 and 'id="trace"' in page.text
    assert page.headers["HX-Replace-Url"] == "/ru/law/rules/pretrial-list?sex=female"


def test_what_is_typed_never_becomes_markup(client: FlaskClient) -> None:
    page = client.get("/law/rules/pretrial-list?born=<script>alert(1)</script>&<b>x=1")
    assert page.status_code == 422 and "<script>alert" not in page.text and "<b>x" not in page.text


@pytest.mark.parametrize("rule_id", list(all_rules()))
def test_a_form_shows_every_fact_that_a_finding_can_ask_for(rule_id: str) -> None:
    rule = all_rules()[rule_id]
    finding = evaluate(rule_id, rule.facts())
    asked = {item.fact for item in finding.missing} | {name for step in finding.steps for name in step.facts}
    assert asked <= set(facts_read(rule_id))


def test_pages_of_the_law_set_no_cookie(client: FlaskClient) -> None:
    assert [path for path in ("/law", RAISES, "/law/order-511/98") if client.get(path).headers.get("Set-Cookie")] == []
