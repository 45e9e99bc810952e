"""Links to accounts: `https://www.instagram.com/lea.trails` is `lea.trails` on Instagram."""

import re
from urllib.parse import SplitResult, unquote, urlsplit

_BY_PATH = {
    "instagram.com": ("instagram", ""),
    "youtube.com": ("youtube", "@|c/|user/|channel/"),
    "tiktok.com": ("tiktok", "@"),
    "x.com": ("x", ""),
    "twitter.com": ("x", ""),
    "linkedin.com": ("linkedin", "in/|pub/"),
    "facebook.com": ("facebook", ""),
    "fb.com": ("facebook", ""),
    "twitch.tv": ("twitch", ""),
    "threads.net": ("threads", "@"),
    "threads.com": ("threads", "@"),
    "bsky.app": ("bluesky", "profile/"),
    "pinterest.com": ("pinterest", ""),
    "pinterest.fr": ("pinterest", ""),
    "snapchat.com": ("snapchat", "add/|@"),
    "substack.com": ("substack", "@"),
    "medium.com": ("medium", "@"),
    "soundcloud.com": ("soundcloud", ""),
    "strava.com": ("strava", "athletes/"),
}
_NAMES = {
    **{platform: platform for platform, _ in _BY_PATH.values()},
    "insta": "instagram",
    "ig": "instagram",
    "yt": "youtube",
    "tik tok": "tiktok",
    "tik-tok": "tiktok",
    "twitter": "x",
    "fb": "facebook",
    "bsky": "bluesky",
    "snap": "snapchat",
    "mastodon": "mastodon",
}
_TITLES = {"youtube": "YouTube", "tiktok": "TikTok", "linkedin": "LinkedIn", "soundcloud": "SoundCloud"}
_NOT_ACCOUNTS = frozenset(
    [
        "about",
        "accounts",
        "ads",
        "business",
        "company",
        "events",
        "explore",
        "feed",
        "groups",
        "hashtag",
        "help",
        "home",
        "i",
        "intent",
        "jobs",
        "login",
        "p",
        "pages",
        "photo",
        "photos",
        "privacy",
        "profile.php",
        "reel",
        "reels",
        "search",
        "settings",
        "share",
        "sharer",
        "sharer.php",
        "shorts",
        "signup",
        "stories",
        "tags",
        "terms",
        "tv",
        "watch",
    ]
)
_WITHOUT_AT = frozenset({"blog", "newsletter", "podcast", "website", "web"})
_ACCOUNT = re.compile(r"[\w.\-]{1,100}")
_LINK = re.compile(r"(?:[a-z][a-z0-9+.\-]{0,20}://)?(?:[\w-]+\.)+[a-z]{2,24}(?:[/?#]\S*)?", re.IGNORECASE)
_LONGEST_LINK = 2048


def platform_named(text: str) -> str:
    """The platform that a word such as `Insta` or `Twitter` means, or an empty text."""
    return _NAMES.get(text.strip().lower(), "")


def platform_title(platform: str) -> str:
    """A platform as it writes itself: `TikTok` for `tiktok`."""
    return _TITLES.get(platform.lower(), platform[:1].upper() + platform[1:])


def platform_spelt(text: str) -> str:
    """A platform in its one spelling; one that is not known stays as it was typed."""
    known = platform_named(text)
    return platform_title(known) if known else text.strip()


def account_text(platform: str, name: str) -> str:
    """An account as people write it: `@lea.trails`, and a blog by its name."""
    is_named = platform.casefold() in _WITHOUT_AT or " " in name or "/" in name
    return name if is_named else f"@{name}"


def platforms() -> tuple[str, ...]:
    """Every platform that is known by its links or its name."""
    return tuple(dict.fromkeys(_NAMES.values()))


def platform_words() -> tuple[str, ...]:
    """The words that `platform_named` knows, longest first."""
    return tuple(sorted(_NAMES, key=len, reverse=True))


def looks_like_link(text: str) -> bool:
    """Whether `text` is a web address, with or without its scheme."""
    return len(text) <= _LONGEST_LINK and _LINK.fullmatch(text) is not None


def is_safe_link(text: str) -> bool:
    """Whether `text` is an ordinary web address: http or https, or none named."""
    scheme = text.partition("://")[0].lower() if "://" in text else "http"
    return scheme in {"http", "https"} and looks_like_link(text)


def web_address(typed: str) -> str:
    """Where what was typed leads in a browser; empty where it is no ordinary web address."""
    typed = typed.strip()
    if not is_safe_link(typed):
        return ""
    return typed if "://" in typed else f"https://{typed}"


def profile(link: str) -> tuple[str, str] | None:
    """The platform and account name that `link` leads to, or None when it is no account's page."""
    if len(link) > _LONGEST_LINK or "." not in link:
        return None
    parts = _parts(link.strip())
    if parts is None or not parts.netloc:
        return None
    host = parts.netloc.lower().removeprefix("www.").removeprefix("m.").removeprefix("fr.")
    if host.endswith(".substack.com"):
        return "substack", host.removesuffix(".substack.com")
    if host not in _BY_PATH:
        return None
    platform, prefixes = _BY_PATH[host]
    name = _account(unquote(parts.path).strip("/"), prefixes)
    return (platform, name) if name else None


def _parts(link: str) -> SplitResult | None:
    try:
        return urlsplit(link if "://" in link else f"https://{link}")
    except ValueError:
        return None


def _account(path: str, prefixes: str) -> str:
    for prefix in prefixes.split("|"):
        if path.startswith(prefix):
            name = path[len(prefix) :].partition("/")[0]
            rest = path[len(prefix) + len(name) :]
            if _ACCOUNT.fullmatch(name) and name.lower() not in _NOT_ACCOUNTS and rest.count("/") <= 1:
                return name
    return ""
