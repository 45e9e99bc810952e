"""Names as accounts and addresses spell them."""

from functools import lru_cache

from relationdesk.domain.folding import fold


@lru_cache(maxsize=20_000)
def slug(text: str, between: str = "") -> str:
    """The small plain letters and digits of `text`, its words put together with `between`."""
    plain = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in fold(text))
    return between.join(plain.split())
