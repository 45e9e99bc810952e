"""The identities of rows, one type for each thing, so that they cannot be mixed up.

Every identity is unique on the whole desk, and in practice between two desks: see
`domain.identities`.
"""

from typing import NewType

PersonId = NewType("PersonId", int)
OrganisationId = NewType("OrganisationId", int)
InteractionId = NewType("InteractionId", int)
FollowUpId = NewType("FollowUpId", int)
PromiseId = NewType("PromiseId", int)
PartnershipId = NewType("PartnershipId", int)
BatchId = NewType("BatchId", int)
ViewId = NewType("ViewId", int)
ConsentId = NewType("ConsentId", int)
OwnFieldId = NewType("OwnFieldId", int)
OwnValueId = NewType("OwnValueId", int)
AttachmentId = NewType("AttachmentId", int)
