"""Keys that encrypt secrets at rest: where they come from, and what a server refuses to start without."""

from __future__ import annotations

import stat
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from cryptography.fernet import InvalidToken

from contextio_contract.cli import main
from contextio_contract.errors import CannotRun
from contextio_contract.server import demo
from contextio_contract.server.db.database import Database
from contextio_contract.server.db.vault import Vault, generate_key
from contextio_contract.server.db.vault_keys import open_vault

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from tests.conftest import LiveServer
    from tests.imap import Imap

    Run = Callable[..., AbstractContextManager[LiveServer]]

KEYS = {"k": "s"}
OLD, NEW = generate_key(), generate_key()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "server.sqlite3"


def open_beside(path: Path, given: str = "") -> Vault:
    with closing(Database(str(path))) as database:
        return open_vault(given, database)


def fill(run_server: Run, path: Path, given: str = "") -> None:
    """Make a database with encrypted passwords."""
    with run_server(database=str(path), keys=KEYS, vault_keys=given) as live:
        demo.fill(live.app.state.services, "k")


def test_the_first_key_encrypts_and_each_decrypts() -> None:
    old, both = Vault([OLD]), Vault([NEW, OLD])
    assert both.decrypt(old.encrypt("s3cret")) == "s3cret"
    assert Vault([NEW]).decrypt(both.encrypt("s3cret")) == "s3cret"
    with pytest.raises(InvalidToken):
        old.decrypt(both.encrypt("s3cret"))
    assert both.fingerprint == Vault([NEW]).fingerprint != old.fingerprint
    assert not any(key in repr(vars(both)) for key in (OLD, NEW))


@pytest.mark.parametrize("written", ["{},{}", " {} ,\n{}\n"])
def test_keys_from_the_environment_take_the_place_of_the_file(path: Path, written: str) -> None:
    assert open_beside(path, written.format(NEW, OLD)).fingerprints == Vault([NEW, OLD]).fingerprints
    assert not path.with_name("server.sqlite3.key").exists()


def test_a_file_may_hold_several_keys(path: Path) -> None:
    file = path.with_name("server.sqlite3.key")
    file.touch(0o600)
    file.write_text(f"{NEW}\n{OLD}\n")
    assert open_beside(path).fingerprints == Vault([NEW, OLD]).fingerprints


def test_a_key_that_the_command_prints_can_be_used(path: Path) -> None:
    printed = CliRunner().invoke(main, ["keys", "new-vault-key"]).output.strip()
    vault = open_beside(path, printed)
    assert vault.decrypt(vault.encrypt("s3cret")) == "s3cret"


@pytest.mark.parametrize("written", ["nonsense", "{},", "{0},{1:.42}"])
def test_a_key_that_is_none_is_refused_and_not_shown(path: Path, written: str) -> None:
    given = written.format(NEW, OLD)
    with pytest.raises(CannotRun, match="CONTEXTIO_VAULT_KEY holds no key") as refused:
        open_beside(path, given)
    assert given not in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"no key", b"\xff" * 44])
def test_a_broken_key_file_is_named_and_left_alone(path: Path, content: bytes) -> None:
    file = path.with_name("server.sqlite3.key")
    file.touch(0o600)
    file.write_bytes(content)
    with pytest.raises(CannotRun, match="key holds no key; put the right file in its place"):
        open_beside(path)
    assert file.read_bytes() == content


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o606])
def test_a_key_file_that_others_may_read_is_refused(path: Path, mode: int) -> None:
    vault = open_beside(path)
    file = path.with_name("server.sqlite3.key")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    file.chmod(mode)
    with pytest.raises(CannotRun, match="others may read the vault key") as refused:
        open_beside(path)
    remedy = str(refused.value).partition("run: ")[2]
    subprocess.run(remedy, shell=True, check=True)  # noqa: S602 - the command of our own message
    assert open_beside(path).fingerprint == vault.fingerprint


def test_no_start_without_the_key_that_encrypted(path: Path, run_server: Run) -> None:
    fill(run_server, path)
    file = path.with_name("server.sqlite3.key")
    kept = file.rename(path.with_name("kept"))
    with pytest.raises(CannotRun, match=r"the vault key .*\.key of .* is missing; put it back, or"):
        open_beside(path)
    assert not file.exists()
    with pytest.raises(CannotRun, match="encrypted with another vault key"):
        open_beside(path, NEW)
    assert open_beside(path, f"{NEW},{kept.read_text()}").fingerprint == Vault([NEW]).fingerprint
    kept.rename(file)
    open_beside(path)


def test_a_start_with_another_key_ends_with_one_sentence(path: Path, run_server: Run) -> None:
    fill(run_server, path, OLD)
    options = ["serve", "--port", "0", "--database", str(path)]
    refused = CliRunner().invoke(main, options, env={"CONTEXTIO_VAULT_KEY": NEW})
    assert refused.exit_code == 2
    assert len(refused.output.splitlines()) == 1
    assert "add that key to CONTEXTIO_VAULT_KEY" in refused.output
    assert NEW not in refused.output


@pytest.mark.slow
def test_a_key_that_is_lost_for_good_costs_the_secrets_alone(path: Path, imap: Imap, run_server: Run) -> None:
    with run_server(database=str(path), keys=KEYS) as live:
        account = live.client_for("k").account(**imap.form())
    environment = {"CONTEXTIO_DATABASE": str(path)}

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(main, ["keys", *arguments], env=environment)
        assert done.exit_code == 0, done.output
        return done.output

    run("add", "acme")
    assert "gave up 0 passwords of mailboxes and 0 secrets" in run("drop-lost", "--yes")
    path.with_name("server.sqlite3.key").unlink()
    assert "gave up 1 password of mailboxes and 1 secret of consumer keys" in run("drop-lost", "--yes")
    assert "without a secret" in run("list")
    assert "CONTEXTIO_CONSUMER_SECRET=" in run("rotate", "acme")
    with run_server(database=str(path), keys=KEYS) as live:
        client, source = live.client_for("k"), f"/accounts/{account}/sources/0"
        assert client.get(source)["status"] == "INVALID_CREDENTIALS"
        client.post(source, 200, password=imap.password)
        assert client.get(source)["status"] == "OK"


def test_nothing_is_given_up_unasked(path: Path, run_server: Run) -> None:
    fill(run_server, path, OLD)
    environment = {"CONTEXTIO_DATABASE": str(path), "CONTEXTIO_VAULT_KEY": NEW}
    assert CliRunner().invoke(main, ["keys", "drop-lost"], env=environment, input="n\n").exit_code == 1
    assert open_beside(path, OLD).fingerprint == Vault([OLD]).fingerprint


def test_servers_that_start_at_once_share_one_key(path: Path) -> None:
    with closing(Database(str(path))) as database, ThreadPoolExecutor(8) as pool:
        vaults = list(pool.map(lambda _: open_vault("", database), range(8)))
    locked = vaults[0].encrypt("s3cret")
    assert {vault.decrypt(locked) for vault in vaults} == {"s3cret"}
    assert [file.name for file in path.parent.glob("*.key*")] == ["server.sqlite3.key"]


def test_git_never_offers_databases_and_their_keys() -> None:
    root = Path(__file__).parents[2]
    names = ("data.sqlite3", "data.sqlite3-wal", "data.sqlite3.key", "mail.db.key", "vault.key")
    check = ["git", "check-ignore", *names]
    ignored = subprocess.run(check, cwd=root, capture_output=True, text=True, check=True).stdout
    assert ignored.split() == list(names)
