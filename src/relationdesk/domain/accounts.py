"""One account as it is typed or pasted: a link, `@lea.trails`, or `instagram: lea.trails`."""

from urllib.parse import urlsplit

from relationdesk.domain.card import HandleEntry
from relationdesk.domain.phrases.handles import accounts_in
from relationdesk.domain.profiles import is_safe_link, platform_spelt, profile

_LONGEST = 2_048


def account_told(text: str, platform: str = "") -> HandleEntry | None:
    """The account that `text` names on `platform`, unless it names its own; None where it names none.

    A link to a page that is on no known platform is an account too, named by its address.
    """
    text = text.strip()[:_LONGEST]
    found = profile(text)
    if found is not None:
        return HandleEntry(platform_spelt(found[0]), found[1], text)
    if _is_page(text):
        return HandleEntry(platform_spelt(platform), _page_name(text), text)
    named = list(accounts_in(text))
    if len(named) == 1 and (named[0].start, named[0].end) == (0, len(text)):
        return HandleEntry(platform_spelt(named[0].platform), named[0].name)
    name = text.lstrip("@").strip()
    return HandleEntry(platform_spelt(platform), name) if name else None


def _is_page(text: str) -> bool:
    return is_safe_link(text) and ("/" in text or text.lower().startswith("www."))


def _page_name(link: str) -> str:
    """`mastodon.example/@lea` is `lea@mastodon.example`; any other page goes by its address."""
    parts = urlsplit(link if "://" in link else f"https://{link}")
    host = parts.netloc.removeprefix("www.")
    path = parts.path.strip("/")
    if path.startswith("@") and "/" not in path:
        return f"{path.removeprefix('@')}@{host}"
    return f"{host}/{path}" if path else host
