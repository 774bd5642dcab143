"""URLs to the addresses behind them: http(s) only, and public ones only unless others are allowed."""

import ipaddress
import socket
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from rashomon.errors import UnreadableInput

ASSIGNED = ipaddress.IPv6Network("2000::/3")  # all that is given out for the public internet (RFC 4291, 2.4)
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")  # the last four bytes are an IPv4 address (RFC 6052)


class Address(NamedTuple):
    """Where to connect: the address that was checked is the one that is used, so DNS can't change in between."""

    ip: str
    port: int


def checked(url: str, *, allow_private: bool) -> tuple[SplitResult, list[Address]]:
    """A URL's parts and its host's addresses, all of them public. Raises UnreadableInput if it may not be fetched."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError as error:
        raise UnreadableInput(url, "is not a URL") from error
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UnreadableInput(url, "only http and https URLs are fetched")
    if "@" in parts.netloc:
        raise UnreadableInput(url, "holds a user or a password, which the case would keep; leave it out")
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableInput(url, f"the host {parts.hostname} can't be found") from error
    addresses = list(dict.fromkeys(Address(str(entry[4][0]), port) for entry in found))
    if not allow_private:
        for address in addresses:
            if not is_public(address.ip):
                raise UnreadableInput(url, f"{parts.hostname} is at {address.ip}, which is not a public address")
    return parts, addresses


def is_public(ip: str) -> bool:
    """Whether an address is of the public internet; addresses that wrap another one are judged by that one."""
    address = ipaddress.ip_address(ip.split("%", 1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address not in ASSIGNED:  # Python calls fec0::1 and ::127.0.0.1 global
            return False
    return address.is_global and not address.is_multicast
