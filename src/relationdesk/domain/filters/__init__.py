"""The language in which people are filtered and searched for: `running platform:instagram last:>90d`.

Free words stand beside operators with a value, each of which may be turned round by a `-` before it. The
words of both languages are understood in either. Nothing that is typed is refused: what is not understood is
told and left out, and the rest filters.
"""
