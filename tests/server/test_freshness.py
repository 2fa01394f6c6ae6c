"""What `serve` notices of a description that was changed after the outputs were made."""

from __future__ import annotations

import shutil
from pathlib import Path

from contextio_contract.server.freshness import is_outdated

_ROOT = Path(__file__).parents[2]


def test_a_bundle_is_outdated_once_the_description_says_something_else(tmp_path: Path) -> None:
    spec = shutil.copytree(_ROOT / "spec", tmp_path / "spec")
    bundle = tmp_path / "generated" / "openapi.json"
    bundle.parent.mkdir()
    from contextio_contract.description.source.bundler import bundle as bundled

    made = bundled(spec, [])
    assert made
    bundle.write_bytes(made.to_json())
    assert not is_outdated(bundle)

    page = spec / "resources" / "accounts.yaml"
    text = page.read_text("utf-8")
    page.write_text(f"{text}# a remark\n", "utf-8")
    assert not is_outdated(bundle)
    page.write_text(text.replace("Read an account.", "Fetch an account."), "utf-8")
    assert is_outdated(bundle)


def test_without_a_description_that_can_be_read_nothing_is_outdated(tmp_path: Path) -> None:
    bundle = tmp_path / "generated" / "openapi.json"
    bundle.parent.mkdir()
    bundle.write_bytes(b"{}")
    assert not is_outdated(bundle)
    (tmp_path / "spec").mkdir()
    (tmp_path / "spec" / "openapi.yaml").write_text("paths: [", "utf-8")
    assert not is_outdated(bundle)
