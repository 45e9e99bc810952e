"""The closed lists of words that describe people and what happens with them.

Values are what the desk file stores, so a value never changes once released. The words a user
sees for them are in `relationdesk.domain.terms`.
"""

from enum import StrEnum


class PersonKind(StrEnum):
    """What a person is to the consultant; one person may be several."""

    INFLUENCER = "influencer"
    JOURNALIST = "journalist"
    BLOGGER = "blogger"
    PODCASTER = "podcaster"
    AGENT = "agent"
    CLIENT_CONTACT = "client_contact"
    OTHER = "other"


class RecordText(StrEnum):
    """A field of a person's record that holds a plain text; the values name the columns."""

    DISPLAY_NAME = "display_name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    PHONETIC_NAME = "phonetic_name"
    PRONOUNS = "pronouns"
    CITY = "city"
    COUNTRY = "country"
    TIME_ZONE = "time_zone"
    HOW_MET = "how_met"


class OrganisationKind(StrEnum):
    """What an organisation is to the consultant."""

    CLIENT = "client"
    BRAND = "brand"
    AGENCY = "agency"
    MEDIUM = "medium"
    OTHER = "other"


class RoleKind(StrEnum):
    """How a person belongs to an organisation."""

    WORKS_FOR = "works_for"
    REPRESENTED_BY = "represented_by"


class FormOfAddress(StrEnum):
    """How the user speaks to a person."""

    TU = "tu"
    VOUS = "vous"


class ContactKind(StrEnum):
    """A way to reach a person that fits on one line."""

    EMAIL = "email"
    PHONE = "phone"
    LINK = "link"
    MESSENGER = "messenger"


class Audience(StrEnum):
    """Who may read a note or a field outside the desk."""

    ONLY_ME = "only_me"
    SHARED = "shared"


class Polarity(StrEnum):
    """What a person feels about the thing a preference names."""

    LOVES = "loves"
    LIKES = "likes"
    AVOIDS = "avoids"
    REFUSES = "refuses"


class PreferenceCategory(StrEnum):
    """What a preference is about."""

    TOPIC = "topic"
    FORMAT = "format"
    PRODUCT = "product"
    REWARD = "reward"
    CHANNEL = "channel"
    TIME = "time"
    TONE = "tone"


class Source(StrEnum):
    """How the user came to know something."""

    THEY_SAID = "they_said"
    I_SAW = "i_saw"
    I_GUESS = "i_guess"
    IMPORTED = "imported"


class RelationKind(StrEnum):
    """What one person is to another; read from the first person to the second."""

    KNOWS = "knows"
    MANAGES = "manages"
    INTRODUCED = "introduced"
    FAMILY_OF = "family_of"
    FRIEND_OF = "friend_of"
    WORKS_WITH = "works_with"
    AGENT_OF = "agent_of"


class LawfulBasis(StrEnum):
    """Why the user may keep a person's data (GDPR article 6, without public tasks and vital interests)."""

    CONSENT = "consent"
    CONTRACT = "contract"
    LEGITIMATE_INTEREST = "legitimate_interest"
    LEGAL_OBLIGATION = "legal_obligation"


class OwnKind(StrEnum):
    """What is filled into a field that the user added."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    YES_NO = "yes_no"


class InteractionKind(StrEnum):
    """What happened."""

    MEETING = "meeting"
    CALL = "call"
    EMAIL = "email"
    DIRECT_MESSAGE = "direct_message"
    EVENT = "event"
    PARCEL = "parcel"
    PUBLICATION = "publication"
    NOTE = "note"


class Direction(StrEnum):
    """Who reached out in an interaction."""

    I_REACHED_OUT = "mine"
    THEY_REACHED_OUT = "theirs"
    BOTH = "both"


class Tone(StrEnum):
    """Whether the user asked for something in an interaction, or gave something."""

    ASKED = "asked"
    GAVE = "gave"
    NEITHER = "neither"


class Action(StrEnum):
    """What a follow-up asks the user to do."""

    WRITE = "write"
    CALL = "call"
    MEET = "meet"
    SEND = "send"
    THANK = "thank"
    OTHER = "other"


class FollowUpState(StrEnum):
    """Where a follow-up stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class RepeatAnchor(StrEnum):
    """What the next repeat of a follow-up is counted from."""

    PLAN = "plan"
    DONE = "done"


class PromiseSide(StrEnum):
    """Who owes what was promised."""

    I_OWE = "i_owe"
    THEY_OWE = "they_owe"


class PromiseState(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    KEPT = "kept"
    RELEASED = "released"


class Stage(StrEnum):
    """How far a partnership has come."""

    IDEA = "idea"
    PROPOSED = "proposed"
    TALKING = "talking"
    AGREED = "agreed"
    PRODUCT_OUT = "product_out"
    PUBLISHED = "published"
    THANKED = "thanked"
    CLOSED = "closed"
    DECLINED = "declined"
    ABANDONED = "abandoned"


class PartnershipText(StrEnum):
    """A plain text among the terms of a partnership; the values name the columns."""

    TITLE = "title"
    REWARD_NOTE = "reward_note"
    CLOSED_REASON = "closed_reason"
    OUTCOME = "outcome"
    LESSON = "lesson"


class PartnershipDay(StrEnum):
    """A day among the terms of a partnership; the values name the columns."""

    AGREED_ON = "agreed_on"
    STARTS_ON = "starts_on"
    ENDS_ON = "ends_on"
    EMBARGO_UNTIL = "embargo_until"
    RETURN_ON = "return_on"
    RETURNED_ON = "returned_on"
    PUBLISHED_ON = "published_on"


class RewardKind(StrEnum):
    """What a person receives for a partnership."""

    GIFT = "gift"
    LOAN = "loan"
    PAID = "paid"
    AFFILIATE = "affiliate"
    INVITATION = "invitation"
    PRODUCT_AND_FEE = "product_and_fee"


class Reward(StrEnum):
    """What a person may accept or refuse for working together."""

    GIFT = "gift"
    LOAN = "loan"
    PAID = "paid"
    AFFILIATE = "affiliate"
    INVITATION = "invitation"
    EXCLUSIVITY = "exclusivity"
