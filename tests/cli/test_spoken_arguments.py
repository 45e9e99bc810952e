import pytest

from relationdesk.app import main


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["frob"], "choix inconnu\u202f: 'frob'"),
        (["dossier"], "il manque\u202f: PERSONNE, --to"),
        (["--desk"], "une valeur est attendue"),
        (["search", "x", "--limit", "0"], "« 0 » n’est pas un nombre supérieur à 0"),
    ],
)
def test_a_wrong_use_is_told_in_the_users_language(capsys, words, told):
    with pytest.raises(SystemExit) as left:
        main(["--lang", "fr", *words])

    assert left.value.code == 2
    assert told in capsys.readouterr().err.replace("\u202f»", " »").replace("«\u202f", "« ")


def test_every_sentence_of_the_help_is_french(capsys):
    with pytest.raises(SystemExit):
        main(["--lang", "fr", "--help"])
    told = capsys.readouterr().out

    assert told.startswith("usage\u202f: relationdesk")
    assert not [english for english in ("show ", "exit", "FILE", "positional") if english in told]
