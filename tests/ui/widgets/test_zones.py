"""Which time zone somebody means who types one."""

import pytest

from relationdesk.ui.widgets.zones import zone_choices, zone_named, zone_text, zones_like


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Europe/Paris", "Europe/Paris"),
        (" paris", "Europe/Paris"),
        ("america/new york", "America/New_York"),
        ("New_York", "America/New_York"),
        ("Sao Paulo", "America/Sao_Paulo"),
        ("Buenos Aires", "America/Buenos_Aires"),
        ("Argentina/Buenos Aires", None),
        ("par", None),
        ("Mars", None),
        ("", None),
    ],
)
def test_a_zone_is_named_in_full_or_by_its_city(typed, meant):
    assert zone_named(typed) == meant


def test_every_zone_that_is_shown_is_understood_again():
    assert all(zone_named(zone_text(key)) == key for key, _shown in zone_choices() if key)


def test_zones_whose_city_begins_so_are_offered_first():
    offered = zones_like("ro")
    assert offered[0].rpartition("/")[2].startswith("Ro")
    assert offered.index("Europe/Rome") < offered.index("Africa/Nairobi")
    assert zones_like("europe/par") == ["Europe/Paris"]
    assert zones_like("  ") == []
