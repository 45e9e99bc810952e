"""What the undo line calls each change."""

from enum import StrEnum


class Label(StrEnum):
    """The kind of change a user made, as undo and redo name it."""

    ADD_PERSON = "add_person"
    ADD_PEOPLE = "add_people"
    EDIT_PERSON = "edit_person"
    SHARE_CADENCE = "share_cadence"
    MOVE_TO_TRASH = "move_to_trash"
    PUT_BACK = "put_back"
    REMOVE_FOR_GOOD = "remove_for_good"
    LOG_INTERACTION = "log_interaction"
    SET_FOLLOW_UP = "set_follow_up"
    FINISH_FOLLOW_UP = "finish_follow_up"
    SNOOZE_FOLLOW_UP = "snooze_follow_up"
    SPREAD_FOLLOW_UPS = "spread_follow_ups"
    MOVE_FOLLOW_UP = "move_follow_up"
    DROP_FOLLOW_UP = "drop_follow_up"
    MAKE_PROMISE = "make_promise"
    KEEP_PROMISE = "keep_promise"
    RELEASE_PROMISE = "release_promise"
    NOTE_PREFERENCE = "note_preference"
    ADD_PARTNERSHIP = "add_partnership"
    MOVE_PARTNERSHIP = "move_partnership"
    IMPORT = "import"
    READ_ARCHIVE = "read_archive"
    MAKE_SAMPLE = "make_sample"
    EDIT_MY_DETAILS = "edit_my_details"
    TAKE_OVER = "take_over"
    BRING_BACK_PERSON = "bring_back_person"
