"""What the service's clients in other languages send, and how they read the answers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from oauthlib.oauth1 import SIGNATURE_TYPE_QUERY
from requests_oauthlib import OAuth1

if TYPE_CHECKING:
    from tests.conftest import Client
    from tests.imap import Imap


def test_node_ends_every_address_with_a_slash(client: Client, imap: Imap) -> None:
    created = client.post("/accounts/", email="ada@example.com")
    path = f"/accounts/{created['id']}"
    assert client.get("/accounts/")[0]["id"] == created["id"]
    assert client.get(f"{path}/")["id"] == created["id"]
    label = client.post(f"{path}/sources/", **imap.form(type="imap"))["label"]
    assert client.get(f"{path}/sources/{label.replace('@', '%40').replace(':', '%3A')}/")["label"] == label
    token = client.post(f"{path}/connect_tokens/", callback_url="http://127.0.0.1:9/")["token"]
    assert client.delete(f"{path}/connect_tokens/{token}/") == {"success": True}
    assert client.delete(f"{path}/") == {"success": True}


def test_php_posts_multipart_forms_that_are_not_signed(client: Client, imap: Imap) -> None:
    def post(path: str, **fields: object) -> object:
        files = {name: (None, str(value)) for name, value in fields.items()}
        response = client.send("POST", path, files=files)
        assert response.ok, response.text
        return response.json()

    post("/accounts", email="ada@example.com", first_name="Adä")
    account = client.get("/accounts")[0]
    assert account["first_name"] == "Adä"
    post(f"/accounts/{account['id']}/sources", **imap.form())
    post(f"/accounts/{account['id']}/sources/0", sync_all_folders=1)
    post(f"/accounts/{account['id']}", last_name="King")
    read = client.get(f"/accounts/{account['id']}")
    assert (read["last_name"], read["sources"][0]["sync_all_folders"]) == ("King", True)


def test_php_can_sign_in_the_query_and_sends_labels_raw(client: Client, imap: Imap) -> None:
    account = client.account(**imap.form())
    auth = OAuth1(client.key, client.secret, signature_type=SIGNATURE_TYPE_QUERY)
    assert client.send("GET", "/accounts", params={"limit": 1}, auth=auth).status_code == 200
    path = f"/accounts/{account}/sources/demo@example.com::127.0.0.1"
    assert client.send("GET", path, auth=auth).status_code == 200
    assert client.send("POST", path, data={"sync_all_folders": "1"}, auth=auth).status_code == 200


def test_python_adds_a_field_and_ruby_a_type(client: Client) -> None:
    response = client.send("POST", "/accounts", data={"email": "a@b", "body": "", "type": "IMAP"})
    assert response.status_code == 201
    assert "source" not in response.json()


def test_old_ruby_and_ios_put(client: Client) -> None:
    path = f"/accounts/{client.account()}"
    assert client.send("PUT", path, data={"first_name": "Ada"}).json() == {"success": True}
    assert client.send("PUT", path, params={"last_name": "King"}).json() == {"success": True}
    read = client.get(path)
    assert (read["first_name"], read["last_name"]) == ("Ada", "King")


def test_ruby_compares_the_content_type_with_the_bare_string(client: Client) -> None:
    for path, status in (("/accounts", 200), ("/accounts/x", 404), ("/nothing", 404)):
        for accept in ("application/json", "*/*", "text/html"):
            response = client.send("GET", path, headers={"Accept": accept})
            assert (response.status_code, response.headers["content-type"]) == (status, "application/json")


def test_java_looks_for_error_105(client: Client) -> None:
    stale = OAuth1(client.key, client.secret, timestamp=str(int(time.time()) - 3600))
    assert client.send("GET", "/accounts", auth=stale).json()["code"] == 105
