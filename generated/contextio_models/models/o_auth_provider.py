"""Generated from the description; not to be edited."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from contextio_models.base import Model, OpenEnumeration

from . import o_auth_provider_type


class OAuthProvider(Model):
    """An OAuth client that the application has at a mail provider."""

    type: Annotated[
        o_auth_provider_type.OAuthProviderType | str,
        OpenEnumeration(o_auth_provider_type.OAuthProviderType),
        Field(description="The provider, and the version of OAuth."),
    ]
    """The provider, and the version of OAuth."""

    provider_consumer_key: Annotated[
        str,
        Field(
            min_length=1,
            description="Identifier of the client at the provider, which names the registration here.",
        ),
    ]
    """Identifier of the client at the provider, which names the registration here."""

    provider_consumer_secret: Annotated[
        str,
        Field(
            pattern="^.{0,3}\\[\\.\\.\\.\\].{0,3}$",
            description="Secret of the client, masked: its first and last three characters around `[...]`. A secret of fewer than seven characters is masked whole.",
        ),
    ]
    """
    Secret of the client, masked: its first and last three characters around `[...]`. A secret of fewer
    than seven characters is masked whole.
    """

    resource_url: Annotated[
        str | None, Field(description="Absolute address of the registration, with the key percent-encoded.")
    ] = None
    """Absolute address of the registration, with the key percent-encoded."""
