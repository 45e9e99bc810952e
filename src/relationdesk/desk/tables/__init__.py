"""Every table of the desk, one module per area; importing this package registers them all."""

from relationdesk.desk.tables.attachments import AttachmentRow, BlobRow
from relationdesk.desk.tables.carryings import CarryingRow
from relationdesk.desk.tables.contact import ContactPointRow, HandleRow, PostalAddressRow, ReadingRow
from relationdesk.desk.tables.drafts import DraftRow
from relationdesk.desk.tables.erased import ErasedRow
from relationdesk.desk.tables.follow_ups import FollowUpRow, NotifiedRow, PromiseRow
from relationdesk.desk.tables.history import InteractionRow, MentionRow, ParticipantRow
from relationdesk.desk.tables.imports import ImportBatchRow, ImportedRow
from relationdesk.desk.tables.knowledge import FactRow, PreferenceRow, RefusalRow, RelationRow
from relationdesk.desk.tables.last_talk import LastTalkRow
from relationdesk.desk.tables.mergers import MergedRow, MergerRow, NotSameRow
from relationdesk.desk.tables.organisations import OrganisationRow, RoleRow
from relationdesk.desk.tables.own_fields import OwnFieldRow, OwnValueRow
from relationdesk.desk.tables.partnerships import PartnershipRow
from relationdesk.desk.tables.people import (
    ConsentRow,
    FieldAudienceRow,
    PersonKindRow,
    PersonLanguageRow,
    PersonRow,
)
from relationdesk.desk.tables.settings import MyDetailsRow, SettingRow
from relationdesk.desk.tables.topics import PersonTagRow, PersonTopicRow, TagRow, TopicRow
from relationdesk.desk.tables.views import SavedViewRow

__all__ = [
    "AttachmentRow",
    "BlobRow",
    "CarryingRow",
    "ConsentRow",
    "ContactPointRow",
    "DraftRow",
    "ErasedRow",
    "FactRow",
    "FieldAudienceRow",
    "FollowUpRow",
    "HandleRow",
    "ImportBatchRow",
    "ImportedRow",
    "InteractionRow",
    "LastTalkRow",
    "MentionRow",
    "MergedRow",
    "MergerRow",
    "MyDetailsRow",
    "NotSameRow",
    "NotifiedRow",
    "OrganisationRow",
    "OwnFieldRow",
    "OwnValueRow",
    "ParticipantRow",
    "PartnershipRow",
    "PersonKindRow",
    "PersonLanguageRow",
    "PersonRow",
    "PersonTagRow",
    "PersonTopicRow",
    "PostalAddressRow",
    "PreferenceRow",
    "PromiseRow",
    "ReadingRow",
    "RefusalRow",
    "RelationRow",
    "RoleRow",
    "SavedViewRow",
    "SettingRow",
    "TagRow",
    "TopicRow",
]
