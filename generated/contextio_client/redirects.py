"""Redirects, which are not followed. Generated from the description; not to be edited."""

from __future__ import annotations

import httpx

from contextio_client.errors import RedirectError
from contextio_client.shown import location_of, shown, without_query


def redirect_error(response: httpx.Response, advice: str) -> RedirectError:
    """Return the exception for a redirect, with advice for one to an address."""
    status, request, target = response.status_code, response.request, location_of(response)
    if target is not None:
        happened = f"is redirected to {shown(without_query(httpx.URL(target)))}; {advice}"
        return RedirectError(happened, request, response)
    location = response.headers.get("Location")
    given = "no Location" if location is None else f"the Location {shown(location)!r}, which is no address"
    phrase = shown(response.reason_phrase) or "no reason given"
    return RedirectError(f"is answered with {status} ({phrase}) and {given}", request, response)


def refuse_bad_location(response: httpx.Response) -> None:
    """Refuse a redirect to what is no address, as an event hook of httpx: it would raise an error of its own.

    Raises:
        RedirectError: if the header `Location` is no address.
    """
    if response.has_redirect_location and location_of(response) is None:
        unread = httpx.Response(response.status_code, headers=response.headers, request=response.request)
        raise redirect_error(unread, "")


async def arefuse_bad_location(response: httpx.Response) -> None:
    """Refuse a redirect as `refuse_bad_location` does, for the asynchronous client."""
    refuse_bad_location(response)
