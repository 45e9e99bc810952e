"""What stands in the way of changing an organisation."""

from datetime import date

from relationdesk.domain.errors import ExpectedError


class TakenOrganisationNameError(ExpectedError):
    """Another organisation is called exactly so."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class BackwardPeriodError(ExpectedError):
    """Something ends before it begins."""

    def __init__(self, since: date, until: date) -> None:
        super().__init__(f"{since} {until}")
        self.since = since
        self.until = until
