"""Address policy of outbound connections, against server-side request forgery.

| called | ports |
| --- | --- |
| public unicast addresses (by the IANA special-purpose registries) | those of the purpose |
| private addresses in the ranges of an option, for development | any |
| metadata services of clouds, and all other addresses | none |
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Final, TypeAlias

Address: TypeAlias = IPv4Address | IPv6Address
Networks: TypeAlias = tuple[IPv4Network | IPv6Network, ...]


def _networks(*names: str) -> Networks:
    return tuple(ip_network(name) for name in names)


DEVELOPMENT: Final = _networks(
    *("127.0.0.0/8", "::1/128"),  # loopback
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"),  # private use
)
"""The ranges that are allowed for development where none are named."""

_GLOBAL_UNICAST: Final = ip_network("2000::/3")
"""All public IPv6 addresses. Mapped IPv4 addresses and both prefixes of NAT64 lie outside."""
_SPECIAL: Final = _networks(
    "0.0.0.0/8",  # this network; 0.0.0.0 reaches the host itself
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"),  # private use
    "100.64.0.0/10",  # carrier-grade NAT
    "127.0.0.0/8",  # loopback
    "169.254.0.0/16",  # link-local
    "192.0.0.0/24",  # IETF protocol assignments
    *("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24"),  # documentation
    "192.88.99.0/24",  # relays of 6to4
    "198.18.0.0/15",  # benchmarks
    "224.0.0.0/4",  # multicast
    "240.0.0.0/4",  # reserved, and broadcast
    "2001::/23",  # IETF protocol assignments, Teredo among them
    *("2001:db8::/32", "3fff::/20"),  # documentation
    "2002::/16",  # 6to4
)
_METADATA: Final = _networks(
    *("169.254.169.254/32", "169.254.170.2/32", "fd00:ec2::254/128"),  # AWS, Azure, Google and others
    *("168.63.129.16/32", "100.100.100.200/32", "fd20:ce::254/128"),  # Azure, Alibaba, Google
)


@dataclass(frozen=True)
class Ports:
    """The ports of a purpose: some, and all from `lowest` on."""

    named: frozenset[int]
    lowest: int = 65536

    def __contains__(self, port: int) -> bool:
        return port in self.named or port >= self.lowest

    def __str__(self) -> str:
        above = f", or {self.lowest} and above" if self.lowest < 65536 else ""  # noqa: PLR2004 - past the last
        return ", ".join(map(str, sorted(self.named))) + above


MAIL: Final = Ports(frozenset({143, 993}))
CALLBACK: Final = Ports(frozenset({80, 443}), 1024)
"""Applications listen on ports of their own above 1023; below are mail, login and name servers."""


@dataclass(frozen=True)
class Policy:
    """Decides which addresses may be called.

    Attributes:
        allowed: ranges of private addresses that may be called on any port.
    """

    allowed: Networks = ()

    def permits_address(self, address: Address) -> bool:
        """Return whether an address may be called on some port."""
        return _is_public(address) or self._is_allowed(address)

    def permits_port(self, address: Address, port: int, ports: Ports) -> bool:
        """Return whether a port of a permitted address may be called."""
        return port in ports or self._is_allowed(address)

    def _is_allowed(self, address: Address) -> bool:
        return _lies_in(address, self.allowed) and not _lies_in(address, _METADATA)


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and (address.scope_id or address not in _GLOBAL_UNICAST):
        return False
    return not _lies_in(address, _SPECIAL) and not _lies_in(address, _METADATA)


def _lies_in(address: Address, networks: Networks) -> bool:
    return any(address in network for network in networks)
