"""Notes, highlights and bookmarks: kept for who wrote them, found again by their words, and never lost or doubled."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from accounts.models import Learner
from course.notes import service
from course.notes.models import Bookmark, Note
from course.notes.service import LONGEST_QUOTE, LONGEST_TEXT, Draft
from tests.browsing import Page, Visitor

PAGE, NAME = "/course/pretrial/who-may", "pretrial/who-may"
QUOTE = "Бір негіз жеткілікті."


def write(visitor: Visitor, text: str = "Қайта оқу керек", path: str = PAGE, **more: str) -> Page:
    return visitor.send(visitor.get(path).form("/notes/add"), text=text, **more)


def stored(session: Session) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Note)) or 0


def note_id(page: Page) -> str:
    return page.headers["Location"].rpartition("note-")[2]


def test_a_note_of_a_stranger_makes_a_learner_and_stands_on_the_page(visitor: Visitor, session: Session) -> None:
    visitor.get(PAGE)
    assert "tarmaq_learner" not in visitor.cookies()
    kept = write(visitor)
    assert kept.status_code == 303 and "tarmaq_learner" in visitor.cookies()
    assert session.scalar(select(func.count()).select_from(Learner)) == 1
    page = visitor.get(kept.headers["Location"])
    assert "Қайта оқу керек" in page.text and "Жазба сақталды" in page.text
    assert "Жазба сақталды" not in visitor.get(PAGE).text


def test_words_that_were_marked_are_found_again_and_words_that_are_gone_are_said_to_be(visitor: Visitor) -> None:
    write(visitor, "", quote=QUOTE, before="әке", after="Мысалы")
    write(visitor, "", quote="Мұндай сөйлем бұл бетте ешқашан болған емес", before="", after="")
    page = visitor.get(PAGE).text
    assert f'data-quote="{QUOTE}"' in page and page.count("data-quote=") == 1
    assert page.count("Бұл сөздер бетте енді жоқ.") == 1
    assert "Мұндай сөйлем" in page


def test_a_quote_is_found_over_links_and_lines(visitor: Visitor) -> None:
    write(visitor, "", quote="Адам күдікті немесе\n айыпталушы болуы керек (13-баптың 1-тармағы).")
    assert "Бұл сөздер бетте енді жоқ." not in visitor.get(PAGE).text


def test_a_form_sent_twice_is_one_note_and_other_words_are_another(visitor: Visitor, session: Session) -> None:
    form = visitor.get(PAGE).form("/notes/add")
    first, second = visitor.send(form, text="бір"), visitor.send(form, text="бір")
    assert note_id(first) == note_id(second) and stored(session) == 1
    visitor.send(form, text="екі")
    assert stored(session) == 2


def test_the_same_words_on_another_day_are_another_note(visitor: Visitor, session: Session) -> None:
    write(visitor, "бір")
    write(visitor, "бір")
    assert stored(session) == 2


@pytest.mark.parametrize("text", ["", "   \n "])
def test_an_empty_note_is_refused(visitor: Visitor, session: Session, text: str) -> None:
    page = write(visitor, text)
    assert page.status_code == 422 and "Жазба бос" in page.text and stored(session) == 0


def test_a_long_note_comes_back_whole_with_its_length(visitor: Visitor, session: Session) -> None:
    long = "ә" * (LONGEST_TEXT + 1)
    page = write(visitor, long, quote=QUOTE)
    assert page.status_code == 422 and stored(session) == 0
    form = page.form("/notes/add")
    assert form.texts["text"].strip() == long and form.hidden["quote"] == QUOTE
    assert "5000" in page.text and "5001" in page.text
    assert visitor.send(form, text=long[:-1]).status_code == 303
    assert stored(session) == 1


def test_a_long_quote_is_refused(visitor: Visitor, session: Session) -> None:
    page = write(visitor, "", quote="ә" * (LONGEST_QUOTE + 1), mark="1")
    assert page.status_code == 422 and "Қысқа үзінді таңдаңыз" in page.text and stored(session) == 0


def test_there_is_an_end_to_the_number_of_notes(
    visitor: Visitor, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service, "MOST_NOTES", 1)
    write(visitor, "бір")
    page = write(visitor, "екі")
    assert page.status_code == 422 and page.form("/notes/add").texts["text"].strip() == "екі"
    assert stored(session) == 1


def test_a_note_is_changed_and_taken_away(visitor: Visitor, session: Session) -> None:
    id_ = note_id(write(visitor))
    form = visitor.get(f"/notes/{id_}").form(f"/notes/{id_}/change")
    assert visitor.send(form, text="Басқа сөз").status_code == 303
    assert "Басқа сөз" in visitor.get("/notes").text
    refused = visitor.send(form, text="ә" * (LONGEST_TEXT + 1))
    assert refused.status_code == 422 and "ә" * (LONGEST_TEXT + 1) in refused.text
    assert visitor.send(form, text="").status_code == 422
    assert visitor.send(visitor.get(f"/notes/{id_}").form(f"/notes/{id_}/remove")).status_code == 303
    assert stored(session) == 0 and visitor.get(f"/notes/{id_}").status_code == 404


def test_the_note_of_another_does_not_exist(app: Flask, visitor: Visitor, session: Session) -> None:
    id_ = note_id(write(visitor, "Менің сырым"))
    other = Visitor(app)
    own = note_id(write(other, "Басқаның сөзі"))
    assert other.get(f"/notes/{id_}").status_code == 404
    for end in ("change", "remove"):
        form = other.get(f"/notes/{own}").form(f"/notes/{own}/{end}")
        form.action = f"/notes/{id_}/{end}"
        assert other.send(form, text="x").status_code == 404
    for path in ("/notes", PAGE, "/notes/notes.txt"):
        assert "Менің сырым" not in other.get(path).text
    assert Visitor(app).get(f"/notes/{id_}").status_code == 404
    assert session.get(Note, id_).text == "Менің сырым"


def test_notes_stand_only_on_pages_that_one_may_see(visitor: Visitor, session: Session) -> None:
    assert write(visitor, page="pretrial/no-such-page").status_code == 404
    assert write(visitor, page="").status_code == 404
    assert stored(session) == 0


def test_all_notes_stand_by_module_and_page_and_go_out_as_text(visitor: Visitor, session: Session) -> None:
    for path, text in ((PAGE, "екінші"), ("/course/pretrial/aims", "бірінші"), (PAGE, "үшінші")):
        write(visitor, text, path)
    write(visitor, "", quote=QUOTE)
    page = visitor.get("/notes")
    assert [page.text.index(w) for w in ("бірінші", "екінші", "үшінші")] == sorted(
        page.text.index(w) for w in ("бірінші", "екінші", "үшінші")
    )
    text = visitor.get("/notes/notes.txt")
    assert text.response.mimetype == "text/plain" and f"«{QUOTE}»" in text.text and "&" not in text.text
    session.execute(update(Note).where(Note.text == "үшінші").values(page="pretrial/left-out"))
    session.commit()
    assert "Бұл бет курста енді жоқ." in visitor.get("/notes").text


def test_people_s_words_are_escaped(visitor: Visitor) -> None:
    write(visitor, "<script>alert(1)</script>", quote='"><img src=x>')
    for path in (PAGE, "/notes"):
        page = visitor.get(path).text
        assert "<script>alert" not in page and "<img src=x" not in page


def test_a_bookmark_is_put_and_taken_off_and_twice_is_as_once(visitor: Visitor, session: Session) -> None:
    put = visitor.get(PAGE).form("/notes/bookmark")
    assert put.hidden["wanted"] == "1"
    visitor.send(put)
    visitor.send(put)
    assert session.scalar(select(func.count()).select_from(Bookmark)) == 1
    assert f'href="{PAGE}"' in visitor.get("/notes").text
    off = visitor.get(PAGE).form("/notes/bookmark")
    assert off.hidden["wanted"] == "0"
    visitor.send(off)
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Bookmark)) == 0


def test_reading_alone_stores_nothing(visitor: Visitor, session: Session) -> None:
    for path in (PAGE, "/notes", "/course", "/course/pretrial"):
        assert visitor.get(path).status_code == 200
    assert "tarmaq_learner" not in visitor.cookies()
    assert session.scalar(select(func.count()).select_from(Learner)) == 0


def test_notes_go_with_the_learner_who_signs_in(session: Session) -> None:
    made = [Learner(id="one"), Learner(id="two")]
    session.add_all(made)
    session.commit()
    for owner in ("one", "two"):
        for text in ("ортақ", owner):
            service.keep(session, lambda _s, owner=owner: owner, Draft(NAME, text, token="t"))
        service.mark(session, lambda _s, owner=owner: owner, NAME, True)
    service.move(session, "one", "two")
    session.commit()
    assert sorted(note.text for note in service.notes_of(session, "two")) == ["one", "two", "ортақ"]
    assert service.bookmarks_of(session, "two") == [NAME] and service.notes_of(session, "one") == []
    given = service.give_out(session, "two")
    assert len(given) == 4 and {row["kind"] for row in given} == {"note", "bookmark"}


def test_what_is_given_to_the_person_holds_the_notes(visitor: Visitor) -> None:
    write(visitor, "Есімде тұрсын")
    assert "Есімде тұрсын" in visitor.get("/account/mine.json").response.get_json()["course"][0]["text"]


def test_the_notes_are_kept_nowhere_on_the_way(visitor: Visitor) -> None:
    assert visitor.get("/notes").headers["Cache-Control"] == "no-store"


def test_a_limit_of_a_note_is_told_before_it_is_cut() -> None:
    template = (Path(__file__).parents[2] / "templates/course/notes/parts.html").read_text("utf-8")
    assert "maxlength" not in template
