"""Erasing a person from the command line."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict

from relationdesk.domain.errors import NotFoundError
from relationdesk.domain.ids import PersonId
from relationdesk.language.words import _, plural
from relationdesk.work.backups.source import source_of
from relationdesk.work.desks import Desk
from relationdesk.work.erasing import commands, in_backups, queries
from relationdesk.work.erasing.in_backups import Rewritten
from relationdesk.work.erasing.queries import Belongings
from relationdesk.work.erasing.sentences import what_goes
from relationdesk.work.errors import sentence

Print = Callable[[str], None]


def erase(words: Namespace, desk: Desk, person: PersonId, say: Print) -> None:
    """Say what is kept about a person and, if that was asked for, erase it here and in the backups."""
    own = queries.belongings(desk.reader, person)
    if own is None:
        raise NotFoundError("person", person)
    source = source_of(desk)
    holding = in_backups.backups_with(source, desk.reader, person)
    rewritten = Rewritten(0, len(holding))
    if words.yes:
        commands.erase(desk, person)
        if not words.keep_backups:
            rewritten = in_backups.rewrite(source, holding, person)
    if words.json:
        say(json.dumps(_as_data(own, rewritten, is_erased=words.yes), ensure_ascii=False, indent=1))
        return
    if words.yes:
        say(_("{name} was erased.").format(name=own.name))
    else:
        told = _("{name} would be erased. Add --yes to do it; it cannot be undone.")
        say(told.format(name=own.name))
    for line in what_goes(own):
        say(line)
    for line in _about_others(own, rewritten):
        say(line)


def _about_others(own: Belongings, rewritten: Rewritten) -> list[str]:
    lines = []
    if own.shared:
        lines.append(
            plural(
                "{n} entry is about others too and stays with them.",
                "{n} entries are about others too and stay with them.",
                own.shared,
            )
        )
    if rewritten.done:
        lines.append(plural("{n} backup was rewritten.", "{n} backups were rewritten.", rewritten.done))
    if rewritten.left:
        held = plural("{n} backup still holds them.", "{n} backups still hold them.", rewritten.left)
        why = "" if rewritten.why is None else sentence(rewritten.why)
        lines.append(_("{held} {why}").format(held=held, why=why).strip())
    return lines


def _as_data(own: Belongings, rewritten: Rewritten, *, is_erased: bool) -> dict[str, object]:
    backups = {"backups_rewritten": rewritten.done, "backups_holding": rewritten.left}
    return {"erased": is_erased} | asdict(own) | backups
