"""The guard of outbound connections, over all spellings of addresses."""

from __future__ import annotations

import random
import socket
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contextio_contract.server.outbound.connection import Deadline
from contextio_contract.server.outbound.dialler import Dialler, ForbiddenTargetError, HostError
from contextio_contract.server.outbound.policy import CALLBACK, DEVELOPMENT, MAIL, Policy

if TYPE_CHECKING:
    from collections.abc import Callable

    from contextio_contract.server.outbound.policy import Address

_PUBLIC = "93.184.216.34"
_INSIDE = tuple(
    ip_network(name)
    for name in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"),
        *("192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
_SPELLINGS: dict[str, Callable[[IPv4Address], str]] = {
    "dotted": str,
    "decimal": lambda address: str(int(address)),
    "hexadecimal": lambda address: hex(int(address)),
    "octal": lambda address: f"0{int(address):o}",
    "octal parts": lambda address: ".".join(f"0{part:o}" for part in address.packed),
    "hexadecimal parts": lambda address: ".".join(map(hex, address.packed)),
    "two parts": lambda address: f"{address.packed[0]}.{int(address) & 0xFFFFFF}",
    "three parts": lambda address: "{}.{}.{}".format(*address.packed[:2], int(address) & 0xFFFF),
    "full width": lambda address: str(address).translate({48 + n: 0xFF10 + n for n in range(10)}),
    "ideographic full stops": lambda address: str(address).replace(".", "\N{IDEOGRAPHIC FULL STOP}"),
}
_EMBEDDED: dict[str, Callable[[IPv4Address], str]] = {
    "mapped": lambda address: f"::ffff:{address}",
    "mapped, in hexadecimal": lambda address: (
        f"0:0:0:0:0:ffff:{int(address) >> 16:x}:{int(address) & 0xFFFF:x}"
    ),
    "compatible": lambda address: f"::{address}",
    "NAT64": lambda address: f"64:ff9b::{address}",
    "NAT64 of a network": lambda address: f"64:ff9b:1::{address}",
    "6to4": lambda address: f"2002:{int(address) >> 16:x}:{int(address) & 0xFFFF:x}::1",
    "Teredo": lambda address: str(IPv6Address((0x20010000 << 96) | (int(address) ^ 0xFFFFFFFF))),
}


class Connects:
    """Takes the place of a connection: keeps which addresses were called, and refuses them."""

    def __init__(self) -> None:
        self.called: list[str] = []

    def __call__(self, family: socket.AddressFamily, address: Any, seconds: float) -> socket.socket:
        assert seconds > 0
        assert family in {socket.AF_INET, socket.AF_INET6}
        self.called.append(address[0])
        raise ConnectionRefusedError


def answer(*addresses: str) -> list[tuple[Any, ...]]:
    """Return what a lookup returns."""
    families = {4: socket.AF_INET, 6: socket.AF_INET6}
    return [
        (families[ip_address(each).version], socket.SOCK_STREAM, 6, "", (each, 993)) for each in addresses
    ]


def no_lookup(host: str, port: int) -> list[tuple[Any, ...]]:
    raise AssertionError((host, port))


def called_for(
    host: str, port: int = 993, *, policy: Policy | None = None, lookup: Any = no_lookup
) -> list[str]:
    """Return which addresses are called for a host; a refusal is raised."""
    connects = Connects()
    dialler = Dialler(policy or Policy(), lookup=lookup, connect=connects)
    with pytest.raises(ConnectionRefusedError):
        dialler.dial(host, port, MAIL, Deadline(60), 1)
    return connects.called


def inside() -> st.SearchStrategy[IPv4Address]:
    return st.sampled_from(_INSIDE).flatmap(
        lambda network: st.integers(int(network[0]), int(network[-1])).map(IPv4Address)
    )


@given(address=inside(), spelling=st.sampled_from([*_SPELLINGS.values(), *_EMBEDDED.values()]))
def test_no_address_inside_is_called_however_it_is_spelled(
    address: IPv4Address, spelling: Callable[[IPv4Address], str]
) -> None:
    with pytest.raises(ForbiddenTargetError, match="not a public one"):
        called_for(spelling(address))


@pytest.mark.parametrize("spelling", _SPELLINGS)
def test_a_public_address_is_called_however_it_is_spelled(spelling: str) -> None:
    assert called_for(_SPELLINGS[spelling](IPv4Address(_PUBLIC))) == [_PUBLIC]


@pytest.mark.parametrize("spelling", _EMBEDDED)
def test_a_public_address_within_another_is_not_called(spelling: str) -> None:
    with pytest.raises(ForbiddenTargetError):
        called_for(_EMBEDDED[spelling](IPv4Address(_PUBLIC)))


@pytest.mark.parametrize(
    "host", ["::1", "::", "fe80::1", "fe80::1%1", "fc00::1", "fd00::1", "ff02::1", "fec0::1"]
)
def test_no_special_address_of_ipv6_is_called(host: str) -> None:
    with pytest.raises(ForbiddenTargetError):
        called_for(host)


def test_a_public_address_of_ipv6_is_called() -> None:
    assert called_for("2606:2800:220:1::1") == ["2606:2800:220:1::1"]


@given(address=st.ip_addresses())
def test_what_is_permitted_is_public_for_the_standard_library_as_well(address: Address) -> None:
    if Policy().permits_address(address):
        assert address.is_global
        assert not any((address.is_multicast, address.is_reserved, address.is_link_local))


def test_an_address_of_one_interface_is_not_public() -> None:
    assert not Policy().permits_address(ip_address("2606:2800:220:1::1%1"))


@pytest.mark.parametrize(
    "host", ["inside.example.com", "127.0.0.1.", "localhost", "2130706433.", "127.0.0.1%1"]
)
def test_a_name_that_leads_inside_is_as_good_as_none(host: str) -> None:
    def unknown(_host: str, _port: int) -> list[tuple[Any, ...]]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    refusals = []
    for lookup in (lambda *_: answer("127.0.0.1", "::1", "169.254.169.254"), unknown):
        with pytest.raises(HostError) as refused:
            called_for(host, lookup=lookup)
        refusals.append(str(refused.value))
    assert len(set(refusals)) == 1


@given(addresses=st.permutations(["10.0.0.1", "::1", _PUBLIC, "::ffff:127.0.0.1", "2606:2800:220:1::1"]))
def test_of_several_addresses_only_the_public_ones_are_called(addresses: list[str]) -> None:
    lookups = []

    def lookup(host: str, port: int) -> list[tuple[Any, ...]]:
        lookups.append((host, port))
        return answer(*addresses)

    public = [each for each in addresses if each in {_PUBLIC, "2606:2800:220:1::1"}]
    assert called_for("mail.example.com", lookup=lookup) == public
    assert lookups == [("mail.example.com", 993)]


def test_a_name_with_many_addresses_has_a_few_called() -> None:
    called = called_for(
        "mail.example.com", lookup=lambda *_: answer(*[f"93.184.216.{n}" for n in range(200)])
    )
    assert called == [f"93.184.216.{n}" for n in range(4)]


@pytest.mark.parametrize(
    "host", ["a..b", "x" * 300, "host\x00name", "\N{SNOWMAN}" * 70, "", "a b", "1.2.3.4.5", "[::1]"]
)
def test_what_is_no_host_is_refused(host: str) -> None:
    def lookup(host: str, port: int) -> list[tuple[Any, ...]]:
        return socket.getaddrinfo(host, port, flags=socket.AI_NUMERICHOST)

    with pytest.raises(HostError):
        called_for(host, lookup=lookup)


def test_private_ranges_are_called_if_they_are_allowed() -> None:
    policy = Policy((ip_network("127.0.0.0/8"),))
    assert called_for("127.0.0.1", 25, policy=policy) == ["127.0.0.1"]
    assert called_for(_PUBLIC, policy=policy) == [_PUBLIC]
    for host in ("10.0.0.1", "::1", "::ffff:127.0.0.1"):
        with pytest.raises(ForbiddenTargetError):
            called_for(host, policy=policy)


@pytest.mark.parametrize("host", ["169.254.169.254", "fd00:ec2::254", "168.63.129.16", "100.100.100.200"])
def test_metadata_services_are_not_called_whatever_is_allowed(host: str) -> None:
    for allowed in ((), DEVELOPMENT, (ip_network("0.0.0.0/0"), ip_network("::/0"))):
        with pytest.raises(ForbiddenTargetError):
            called_for(host, policy=Policy(allowed))


def test_link_local_addresses_are_no_part_of_what_development_needs() -> None:
    for host in ("169.254.1.1", "fe80::1", "100.64.0.1", "0.0.0.0", "224.0.0.1"):  # noqa: S104 - must be refused
        with pytest.raises(ForbiddenTargetError):
            called_for(host, policy=Policy(DEVELOPMENT))
    for host in ("127.0.0.1", "::1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "fd00::1"):
        assert called_for(host, policy=Policy(DEVELOPMENT)) == [host]


@given(port=st.integers(1, 65535) | st.sampled_from([143, 993, 80, 443, 1023, 1024]))
def test_ports_are_those_of_the_purpose(port: int) -> None:
    rng = random.Random(port)  # noqa: S311 - picks a public address, no secret
    host = f"93.184.216.{rng.randrange(256)}"
    if port in {143, 993}:
        assert called_for(host, port) == [host]
    else:
        with pytest.raises(ForbiddenTargetError, match=f"port {port} is not called here; take 143, 993"):
            called_for(host, port)
    assert (port in CALLBACK) == (port in {80, 443} or port >= 1024)
