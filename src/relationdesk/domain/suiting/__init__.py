"""What kind of partnership would suit a person now, and why: from what is known of them to sentences.

It is never a score. `record` holds what the rules read, `answer` what they say, `wording` how it is said.
"""
