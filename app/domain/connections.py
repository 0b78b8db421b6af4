"""Every connection that Sayso can make to another program by the network, and which of them are allowed.

There are no others: all code that connects is given the one gate (`app.adapters.connections`), which asks
this module. Rules of "this computer only": an address is this computer's where it is a loopback one
(127.0.0.0/8 of RFC 1122, ::1 of RFC 4291, also written as ::ffff:127.0.0.1). A name is this computer's where
it is "localhost" or below it (RFC 6761), or where the computer's own table of hosts gives loopback addresses
for it and no other. No name server is asked: the question alone would leave the computer.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from app.domain.settings import Settings
from app.domain.writing import runs_elsewhere

LOCALHOST: Final = "localhost"
LOOPBACK: Final = ("127.0.0.1", "::1")
"""What "localhost" is, in the order in which it is tried."""

Hosts: TypeAlias = Mapping[str, tuple[str, ...]]
"""A table of hosts: the addresses of each name, in small letters."""


class Purpose(StrEnum):
    """What a connection is for."""

    CLEAN_UP = "clean-up"
    MODELS = "models"
    CUDA = "cuda"
    UPDATES = "updates"


class Leave(StrEnum):
    """Whether a connection is made."""

    ON = "on"
    """By itself, when its time comes."""
    ASKED = "asked"
    """Only when the user asks for what it brings."""
    OFF = "off"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Connection:
    """One that Sayso can make: what for, and to which address. `stays` when that is this computer, and
    nobody passes on what it is sent; `elsewhere` names the model that Ollama would pass words on to, or is
    empty."""

    purpose: Purpose
    address: str
    leave: Leave
    stays: bool = False
    elsewhere: str = ""


@dataclass(frozen=True, slots=True)
class Places:
    """Where Sayso fetches from: addresses in full. An empty `updates` is none."""

    models: str
    cuda: str
    updates: str


def host_of(address: str) -> str:
    """The name or the number in "http://localhost:11434", in small letters; also without the scheme."""
    try:
        return urlsplit(address if "://" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""


def is_loopback(number: str) -> bool:
    """Whether an address in figures is this computer's own; false of what is none."""
    try:
        found = ipaddress.ip_address(number.partition("%")[0])
    except ValueError:
        return False
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return (mapped or found).is_loopback


def own_addresses(host: str, hosts: Hosts) -> tuple[str, ...]:
    """By which addresses `host`, a name or an address, can be reached without leaving this computer; none
    where it would be left."""
    name = host.strip().casefold().rstrip(".")
    if is_loopback(name):
        return (name,)
    if name == LOCALHOST or name.endswith(f".{LOCALHOST}"):
        return LOOPBACK
    found = hosts.get(name, ())
    return found if found and all(map(is_loopback, found)) else ()


def read_hosts(text: str) -> Hosts:
    """A table of hosts as hosts(5) has it: an address and its names on each line, # begins a remark."""
    hosts: dict[str, tuple[str, ...]] = {}
    for line in text.splitlines():
        address, *names = line.partition("#")[0].split() or [""]
        for name in names:
            key = name.casefold().rstrip(".")
            hosts[key] = (*hosts.get(key, ()), address)
    return hosts


def connections(settings: Settings, places: Places, is_own: Callable[[str], bool]) -> tuple[Connection, ...]:
    """All that there are, with what becomes of each as the settings are; `is_own` says whether an address is
    this computer's."""
    only = settings.privacy.this_computer_only
    enhancement = settings.enhancement
    stays = is_own(enhancement.host)
    elsewhere = enhancement.model if runs_elsewhere(enhancement.model) else ""

    def leave(address: str, usual: Leave) -> Leave:
        return Leave.REFUSED if only and usual is not Leave.OFF and not is_own(address) else usual

    clean_up = leave(enhancement.host, Leave.ON if enhancement.enabled else Leave.OFF)
    if only and elsewhere and clean_up is Leave.ON:
        clean_up = Leave.REFUSED
    found = [
        Connection(Purpose.CLEAN_UP, enhancement.host, clean_up, stays and not elsewhere, elsewhere),
        Connection(Purpose.MODELS, places.models, leave(places.models, Leave.ASKED), is_own(places.models)),
        Connection(Purpose.CUDA, places.cuda, leave(places.cuda, Leave.ASKED), is_own(places.cuda)),
    ]
    if places.updates:
        usual = Leave.ON if settings.privacy.update_notice else Leave.OFF
        found.append(
            Connection(Purpose.UPDATES, places.updates, leave(places.updates, usual), is_own(places.updates))
        )
    return tuple(found)
