"""What a picture is, told by its first bytes and never by its name."""


def media_type_of(content: bytes) -> str:
    """`image/jpeg`, `image/png` or `image/webp` as the first bytes show, or an empty text for all else."""
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return ""
