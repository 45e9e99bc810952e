from hypothesis import given
from hypothesis import strategies as st

from relationdesk.language.light_markup import Run, on_one_line, runs_of


def test_strong_and_slanted_words_are_marked_and_the_rest_is_plain():
    assert runs_of("Test **in the rain**, *not* on a _treadmill_") == (
        Run("Test "),
        Run("in the rain", is_strong=True),
        Run(", "),
        Run("not", is_slanted=True),
        Run(" on a "),
        Run("treadmill", is_slanted=True),
    )


def test_a_mark_without_its_partner_stays_a_sign():
    assert runs_of("5 * 3 and snake_case_name and **open") == (Run("5 * 3 and snake_case_name and **open"),)


def test_a_link_is_its_words_and_a_picture_loads_nothing():
    assert runs_of("[here](https://x.example) ![cat](file:///c.png)") == (Run("here"), Run(" "), Run("cat"))


def test_heads_and_bullets_lose_their_signs():
    assert runs_of("# Plan\n- shoes") == (Run("Plan\n• shoes"),)


def test_quotes_frames_of_code_and_pictures_without_a_name_leave_no_sign():
    assert runs_of("> Only if it rains") == (Run("Only if it rains"),)
    assert runs_of("```py\na = 1\n```") == (Run("a = 1\n"),)
    assert runs_of("Here ![](attachment:1)") == (Run("Here "),)


def test_breaks_of_lines_become_spaces_in_a_digest():
    assert on_one_line((Run("a\n\nb"), Run("cdef", is_strong=True)), 5) == (
        Run("a b"),
        Run("cd", is_strong=True),
    )


@given(st.text())
def test_any_text_becomes_runs_without_an_empty_one(text):
    assert all(run.text for run in runs_of(text))
