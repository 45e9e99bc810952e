"""Where each kind of row of the crowd is written, every table after those that it points to."""

from relationdesk.work.sample.crowd.history_rows import (
    FactLine,
    FollowUpLine,
    InteractionLine,
    ParticipantLine,
    PartnershipLine,
    PreferenceLine,
    PromiseLine,
)
from relationdesk.work.sample.crowd.record_rows import (
    AddressLine,
    ConsentLine,
    ContactLine,
    HandleLine,
    KindLine,
    LanguageLine,
    OrganisationLine,
    PersonLine,
    PersonTagLine,
    PersonTopicLine,
    ReadingLine,
    RelationLine,
    RoleLine,
    TagLine,
    TopicLine,
)

Line = tuple[object, ...]
TABLE_OF: dict[type[Line], str] = {
    OrganisationLine: "organisation",
    TopicLine: "topic",
    TagLine: "tag",
    PersonLine: "person",
    KindLine: "person_kind",
    LanguageLine: "person_language",
    ConsentLine: "consent",
    ContactLine: "contact_point",
    AddressLine: "postal_address",
    HandleLine: "handle",
    ReadingLine: "reading",
    RoleLine: "role",
    PersonTopicLine: "person_topic",
    PersonTagLine: "person_tag",
    RelationLine: "relation",
    PartnershipLine: "partnership",
    InteractionLine: "interaction",
    ParticipantLine: "participant",
    PreferenceLine: "preference",
    FactLine: "fact",
    PromiseLine: "promise",
    FollowUpLine: "follow_up",
}
