"""What is said of a part of a filter that was left out."""

from relationdesk.domain.filters.clauses import Mistake, Wrong
from relationdesk.domain.filters.operators import AnyOperator, Operator, OwnOperator, operator_name
from relationdesk.domain.filters.values import closed_values
from relationdesk.domain.vocabulary import OwnKind
from relationdesk.language.words import _, current_language


def told_mistake(mistake: Mistake) -> str:
    """A sentence that says what was not understood and what would be."""
    name = operator_name(mistake.operator, current_language()) if mistake.operator is not None else ""
    sentence = _own_sentence(mistake) or _sentence(mistake.why)
    return sentence.format(name=name, typed=mistake.typed[:40], examples=_examples(mistake.operator))


def _sentence(why: Wrong) -> str:
    return {
        Wrong.OPERATOR: _("There is no filter “{typed}:”, so it was left out."),
        Wrong.FIELD: _("You have no field “{typed}” of your own, so it was left out."),
        Wrong.VALUE: _("“{name}:” does not know “{typed}”, so it was left out. It knows {examples}."),
        Wrong.EMPTY: _("“{name}:” waits for a value, such as {examples}."),
        Wrong.SEVERAL: _("“{typed}” could mean several things. Write more of it: {examples}."),
        Wrong.TRASH: _("What is in the trash is shown in the place Trash alone."),
        Wrong.TOO_MANY: _("A filter takes twelve conditions, so “{typed}” was left out."),
    }[why]


def _own_sentence(mistake: Mistake) -> str:
    """What is said of a value that is not what a field of the user's is for; empty for anything else."""
    if not isinstance(mistake.operator, OwnOperator) or mistake.why is not Wrong.VALUE:
        return ""
    return {
        OwnKind.TEXT: "",
        OwnKind.NUMBER: _("“{name}:” compares numbers, so “{typed}” was left out. Write {examples}."),
        OwnKind.DAY: _("“{name}:” compares days, so “{typed}” was left out. Write {examples}."),
        OwnKind.YES_NO: _("“{name}:” is yes or no, so “{typed}” was left out. Write {examples}."),
    }[mistake.operator.kind]


def _own_examples(kind: OwnKind) -> str:
    return {
        OwnKind.TEXT: _("a word or “several words”"),
        OwnKind.NUMBER: _("39, >38 or <=40.5"),
        OwnKind.DAY: _("2026-12-31, >2026-06-30 or <=2026-06-30"),
        OwnKind.YES_NO: _("yes or no"),
    }[kind]


def _examples(operator: AnyOperator | None) -> str:
    if operator is None:
        return ""
    if isinstance(operator, OwnOperator):
        return _own_examples(operator.kind)
    if operator is Operator.LAST:
        return _(">90d, <2w, >6m, >1y, never")
    known = list(closed_values(operator, current_language()).values())
    if operator is Operator.DUE:
        known.append("2026-12-31")
    return ", ".join(known) or _("a word or “several words”")
