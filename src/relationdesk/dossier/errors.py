"""What can go wrong when a dossier is set."""

from relationdesk.domain.errors import ExpectedError


class TypesettingError(ExpectedError):
    """The typesetter refused the document; `diagnostic` says why in its own words."""

    def __init__(self, diagnostic: str) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


class NoLayoutError(ExpectedError):
    """A face that cannot be written in a format."""

    def __init__(self, face: str) -> None:
        super().__init__(face)
        self.face = face
