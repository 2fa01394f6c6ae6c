"""The server over https, called by the service's own Python client."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from requests.exceptions import SSLError
from tests.certificates import self_signed
from tests.program import serving

from contextio_contract.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def test_https_is_served_with_a_certificate(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # pkg_resources, which the client imports, announces its own end
        from contextio.lib.v2_0 import V2_0
    certificate = self_signed(tmp_path)
    with serving("--certificate", str(certificate), log=tmp_path / "log", command="mock") as served:
        assert served.origin.startswith("https://")
        client = V2_0("demo-key", "demo-secret", url_base=served.origin)
        client.session.trust_env = False
        with pytest.raises(SSLError):
            client.get_accounts()
        client.session.verify = str(certificate)
        account = client.get_accounts()[0]
        assert account.resource_url.startswith(served.base_url)
        client.session.close()


@pytest.mark.parametrize("command", ["mock", "serve"])
def test_a_certificate_that_cannot_be_used_is_named(tmp_path: Path, command: str) -> None:
    (tmp_path / "empty.pem").touch()
    done = CliRunner().invoke(main, [command, "--certificate", str(tmp_path / "empty.pem")])
    assert done.exit_code == 2
    assert "empty.pem cannot be used for https; name a PEM file with the certificate" in done.output
