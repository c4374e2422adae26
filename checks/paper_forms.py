"""A form to fill in: the annex of an order, or an exercise that asks for the contents a provision names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from checks.task import Frozen, Id, Text
from rules import acts

FieldKind = Literal["text", "day", "person", "body", "number", "citation", "choice", "long"]
ANSWERED_FIRST = "usable"


class FormOption(Frozen):
    """One of the answers of a field of choice."""

    id: str = Id
    text: Text


class FormField(Frozen):
    """One blank of the paper: our short label, and the provision that names it where that is not the form's own."""

    id: str = Id
    label: Text
    kind: FieldKind
    required: bool = False
    part: str = ""
    provision: str = ""
    hint: Text = ""
    options: tuple[FormOption, ...] = ()


class FormPart(Frozen):
    """A part of the paper with a heading of its own, such as a notice to tear off."""

    id: str = Id
    title: Text


class FormEditions(Frozen):
    """From which edition of the act the form stands so, and which one struck it out.

    `began` says that it came with `since`; without it the text before is not known, and such a day is refused.
    """

    since: str
    until: str = ""
    began: bool = False


class PaperForm(Frozen):
    """A form. Official ones stand in an annex; an exercise is headed as one, and each field names its provision."""

    id: str = Id
    title: Text
    official: bool
    act: str = ""
    annex: int = Field(default=0, ge=0, le=99)
    provision: str = ""
    editions: FormEditions | None = None
    head: tuple[Text, ...] = ()
    parts: tuple[FormPart, ...] = ()
    fields: tuple[FormField, ...] = ()
    note: Text = ""

    @model_validator(mode="after")
    def _is_whole(self) -> PaperForm:
        if self.official and not (self.act and self.annex and self.provision and self.editions):
            raise ValueError("an official form names its act, annex, provision and editions")
        if not self.official and (self.annex or self.editions):
            raise ValueError("an exercise stands in no annex and has no editions")
        ids = [field.id for field in self.fields]
        if doubled := {id_ for id_ in ids if ids.count(id_) > 1 or id_ == ANSWERED_FIRST}:
            raise ValueError(f"fields {sorted(doubled)} stand twice, or are called {ANSWERED_FIRST!r}")
        return self

    def field(self, id_: str) -> FormField:
        """The field of that id; `KeyError` where there is none."""
        for field in self.fields:
            if field.id == id_:
                return field
        raise KeyError(id_)


def usable(form: PaperForm, day: date) -> bool:
    """Whether the form may be used on the day.

    `WordingNotHeld` or `FirstDayUnknown` where that is not known; `ValueError` for an exercise, which has no editions.
    """
    if form.editions is None:
        raise ValueError(f"{form.id} is an exercise and has no editions")
    own = (form.editions.since, form.editions.until)
    editions = tuple(edition for edition in acts.acts()[form.act].editions if edition.id in own)
    try:
        return acts.pick(form.act, day, editions).id == form.editions.since
    except acts.WordingNotHeld:
        if form.editions.began:
            return False
        raise


def faults(form: PaperForm) -> Iterator[tuple[str, str]]:
    """What speaks against the form, as (place, words): places of the law that are not held, fields without a ground."""
    held = acts.provisions()
    if form.editions:
        yield from _edition_faults(form, form.editions)
    if form.provision and (form.provision not in held or (form.act and held[form.provision].act != form.act)):
        yield "provision", f"{form.provision} is not held, or not of {form.act}"
    if not form.fields and not (form.editions and form.editions.until):
        yield "fields", "there are none"
    parts = {part.id for part in form.parts}
    for field in form.fields:
        yield from ((f"fields.{field.id}", says) for says in _field_faults(form, field, parts))


def _edition_faults(form: PaperForm, editions: FormEditions) -> Iterator[tuple[str, str]]:
    known = [edition.id for edition in acts.acts()[form.act].editions] if form.act in acts.acts() else []
    for name, id_ in (("since", editions.since), ("until", editions.until)):
        if id_ and id_ not in known:
            yield f"editions.{name}", f"{form.act} has no edition {id_!r}"


def _field_faults(form: PaperForm, field: FormField, parts: set[str]) -> Iterator[str]:
    if field.provision and field.provision not in acts.provisions():
        yield f"{field.provision} is not held"
    if not (form.official or field.provision):
        yield "a field of an exercise names the provision that asks for it"
    if (field.kind == "choice") != bool(field.options):
        yield "options belong to a field of choice, and to no other"
    if (field.part or parts) and field.part not in parts:
        yield f"there is no part {field.part!r}"
