"""The words of the closed lists that a filter knows, in both languages."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Final

from relationdesk.domain.filters.clauses import Due, Has, Is, Never, Owes
from relationdesk.domain.filters.operators import Operator
from relationdesk.domain.folding import fold
from relationdesk.domain.vocabulary import InteractionKind, PersonKind, Stage
from relationdesk.language.words import Language

Names = tuple[str, ...]
"""The English name, the French one, and others that are understood as well."""

_VALUES: Final[Mapping[Operator, Mapping[StrEnum, Names]]] = {
    Operator.KIND: {
        PersonKind.INFLUENCER: ("influencer", "influence", "influenceur", "influenceuse"),
        PersonKind.JOURNALIST: ("journalist", "journaliste"),
        PersonKind.BLOGGER: ("blogger", "blog", "blogueur", "blogueuse"),
        PersonKind.PODCASTER: ("podcaster", "podcast", "podcasteur", "podcasteuse"),
        PersonKind.AGENT: ("agent", "agent", "agente"),
        PersonKind.CLIENT_CONTACT: ("client-contact", "contact-client"),
        PersonKind.OTHER: ("other", "autre"),
        InteractionKind.MEETING: ("meeting", "rencontre", "rendez-vous"),
        InteractionKind.CALL: ("call", "appel"),
        InteractionKind.EMAIL: ("email", "e-mail", "courriel", "mail"),
        InteractionKind.DIRECT_MESSAGE: ("direct-message", "message-privé", "dm", "message"),
        InteractionKind.EVENT: ("event", "événement"),
        InteractionKind.PARCEL: ("parcel", "colis"),
        InteractionKind.PUBLICATION: ("publication", "publication"),
        InteractionKind.NOTE: ("note", "note"),
    },
    Operator.LAST: {Never.NEVER: ("never", "jamais")},
    Operator.DUE: {
        Due.TODAY: ("today", "aujourd'hui"),
        Due.TOMORROW: ("tomorrow", "demain"),
        Due.WEEK: ("week", "semaine"),
        Due.LATE: ("late", "retard", "overdue"),
        Due.NONE: ("none", "aucun", "rien", "nothing"),
    },
    Operator.OWES: {Owes.ME: ("me", "moi"), Owes.THEM: ("them", "eux", "leur", "elles")},
    Operator.STAGE: {
        Stage.IDEA: ("idea", "idée"),
        Stage.PROPOSED: ("proposed", "proposé"),
        Stage.TALKING: ("talking", "discussion", "en-discussion"),
        Stage.AGREED: ("agreed", "conclu"),
        Stage.PRODUCT_OUT: ("product-out", "produit-envoyé"),
        Stage.PUBLISHED: ("published", "publié"),
        Stage.THANKED: ("thanked", "remercié"),
        Stage.CLOSED: ("closed", "clos"),
        Stage.DECLINED: ("declined", "refusé"),
        Stage.ABANDONED: ("abandoned", "abandonné"),
    },
    Operator.HAS: {
        Has.PICTURE: ("picture", "image", "photo"),
        Has.NOTE: ("note", "note"),
        Has.EMAIL: ("email", "e-mail", "courriel", "mail"),
        Has.PHONE: ("phone", "téléphone"),
        Has.LINK: ("link", "lien"),
        Has.ADDRESS: ("address", "adresse"),
        Has.HANDLE: ("handle", "compte", "account"),
        Has.BIRTHDAY: ("birthday", "anniversaire"),
        Has.TOPIC: ("topic", "sujet"),
        Has.TAG: ("tag", "étiquette"),
        Has.ORGANISATION: ("organisation", "organisation", "organization", "company", "entreprise"),
        Has.PREFERENCE: ("preference", "préférence"),
        Has.FACT: ("fact", "fait"),
        Has.RELATION: ("relation", "relation"),
        Has.FILE: ("file", "fichier", "attachment", "pièce-jointe"),
        Has.FOLLOW_UP: ("followup", "relance"),
        Has.PROMISE: ("promise", "promesse"),
        Has.PARTNERSHIP: ("partnership", "partenariat"),
        Has.RHYTHM: ("rhythm", "rythme", "cadence"),
    },
    Operator.IS: {
        Is.ARCHIVED: ("archived", "archivé"),
        Is.WARM: ("warm", "vivant"),
        Is.DISTANT: ("distant", "éloigné"),
        Is.DO_NOT_CONTACT: ("dnc", "ne-pas-contacter", "do-not-contact"),
    },
}
_YES_NO: Final = {
    Language.ENGLISH: {"yes": "yes", "no": "no"},
    Language.FRENCH: {"yes": "oui", "no": "non"},
}
_TRASHED: Final = frozenset({"trashed", "trash", "deleted", "corbeille", "supprime"})


def closed_values(operator: Operator, language: Language) -> dict[StrEnum, str]:
    """The values that an operator knows and what they are called; empty where the user names them."""
    place = 1 if language is Language.FRENCH else 0
    return {value: names[place] for value, names in _VALUES.get(operator, {}).items()}


def yes_no_words(language: Language) -> dict[str, str]:
    """How yes and no, as `domain.own_values` keeps them, are typed."""
    return _YES_NO[language]


def values_begun(operator: Operator, typed: str) -> list[StrEnum]:
    """The values whose name in either language is `typed`, or else those that it begins."""
    wanted = _plain(typed)
    if not wanted:
        return []
    named = _plain_names(operator)
    if wanted in named:
        return [named[wanted]]
    return list(dict.fromkeys(value for name, value in named.items() if name.startswith(wanted)))


def means_trash(typed: str) -> bool:
    """Whether a value of `is:` means the trash, which a filter never shows."""
    return _plain(typed) in _TRASHED


@cache
def _plain_names(operator: Operator) -> dict[str, StrEnum]:
    return {_plain(name): value for value, names in _VALUES.get(operator, {}).items() for name in names}


def _plain(text: str) -> str:
    return "".join(sign for sign in fold(text) if sign.isalnum())
