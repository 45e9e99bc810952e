"""The words a user sees for the words of the vocabulary, in the current language."""

from enum import StrEnum
from functools import cache

from relationdesk.domain.labels import Label
from relationdesk.domain.vocabulary import (
    Action,
    Audience,
    ContactKind,
    Direction,
    FollowUpState,
    FormOfAddress,
    InteractionKind,
    LawfulBasis,
    OrganisationKind,
    OwnKind,
    PersonKind,
    Polarity,
    PreferenceCategory,
    PromiseSide,
    PromiseState,
    RelationKind,
    RepeatAnchor,
    Reward,
    RewardKind,
    RoleKind,
    Source,
    Stage,
    Tone,
)
from relationdesk.language.words import Language, _, current_language, in_context, speaking


def term(word: StrEnum) -> str:
    """The user's word for a word of the vocabulary."""
    return _terms_in(current_language())[word.__class__][word]


def relation_term(kind: RelationKind, *, outgoing: bool) -> str:
    """What a relation is called, read from the person whose screen it stands on."""
    return term(kind) if outgoing else _incoming()[kind]


@cache
def _terms_in(language: Language) -> dict[type[StrEnum], dict[StrEnum, str]]:
    """Every word once for each language: lists ask for a word in every row."""
    with speaking(language):
        return _terms()


def _terms() -> dict[type[StrEnum], dict[StrEnum, str]]:
    return {
        PersonKind: {
            PersonKind.INFLUENCER: _("influencer"),
            PersonKind.JOURNALIST: _("journalist"),
            PersonKind.BLOGGER: _("blogger"),
            PersonKind.PODCASTER: _("podcaster"),
            PersonKind.AGENT: _("agent"),
            PersonKind.CLIENT_CONTACT: _("client contact"),
            PersonKind.OTHER: in_context("person", "other"),
        },
        OrganisationKind: {
            OrganisationKind.CLIENT: _("client"),
            OrganisationKind.BRAND: _("brand"),
            OrganisationKind.AGENCY: _("agency"),
            OrganisationKind.MEDIUM: _("medium"),
            OrganisationKind.OTHER: in_context("organisation", "other"),
        },
        RoleKind: {
            RoleKind.WORKS_FOR: _("works for"),
            RoleKind.REPRESENTED_BY: _("represented by"),
        },
        FormOfAddress: {FormOfAddress.TU: "tu", FormOfAddress.VOUS: "vous"},
        ContactKind: {
            ContactKind.EMAIL: in_context("contact", "e-mail"),
            ContactKind.PHONE: _("phone"),
            ContactKind.LINK: _("link"),
            ContactKind.MESSENGER: _("messenger"),
        },
        Audience: {Audience.ONLY_ME: _("only me"), Audience.SHARED: _("may be shared")},
        Polarity: {
            Polarity.LOVES: _("loves"),
            Polarity.LIKES: _("likes"),
            Polarity.AVOIDS: _("avoids"),
            Polarity.REFUSES: _("refuses"),
        },
        PreferenceCategory: {
            PreferenceCategory.TOPIC: _("topic"),
            PreferenceCategory.FORMAT: in_context("preference", "format"),
            PreferenceCategory.PRODUCT: _("product"),
            PreferenceCategory.REWARD: _("reward"),
            PreferenceCategory.CHANNEL: _("channel"),
            PreferenceCategory.TIME: in_context("preference", "time"),
            PreferenceCategory.TONE: in_context("preference", "tone"),
        },
        Source: {
            Source.THEY_SAID: _("they said so"),
            Source.I_SAW: _("I saw it"),
            Source.I_GUESS: _("I guess"),
            Source.IMPORTED: _("from an import"),
        },
        RelationKind: {
            RelationKind.KNOWS: _("knows"),
            RelationKind.MANAGES: _("manages"),
            RelationKind.INTRODUCED: _("introduced"),
            RelationKind.FAMILY_OF: _("family"),
            RelationKind.FRIEND_OF: _("friend"),
            RelationKind.WORKS_WITH: _("works with"),
            RelationKind.AGENT_OF: _("is the agent of"),
        },
        LawfulBasis: {
            LawfulBasis.CONSENT: _("consent"),
            LawfulBasis.CONTRACT: _("contract"),
            LawfulBasis.LEGITIMATE_INTEREST: _("legitimate interest"),
            LawfulBasis.LEGAL_OBLIGATION: _("legal obligation"),
        },
        OwnKind: {
            OwnKind.TEXT: in_context("own field", "text"),
            OwnKind.NUMBER: in_context("own field", "number"),
            OwnKind.DAY: in_context("own field", "day"),
            OwnKind.YES_NO: _("yes or no"),
        },
        InteractionKind: {
            InteractionKind.MEETING: _("meeting"),
            InteractionKind.CALL: in_context("interaction", "call"),
            InteractionKind.EMAIL: in_context("interaction", "e-mail"),
            InteractionKind.DIRECT_MESSAGE: _("direct message"),
            InteractionKind.EVENT: _("event"),
            InteractionKind.PARCEL: _("parcel"),
            InteractionKind.PUBLICATION: _("publication"),
            InteractionKind.NOTE: in_context("interaction", "note"),
        },
        Direction: {
            Direction.I_REACHED_OUT: _("I reached out"),
            Direction.THEY_REACHED_OUT: _("they reached out"),
            Direction.BOTH: _("both"),
        },
        Tone: {
            Tone.ASKED: _("I asked"),
            Tone.GAVE: _("I gave"),
            Tone.NEITHER: _("neither"),
        },
        Action: {
            Action.WRITE: in_context("action", "write"),
            Action.CALL: in_context("action", "call"),
            Action.MEET: in_context("action", "meet"),
            Action.SEND: in_context("action", "send"),
            Action.THANK: in_context("action", "thank"),
            Action.OTHER: in_context("action", "other"),
        },
        FollowUpState: {
            FollowUpState.OPEN: in_context("follow-up", "open"),
            FollowUpState.DONE: in_context("follow-up", "done"),
            FollowUpState.DROPPED: in_context("follow-up", "dropped"),
        },
        RepeatAnchor: {
            RepeatAnchor.PLAN: _("from the plan"),
            RepeatAnchor.DONE: _("from the day it was done"),
        },
        PromiseSide: {PromiseSide.I_OWE: _("I owe"), PromiseSide.THEY_OWE: _("they owe")},
        PromiseState: {
            PromiseState.OPEN: in_context("promise", "open"),
            PromiseState.KEPT: in_context("promise", "kept"),
            PromiseState.RELEASED: in_context("promise", "released"),
        },
        Stage: {
            Stage.IDEA: _("idea"),
            Stage.PROPOSED: _("proposed"),
            Stage.TALKING: _("talking"),
            Stage.AGREED: _("agreed"),
            Stage.PRODUCT_OUT: _("product out"),
            Stage.PUBLISHED: _("published"),
            Stage.THANKED: _("thanked"),
            Stage.CLOSED: _("closed"),
            Stage.DECLINED: _("declined"),
            Stage.ABANDONED: _("abandoned"),
        },
        RewardKind: {
            RewardKind.GIFT: _("gift"),
            RewardKind.LOAN: _("loan"),
            RewardKind.PAID: _("paid"),
            RewardKind.AFFILIATE: _("affiliate"),
            RewardKind.INVITATION: _("invitation"),
            RewardKind.PRODUCT_AND_FEE: _("product and fee"),
        },
        Reward: {
            Reward.GIFT: _("gift"),
            Reward.LOAN: _("loan"),
            Reward.PAID: _("paid"),
            Reward.AFFILIATE: _("affiliate"),
            Reward.INVITATION: _("invitation"),
            Reward.EXCLUSIVITY: _("exclusivity"),
        },
        Label: _labels(),
    }


