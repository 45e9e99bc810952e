"""The stage of a partnership, as a chip."""

from typing import Final

from relationdesk.domain.terms import term
from relationdesk.domain.vocabulary import Stage
from relationdesk.ui.theme.tokens import Tone
from relationdesk.ui.widgets.chip import ChipText

_TONES: Final = {
    Stage.AGREED: Tone.OK,
    Stage.PRODUCT_OUT: Tone.INFO,
    Stage.PUBLISHED: Tone.INFO,
    Stage.THANKED: Tone.OK,
    Stage.CLOSED: Tone.OK,
    Stage.DECLINED: Tone.WARN,
    Stage.ABANDONED: Tone.WARN,
}


def stage_chip(stage: Stage) -> ChipText:
    """A stage in its word and tone."""
    return ChipText(term(stage), _TONES.get(stage, Tone.NEUTRAL))
