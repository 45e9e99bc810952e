"""Making a bundle of a desk that may be open and worked on meanwhile."""

from dataclasses import replace
from pathlib import Path

from relationdesk.desk.backups.errors import UnwritableBackupError
from relationdesk.desk.backups.making import copy_desk
from relationdesk.desk.backups.steps import Stages
from relationdesk.desk.bundles.errors import BadBundleError, Flaw
from relationdesk.desk.bundles.form import BundleHead, prove_bundle, write_bundle
from relationdesk.desk.bundles.lineage import kept_state, kept_states, let_go
from relationdesk.desk.checking import Step, go_on
from relationdesk.desk.files import DeskFiles, full_or
from relationdesk.desk.key import DeskKey

_COPYING, _WRITING, _READING = 6, 2, 1


def pack(files: DeskFiles, key: DeskKey, path: Path, head: BundleHead, step: Step = go_on) -> BundleHead:
    """Write a whole desk into a bundle, and prove that it is there; returns what it says of itself.

    The state that it carries is kept beside the desk. `head` tells number and moment, the rest is filled in.
    The desk has to know the number already.

    Raises:
        DamagedVaultError, WrongKeyError, DamagedDeskError, BackupFailedError: no good copy could be made.
        UnwritableBackupError: the folder beside the desk cannot be written.
        FullDiskError: there is no room there.
        OSError: the bundle could not be written; what was there before is unharmed.
    """
    stages = Stages(step, _COPYING + _WRITING + _READING)
    place = kept_state(files, head.number)
    with full_or(lambda: UnwritableBackupError(place.desk.parent)):
        kept_states(files).mkdir(mode=0o700, exist_ok=True)
        held = copy_desk(files, key, place, stages.within(_COPYING))
    try:
        whole = replace(head, people=held["person"])
        write_bundle(path, whole, place, stages.within(_WRITING))
        if prove_bundle(path, stages.within(_READING)) != whole:
            raise BadBundleError(path, Flaw.DAMAGED)
    except BaseException:
        place.desk.unlink(missing_ok=True)
        raise
    finally:
        let_go(files)
    return whole
