"""Which connections there are, and what "this computer only" takes for this computer."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from app.domain.connections import (
    LOOPBACK,
    Connection,
    Leave,
    Places,
    Purpose,
    connections,
    host_of,
    is_loopback,
    own_addresses,
    read_hosts,
)
from app.domain.enhancement_settings import EnhancementSettings
from app.domain.privacy_settings import PrivacySettings
from app.domain.settings import Settings

PLACES = Places("https://hub.example", "https://index.example/simple/", "https://feed.example/latest")
ONLY = PrivacySettings(this_computer_only=True)
TABLE = """
127.0.0.1   localhost
127.0.1.1   study study.home    # this computer
::1         ip6-localhost
192.0.2.7   attic
127.0.0.1   both
192.0.2.8   both
"""


@pytest.mark.parametrize("number", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1", "::1%lo"])
def test_loopback_addresses_are_this_computers(number: str) -> None:
    assert is_loopback(number)
    assert own_addresses(number, {}) == (number,)


@pytest.mark.parametrize(
    "number", ["0.0.0.0", "192.0.2.7", "10.0.0.1", "fe80::1", "::ffff:192.0.2.7", "::", "128.0.0.1", "1", ""]
)
def test_all_others_are_not(number: str) -> None:
    assert not is_loopback(number)
    assert own_addresses(number, {}) == ()


def test_names_are_taken_for_what_the_table_of_hosts_says_and_no_name_server_is_asked() -> None:
    hosts = read_hosts(TABLE)
    assert own_addresses("localhost", {}) == LOOPBACK
    assert own_addresses("Ollama.LocalHost.", {}) == LOOPBACK
    assert own_addresses("Study", hosts) == ("127.0.1.1",)
    assert own_addresses("ip6-localhost", hosts) == ("::1",)
    assert own_addresses("attic", hosts) == ()
    assert own_addresses("both", hosts) == ()
    assert own_addresses("example.com", hosts) == ()
    assert own_addresses("localhost.example.com", hosts) == ()


def test_a_host_is_found_in_an_address() -> None:
    assert host_of("http://LocalHost:11434/x") == "localhost"
    assert host_of("[::1]:80") == "::1"
    assert host_of("study:11434") == "study"
    assert host_of("http://[") == ""


def own(address: str) -> bool:
    return bool(own_addresses(host_of(address), {}))


def leaves(settings: Settings, places: Places = PLACES) -> dict[Purpose, Leave]:
    found = connections(settings, places, own)
    assert [one.purpose for one in found][: len(found)] == list(Purpose)[: len(found)]
    return {one.purpose: one.leave for one in found}


def test_as_sayso_comes_only_the_clean_up_connects_by_itself_and_stays_here() -> None:
    assert leaves(Settings()) == {
        Purpose.CLEAN_UP: Leave.ON,
        Purpose.MODELS: Leave.ASKED,
        Purpose.CUDA: Leave.ASKED,
        Purpose.UPDATES: Leave.OFF,
    }
    first = connections(Settings(), PLACES, own)[0]
    assert first == Connection(Purpose.CLEAN_UP, EnhancementSettings().host, Leave.ON, stays=True)


def test_with_this_computer_only_all_that_would_leave_it_is_refused() -> None:
    settings = Settings(privacy=replace(ONLY, update_notice=True))
    assert leaves(settings) == {
        Purpose.CLEAN_UP: Leave.ON,
        Purpose.MODELS: Leave.REFUSED,
        Purpose.CUDA: Leave.REFUSED,
        Purpose.UPDATES: Leave.REFUSED,
    }
    away = replace(settings, enhancement=EnhancementSettings(host="http://attic:11434"))
    assert leaves(away)[Purpose.CLEAN_UP] is Leave.REFUSED
    off = replace(away, enhancement=replace(away.enhancement, enabled=False))
    assert leaves(off)[Purpose.CLEAN_UP] is Leave.OFF


def test_a_model_that_ollama_passes_words_on_to_is_no_model_of_this_computer() -> None:
    cloud = Settings(enhancement=EnhancementSettings(model="big:120b-cloud"))
    first = connections(cloud, PLACES, own)[0]
    assert (first.leave, first.stays, first.elsewhere) == (Leave.ON, False, "big:120b-cloud")
    assert leaves(replace(cloud, privacy=ONLY))[Purpose.CLEAN_UP] is Leave.REFUSED


def test_what_has_no_address_is_not_listed() -> None:
    assert Purpose.UPDATES not in leaves(Settings(), replace(PLACES, updates=""))


def test_nothing_about_privacy_is_on_by_itself() -> None:
    assert [getattr(PrivacySettings(), one.name) for one in fields(PrivacySettings)] == [False, False]
