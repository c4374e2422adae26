"""Personal names in their cases: a table for the names of stories, the rules of endings for others."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kazakh.endings import CASES, Case, EndingFault, decline

_TABLE = Path(__file__).with_name("names.toml")


@cache
def known_names() -> Mapping[str, Mapping[str, str]]:
    """The table: name → case → form. A name that lacks a case is refused when the table is read."""
    table = tomllib.loads(_TABLE.read_text(encoding="utf-8"))
    for name, forms in table.items():
        if set(forms) != set(CASES) - {"nominative"}:
            raise EndingFault(f"{_TABLE.name}: {name!r} must have the cases {', '.join(CASES[1:])}")
    return MappingProxyType({name: MappingProxyType(forms) for name, forms in table.items()})


def decline_name(name: str, case: Case) -> str:
    """A name in a case: «А. Алексееваның»; from the table, else by rule on the last part of the name."""
    if case == "nominative":
        return name
    forms = known_names().get(name)
    return forms[case] if forms and case in forms else decline(name, case)
