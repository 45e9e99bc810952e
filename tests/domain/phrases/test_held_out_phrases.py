"""How many lines that the grammar was not made from it reads right; the counts can only get better."""

import pytest
from held_out_phrases import ENGLISH, FRENCH, PLAIN

_MOST_FALSE_OFFERS = 1


@pytest.mark.parametrize(("lines", "least"), [(ENGLISH, 49), (FRENCH, 50)])
def test_lines_that_the_grammar_was_not_made_from_are_read_right(said, lines, least):
    wrong = [(line, told, said(line)) for line, told in lines if said(line) != told]
    assert len(lines) - len(wrong) >= least, wrong


def test_plain_sentences_offer_next_to_nothing(said):
    offered = {line: said(line) for line in PLAIN if said(line)}
    assert len(offered) <= _MOST_FALSE_OFFERS, offered
