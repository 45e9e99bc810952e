"""Contents of pictures and files, each stored once."""

import hashlib

from sqlmodel import Session

from relationdesk.desk.tables import BlobRow


def kept(session: Session, content: bytes, media_type: str) -> str:
    """The hash under which a content stands on the desk from now on."""
    digest = hashlib.sha256(content).hexdigest()
    if session.get(BlobRow, digest) is None:
        session.add(BlobRow(hash=digest, media_type=media_type, size=len(content), content=content))
        session.flush()
    return digest
