"""Lets schemathesis' own command sign its requests; it loads this file by itself."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import schemathesis
from requests.auth import AuthBase

from contextio_contract.conformance.wire.signing import Signer

if TYPE_CHECKING:
    import requests


class Signed(AuthBase):
    signer = Signer(os.environ["CONTEXTIO_CONSUMER_KEY"], os.environ["CONTEXTIO_CONSUMER_SECRET"])

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers["Authorization"] = self.signer.authorization(request)
        return request


schemathesis.auth.set_from_requests(Signed())  # type: ignore[attr-defined] # its types leave this out