def _labels() -> dict[StrEnum, str]:
    return {
        Label.ADD_PERSON: _("New person"),
        Label.ADD_PEOPLE: _("New people"),
        Label.EDIT_PERSON: _("Edit to a person"),
        Label.NAME_PERSON: _("Name of a person"),
        Label.SET_ADDRESSING: _("How to address a person"),
        Label.SET_PLACE: _("Where a person lives"),
        Label.SET_KINDS: _("What a person is"),
        Label.SET_LANGUAGES: _("Languages of a person"),
        Label.SET_TOPICS: _("Topics of a person"),
        Label.SHARE_CADENCE: _("How often, by tag or topic"),
        Label.ARCHIVE: _("Put into the archive"),
        Label.UNARCHIVE: _("Brought back from the archive"),
        Label.TAG_PEOPLE: _("Tag given"),
        Label.UNTAG_PEOPLE: _("Tag taken away"),
        Label.SAVE_VIEW: _("View saved"),
        Label.EDIT_VIEWS: _("Change to the views"),
        Label.MOVE_TO_TRASH: _("Moved to the trash"),
        Label.PUT_BACK: _("Put back from the trash"),
        Label.REMOVE_FOR_GOOD: _("Removed for good"),
        Label.ERASE_PERSON: _("Erased"),
        Label.MERGE_PEOPLE: _("Merged"),
        Label.TAKE_APART: _("Taken apart"),
        Label.NOT_THE_SAME: _("Not the same person"),
        Label.LOG_INTERACTION: _("Note"),
        Label.CORRECT_INTERACTION: _("Correction in the history"),
        Label.EDIT_INTERACTION: _("Change in the history"),
        Label.REMOVE_INTERACTION: _("Entry removed from the history"),
        Label.SET_FOLLOW_UP: _("Follow-up set"),
        Label.FINISH_FOLLOW_UP: _("Follow-up done"),
        Label.SNOOZE_FOLLOW_UP: _("Follow-up snoozed"),
        Label.SPREAD_FOLLOW_UPS: _("Follow-ups spread"),
        Label.MOVE_FOLLOW_UP: _("Follow-up moved"),
        Label.DROP_FOLLOW_UP: _("Follow-up dropped"),
        Label.MAKE_PROMISE: _("Promise noted"),
        Label.EDIT_PROMISE: _("Promise changed"),
        Label.KEEP_PROMISE: _("Promise kept"),
        Label.RELEASE_PROMISE: _("Promise released"),
        Label.NOTE_PREFERENCE: _("Something to remember"),
        Label.ADD_HANDLE: _("New account"),
        Label.CHANGE_HANDLE: _("Change to an account"),
        Label.ORDER_HANDLES: _("Order of accounts"),
        Label.REMOVE_HANDLE: _("Account removed"),
        Label.ADD_READING: _("New number of followers"),
        Label.CHANGE_READING: _("Change to a number of followers"),
        Label.REMOVE_READING: _("Number of followers removed"),
        Label.ADD_CONTACT: _("New way to reach somebody"),
        Label.CHANGE_CONTACT: _("Change to a way to reach somebody"),
        Label.PREFER_CONTACT: _("Preferred way to reach somebody"),
        Label.ORDER_CONTACTS: _("Order of the ways to reach somebody"),
        Label.REMOVE_CONTACT: _("Way to reach somebody removed"),
        Label.ATTACH_FILE: _("New file"),
        Label.CHANGE_FILE: _("Change to a file"),
        Label.REMOVE_FILE: _("Removal of a file"),
        Label.ADD_ADDRESS: _("New address"),
        Label.CHANGE_ADDRESS: _("Change to an address"),
        Label.PREFER_ADDRESS: _("Preferred address"),
        Label.REMOVE_ADDRESS: _("Address removed"),
        Label.SET_BIRTHDAY: _("Birthday"),
        Label.ADD_RELATION: _("New relation"),
        Label.REMOVE_RELATION: _("Relation removed"),
        Label.CHANGE_PREFERENCE: _("Change to what to remember"),
        Label.REMOVE_PREFERENCE: _("Something forgotten"),
        Label.NOTE_REFUSAL: _("Refusal noted"),
        Label.CHANGE_REFUSAL: _("Change to a refusal"),
        Label.REMOVE_REFUSAL: _("Refusal removed"),
        Label.SET_QUIET_TIMES: _("Quiet times"),
        Label.ADD_ORGANISATION: _("New organisation"),
        Label.EDIT_ORGANISATION: _("Edit to an organisation"),
        Label.JOIN_ORGANISATIONS: _("Organisations brought together"),
        Label.ADD_ROLE: _("New role"),
        Label.CHANGE_ROLE: _("Change to a role"),
        Label.REMOVE_ROLE: _("Role removed"),
        Label.SET_LAWFUL_BASIS: _("Lawful basis"),
        Label.NOTE_CONSENT: _("Consent noted"),
        Label.CHANGE_CONSENT: _("Change to a consent"),
        Label.WITHDRAW_CONSENT: _("Consent withdrawn"),
        Label.REMOVE_CONSENT: _("Consent removed"),
        Label.SET_RETENTION: _("Keep until"),
        Label.SET_DO_NOT_CONTACT: _("Do not contact"),
        Label.SET_AUDIENCE: _("Who may read it"),
        Label.ADD_OWN_FIELD: _("New field"),
        Label.EDIT_OWN_FIELDS: _("Change to own fields"),
        Label.REMOVE_OWN_FIELD: _("Field removed"),
        Label.FILL_OWN_FIELD: _("Own field"),
        Label.ADD_PARTNERSHIP: _("New partnership"),
        Label.MOVE_PARTNERSHIP: _("Partnership moved"),
        Label.EDIT_PARTNERSHIP: _("Change to a partnership"),
        Label.NOTE_RETURN: _("Loan that came back"),
        Label.IMPORT: _("Import"),
        Label.READ_ARCHIVE: _("Archive read"),
        Label.MAKE_SAMPLE: _("Sample desk"),
        Label.EDIT_MY_DETAILS: _("My details"),
        Label.TAKE_OVER: _("Changes taken over"),
        Label.BRING_BACK_PERSON: _("Person brought back from a backup"),
    }


def _incoming() -> dict[RelationKind, str]:
    return {
        RelationKind.KNOWS: _("is known by"),
        RelationKind.MANAGES: _("is managed by"),
        RelationKind.INTRODUCED: _("was introduced by"),
        RelationKind.FAMILY_OF: _("family"),
        RelationKind.FRIEND_OF: _("friend"),
        RelationKind.WORKS_WITH: _("works with"),
        RelationKind.AGENT_OF: _("has as agent"),
    }
