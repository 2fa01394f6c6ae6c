"""Callbacks: sent until the receiver accepts them, for a day, with one token, and logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.databases import migrate_at
from tests.server.mail_server import run_mail_server
from tests.server.receivers import Receiver, receiving
from tests.sockets import free_port

from contextio_contract.server.db import deliveries, jobs
from contextio_contract.server.db.tables import deliveries as table
from contextio_contract.server.db.tables import tokens
from contextio_contract.server.db.vault import generate_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.engine import RowMapping
    from tests.conftest import Client, LiveServer
    from tests.imap import Imap

_DAY = 24 * 60 * 60


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as receiver:
        yield receiver


@pytest.fixture
def server(new_server: Callable[..., LiveServer], location: str) -> LiveServer:
    migrate_at(location)
    return new_server(database=location, vault_keys=generate_key(), has_worker=True)


def list_jobs(server: LiveServer) -> list[RowMapping]:
    """Return the jobs but for the recurring one."""
    with server.app.state.services.database.transaction() as connection:
        return [row for row in jobs.list_all(connection) if row["kind"] != "purge"]


def list_deliveries(server: LiveServer) -> list[RowMapping]:
    with server.app.state.services.database.transaction() as connection:
        return list(deliveries.list_latest(connection, 100))


def work_at(server: LiveServer, now: int) -> None:
    """Set the clock, and wait until what is due then is done."""
    server.clock.now = now
    server.app.state.services.worker.wake()
    server.settle()


def count(server: LiveServer, counted: Any) -> int:
    from sqlalchemy import func, select

    with server.app.state.services.database.transaction() as connection:
        return connection.scalar(select(func.count()).select_from(counted)) or 0


def test_a_receiver_that_fails_for_a_day_is_told_in_the_end(
    server: LiveServer, imap: Imap, receiver: Receiver
) -> None:
    receiver.status = 500
    created = server.clock.now
    account = server.client().account(**imap.form(callback_url=receiver.url))
    server.settle()
    tries = 1
    while (due := list_jobs(server)[0]["run_at"]) < created + _DAY:
        work_at(server, due)
        tries += 1
        assert list_jobs(server)[0]["attempts"] == list_deliveries(server)[0]["tries"] == tries
    assert 10 <= tries <= 20
    assert due == created + _DAY
    assert list_deliveries(server)[0]["status"] == 500
    receiver.status = 204
    work_at(server, due)
    bodies = receiver.take_all()
    assert len(bodies) == tries + 1
    assert bodies.count(bodies[0]) == len(bodies)
    assert (bodies[0]["account_id"], bodies[0]["timestamp"]) == (account, created)
    assert list_jobs(server) == []
    delivery = list_deliveries(server)[0]
    assert (delivery["status"], delivery["problem"], delivery["tries"]) == (204, "", tries + 1)
    assert (delivery["delivered_at"], delivery["body"]) == (due, None)


def test_a_callback_is_given_up_after_a_day_and_delivered_when_it_is_retried(
    server: LiveServer, imap: Imap, receiver: Receiver
) -> None:
    receiver.status = 307
    server.client().account(**imap.form(callback_url=receiver.url))
    server.settle()
    end = server.clock.now + _DAY
    work_at(server, end)
    work_at(server, end + 30 * _DAY - 1)
    (job,) = list_jobs(server)
    assert (job["given_up_at"], job["last_error"]) == (end, "it answered with 307")
    assert (list_deliveries(server)[0]["given_up_at"], len(receiver.take_all())) == (end, 2)
    receiver.status = 200
    with server.app.state.services.database.transaction() as connection:
        assert jobs.retry(connection, [job["sequence"]], server.clock()) == {job["sequence"]}
    server.settle()
    assert len(receiver.take_all()) == 1
    assert list_jobs(server) == []


def test_a_mailbox_that_cannot_be_read_is_tried_again(
    server: LiveServer, imap: Imap, receiver: Receiver
) -> None:
    client = server.client()
    endings = iter(["NO [UNAVAILABLE] s3cret", "OK done"])
    replies: dict[str, Any] = {
        "EXAMINE": ["3 EXISTS"],
        "LIST ends": lambda: next(endings),
        "SEARCH": ["SEARCH"],
    }
    with run_mail_server(**replies) as port:
        account = client.account(**imap.form(port=port, callback_url=receiver.url))
        server.settle()
        (job,) = list_jobs(server)
        assert (job["kind"], job["attempts"], job["given_up_at"]) == ("synchronise", 1, None)
        assert job["last_error"] == f"127.0.0.1:{port}: NO [UNAVAILABLE]"
        work_at(server, job["run_at"])
    assert client.get(f"/accounts/{account}")["nb_messages"] == 3
    assert receiver.take()["account_id"] == account
    assert list_jobs(server) == []


def test_a_mailbox_whose_password_is_refused_is_not_tried_again(server: LiveServer, imap: Imap) -> None:
    client = server.client()
    endings = iter(["OK done", "NO [AUTHENTICATIONFAILED] no", "OK done", "OK done"])
    replies: dict[str, Any] = {"SEARCH": ["SEARCH"], "LOGIN ends": lambda: next(endings)}
    with run_mail_server(**replies) as port:
        account = client.account(**imap.form(port=port))
        server.settle()
        (job,) = list_jobs(server)
        assert (job["given_up_at"], job["attempts"]) == (server.clock.now, 1)
        assert job["last_error"] == f"127.0.0.1:{port}: NO [AUTHENTICATIONFAILED]"
        assert client.post(f"/accounts/{account}/sources/0", 200, force_status_check=1) == {"status": "OK"}
        server.settle()
    assert list_jobs(server) == []


def test_the_jobs_and_deliveries_of_a_deleted_account_go_with_it(server: LiveServer, imap: Imap) -> None:
    client = server.client()
    gone = client.account(**imap.form(callback_url=f"http://127.0.0.1:{free_port()}/"))
    kept = client.account(**imap.form(callback_url=f"http://127.0.0.1:{free_port()}/"))
    server.settle()
    assert [row["problem"] for row in list_deliveries(server)] == ["no connection came about"] * 2
    client.delete(f"/accounts/{gone}")
    assert [row["body"]["account_id"] for row in list_deliveries(server)] == [kept]
    assert len(list_jobs(server)) == 1
    work_at(server, server.clock.now + _DAY)
    assert len(list_jobs(server)) == 1


def test_what_is_no_url_of_http_is_kept_for_browsers_and_refused_for_callbacks(
    client: Client, imap: Imap
) -> None:
    url = "cio-api-auth://callback"
    token = client.post("/connect_tokens", callback_url=url)["token"]
    assert client.get(f"/connect_tokens/{token}")["callback_url"] == url
    for name in ("callback_url", "status_callback_url"):
        response = client.send("POST", "/accounts", data=imap.form(**{name: url}))
        assert response.status_code == 400
        assert name in response.json()["value"]
    for name in ("source_callback_url", "status_callback_url"):
        form = {"callback_url": url, name: url}
        assert client.send("POST", "/connect_tokens", data=form).status_code == 400


def test_what_is_old_is_purged(server: LiveServer, imap: Imap, receiver: Receiver) -> None:
    client = server.client()
    start, account = server.clock.now, client.account(**imap.form(callback_url=receiver.url))
    receiver.take()
    closed = f"http://127.0.0.1:{free_port()}/"
    client.post(f"/accounts/{account}/sources", **imap.form(callback_url=closed))
    for _ in range(3):
        client.post("/connect_tokens", callback_url="https://app.example.com/")
    server.settle()
    work_at(server, start + _DAY - 1)
    assert count(server, tokens) == 3
    work_at(server, start + _DAY + 60)
    assert count(server, tokens) == 0
    work_at(server, start + 29 * _DAY)
    assert (count(server, table), len(list_jobs(server))) == (2, 1)
    work_at(server, start + 31 * _DAY + 60)
    work_at(server, start + 31 * _DAY + 180)
    assert (count(server, table), list_jobs(server)) == (0, [])
    assert client.get(f"/accounts/{account}")["nb_messages"] == 12
