"""From typed words to an exit code: 0 for done, 1 for a failure with one clear line, 2 for a wrong use."""

from argparse import Namespace
from collections.abc import Callable
from contextlib import AbstractContextManager

from relationdesk.cli.arguments import changes_desk, needs_desk_alone
from relationdesk.cli.errands import Errand
from relationdesk.cli.sentences import sentence
from relationdesk.domain.clock import Clock
from relationdesk.domain.errors import ExpectedError
from relationdesk.language.words import _, current_language
from relationdesk.work.desks import Desk
from relationdesk.work.desks.errands import have_carried_out, tries
from relationdesk.work.desks.errors import BrokenDeskError
from relationdesk.work.desks.machine import BusyDeskError, Event, Log, Machine, note_opening
from relationdesk.work.desks.passphrase_file import passphrase_in

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
            return _write_sample(words, machine, clock, say)
        if words.verb == "restore":
            return _restore(words, machine, clock, say)
        return _on_the_desk(words, machine, clock, log, say, complain)
    except ExpectedError as error:
        log.refused(error)
        complain(sentence(error))
        return FAILED


def _write_sample(words: Namespace, machine: Machine, clock: Clock, say: Print) -> int:
    from relationdesk.work.sample.making import make_sample_desk  # noqa: PLC0415 - heavy, and only wanted here

    make_sample_desk(machine.files(words.file), clock, words.people).close()
    say(_("A sample desk was written to {file}. It holds invented people only.").format(file=words.file.name))
    return DONE


def _restore(words: Namespace, machine: Machine, clock: Clock, say: Print) -> int:
    from relationdesk.cli.backup_verbs import restore  # noqa: PLC0415 - heavy, and only wanted here

    restore(words, machine, clock, passphrase_in(words.passphrase_file), say)
    return DONE


def _on_the_desk(  # noqa: PLR0917
    words: Namespace, machine: Machine, clock: Clock, log: Log, say: Print, complain: Print
) -> int:
    from relationdesk.cli import checking, verbs  # noqa: PLC0415 - not before the words are known to be right

    files = machine.files(words.desk)
    words.desk = files.desk
    errand = Errand(words, passphrase_in(words.passphrase_file), current_language())
    alone = needs_desk_alone(words)
    for _try in tries(files):
        try:
            with desk_of(errand, machine, clock, say, alone=alone) as desk:
                note_opening(log, desk)
                verbs.run(words, desk, say)
        except BrokenDeskError as error:
            if words.verb != "check":
                raise
            checking.check_broken(words, error, clock, say)
            return DONE
        except BusyDeskError:
            code = have_carried_out(files, errand.written(), say, complain)
            if code is not None:
                return code
        else:
            return DONE
    raise BusyDeskError(files.desk)


def desk_of(
    errand: Errand, machine: Machine, clock: Clock, say: Print, *, alone: bool
) -> AbstractContextManager[Desk]:
    """The desk of an errand, opened for it; one that it changes is made when there is none.

    Args:
        errand: what names and opens the desk.
        machine: where it is.
        clock: the desk's clock.
        say: takes the recovery code of a new one.
        alone: keep other processes from changing it meanwhile.
    """
    from relationdesk.work.desks.access import opened  # noqa: PLC0415 - see above

    makes = changes_desk(errand.words)
    return opened(
        machine.files(errand.words.desk),
        clock,
        machine.keychain,
        passphrase=errand.passphrase,
        alone=alone,
        made=(lambda code: say(_new_desk_line(code))) if makes else None,
    )


def _new_desk_line(recovery_code: str) -> str:
    return _(
        "A new desk was made. Its recovery code, shown this once, opens it when the passphrase is lost: "
        "{code}"
    ).format(code=recovery_code)
