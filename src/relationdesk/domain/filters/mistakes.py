"""What is said of a part of a filter that was left out."""

from relationdesk.domain.filters.clauses import Mistake, Wrong
from relationdesk.domain.filters.operators import Operator, operator_name
from relationdesk.domain.filters.values import closed_values
from relationdesk.language.words import _, current_language


def told_mistake(mistake: Mistake) -> str:
    """A sentence that says what was not understood and what would be."""
    name = operator_name(mistake.operator, current_language()) if mistake.operator is not None else ""
    return _sentence(mistake.why).format(
        name=name, typed=mistake.typed[:40], examples=_examples(mistake.operator)
    )


def _sentence(why: Wrong) -> str:
    return {
        Wrong.OPERATOR: _("There is no filter “{typed}:”, so it was left out."),
        Wrong.VALUE: _("“{name}:” does not know “{typed}”, so it was left out. It knows {examples}."),
        Wrong.EMPTY: _("“{name}:” waits for a value, such as {examples}."),
        Wrong.SEVERAL: _("“{typed}” could mean several things. Write more of it: {examples}."),
        Wrong.TRASH: _("What is in the trash is shown in the place Trash alone."),
        Wrong.TOO_MANY: _("A filter takes twelve conditions, so “{typed}” was left out."),
    }[why]


def _examples(operator: Operator | None) -> str:
    if operator is None:
        return ""
    if operator is Operator.LAST:
        return _(">90d, <2w, >6m, >1y, never")
    known = list(closed_values(operator, current_language()).values())
    if operator is Operator.DUE:
        known.append("2026-12-31")
    return ", ".join(known) or _("a word or “several words”")
