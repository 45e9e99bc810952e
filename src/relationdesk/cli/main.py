"""From typed words to an exit code: 0 for done, 1 for a failure with one clear line, 2 for a wrong use."""

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from relationdesk.cli.errors import UnreadablePassphraseError
from relationdesk.cli.sentences import sentence
from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _
from relationdesk.work.desks.machine import Event, Log, Machine

DONE, FAILED = 0, 1
Print = Callable[[str], None]


def run(words: Namespace, machine: Machine, clock: Clock, log: Log, *, say: Print, complain: Print) -> int:
    """Carry out the verb in `words`; what is asked for goes to `say`, a failure's line to `complain`."""
    log.note(Event.COMMAND_BEGAN)
    with machine.complaints_kept(log):
        code = _carried_out(words, machine, clock, log, say, complain)
    log.note(Event.COMMAND_ENDED, code=code)
    return code


def _carried_out(  # noqa: PLR0917
    words: Namespace, machine: Machine, clock: Clock, log: Log, say: Print, complain: Print
) -> int:
    try:
        if words.verb == "demo":
            _write_sample(words, machine, clock, say)
        elif words.verb == "restore":
            _restore(words, machine, clock, say)
        else:
            _on_the_desk(words, machine, clock, say)
    except ExpectedError as error:
        log.refused(error)
        complain(sentence(error))
        return FAILED
    return DONE


def passphrase_in(path: Path | None) -> str:
    """The first line of a passphrase file; empty when none was named.

    Raises:
        UnreadablePassphraseError: it cannot be read, or its first line is empty.
    """
    if path is None:
        return ""
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadablePassphraseError(path) from error
    if not lines or not lines[0]:
        raise UnreadablePassphraseError(path)
    return lines[0]


def _write_sample(words: Namespace, machine: Machine, clock: Clock, say: Print) -> None:
    from relationdesk.work.sample.making import make_sample_desk  # noqa: PLC0415 - heavy, and only wanted here

    make_sample_desk(machine.files(words.file), clock, words.people).close()
    say(_("A sample desk was written to {file}. It holds invented people only.").format(file=words.file.name))


def _restore(words: Namespace, machine: Machine, clock: Clock, say: Print) -> None:
    from relationdesk.cli.backup_verbs import restore  # noqa: PLC0415 - heavy, and only wanted here

    restore(words, machine, clock, passphrase_in(words.passphrase_file), say)


def _on_the_desk(words: Namespace, machine: Machine, clock: Clock, say: Print) -> None:
    from relationdesk.cli import verbs  # noqa: PLC0415 - not before the words are known to be right
    from relationdesk.work.desks.access import opened  # noqa: PLC0415 - see above

    passphrase = passphrase_in(words.passphrase_file)
    alone = verbs.changes_desk(words)
    with opened(
        machine.files(words.desk),
        clock,
        machine.keychain,
        passphrase=passphrase,
        alone=alone,
        made=(lambda code: say(_new_desk_line(code))) if alone else None,
    ) as desk:
        verbs.run(words, desk, say)


def _new_desk_line(recovery_code: str) -> str:
    return _(
        "A new desk was made. Its recovery code, shown this once, opens it when the passphrase is lost: "
        "{code}"
    ).format(code=recovery_code)
