"""Forms of accounts: what is typed, and the words of what is wrong with it."""

from __future__ import annotations

from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, PasswordField, StringField
from wtforms.validators import InputRequired, StopValidation, ValidationError

from accounts.checking import AccountFault

FAULTS = {
    "login_form": _l("Логин 3–60 таңбадан тұрады, арасында бос орын болмайды."),
    "login_taken": _l("Бұл логин бос емес: басқасын таңдаңыз."),
    "login_unknown": _l("Мұндай логин жоқ."),
    "name_form": _l("Атыңызды 1–100 таңбамен жазыңыз, ішінде кемінде бір әріп болсын."),
    "password_length": _l("Құпиясөз 10–200 таңбадан тұрады."),
    "password_simple": _l("Бұл құпиясөзді табу оңай: логинге ұқсамайтынын, таңбалары әртүрлісін таңдаңыз."),
    "password_wrong": _l("Құпиясөз қате."),
    "sign_in_wrong": _l("Логин немесе құпиясөз қате."),
    "code_wrong": _l("Логин немесе код қате, не кодтың мерзімі өткен."),
    "role_unknown": _l("Рөлді тізімнен таңдаңыз."),
    "role_own": _l("Өз рөліңізді өзгерте алмайсыз: мұны басқа әкімші жасайды."),
}
ROLES = {
    "learner": _l("білім алушы"), "instructor": _l("оқытушы"), "officer": _l("академия қызметкері"),
    "administrator": _l("әкімші"),
}  # fmt: skip
_EMPTY = _l("Бұл жолды толтырыңыз.")
_LONGEST = 10_000


class Needed(InputRequired):
    """The field was filled in; without an attribute of the browser, so that our own words are said."""

    field_flags: dict[str, Any] = {}

    def __init__(self) -> None:
        super().__init__(_EMPTY)


def readable(form: FlaskForm, field: Any) -> None:
    """Not longer than anybody types; what is longer is not sent back either."""
    if len(field.data or "") > _LONGEST:
        field.data = ""
        raise StopValidation(_l("Тым ұзын: қысқартып жазыңыз."))


def same(form: Any, field: Any) -> None:
    """Both times the same new password."""
    if field.data != form.password.data:
        raise ValidationError(_l("Екі жазылған құпиясөз бірдей емес."))


class SignUp(FlaskForm):
    """A new account."""

    name = StringField(validators=[readable, Needed()])
    login = StringField(validators=[readable, Needed()])
    password = PasswordField(validators=[readable, Needed()])
    again = PasswordField(validators=[readable, same])
    mine = BooleanField()


class SignIn(FlaskForm):
    """Login and password."""

    login = StringField(validators=[readable, Needed()])
    password = PasswordField(validators=[readable, Needed()])
    stay = BooleanField()
    mine = BooleanField()


class Reset(FlaskForm):
    """A new password by a one-time code."""

    login = StringField(validators=[readable, Needed()])
    code = StringField(validators=[readable, Needed()])
    password = PasswordField(validators=[readable, Needed()])
    again = PasswordField(validators=[readable, same])


class NewName(FlaskForm):
    """Another name."""

    name = StringField(validators=[readable, Needed()])


class NewPassword(FlaskForm):
    """Another password by the present one."""

    current = PasswordField(validators=[readable, Needed()])
    password = PasswordField(validators=[readable, Needed()])
    again = PasswordField(validators=[readable, same])


class Remove(FlaskForm):
    """The end of an account, by its password."""

    current = PasswordField(validators=[readable, Needed()])


class NewRole(FlaskForm):
    """Another role of somebody."""

    role = StringField(validators=[Needed()])


def blame(form: FlaskForm, fault: AccountFault) -> None:
    """Put the words of a fault at its field."""
    field = form[fault.field]
    field.errors = [*field.errors, FAULTS[fault.key]]
