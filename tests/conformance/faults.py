"""Faults: ways to break our own server, one at a time, that prove that each check can fail.

A fault changes a request before the server gets it, or the response to it.
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from tests.conformance.changes import default, drop, hide, pretend, put, text
from tests.conformance.faulty_server import Change, Exchange, Fault
from tests.conformance.signature_faults import SIGNATURE_FAULTS

LIST, ONE = "/2.0/accounts/?", "/2.0/accounts/[^/]+/?"
TOKENS, TOKEN = "/2.0/connect_tokens", "/2.0/connect_tokens/[^/]+"
ACT_TOKENS, ACT_TOKEN = "/2.0/accounts/[^/]+/connect_tokens", "/2.0/accounts/[^/]+/connect_tokens/[^/]+"
SOURCES, SOURCE = "/2.0/accounts/[^/]+/sources", "/2.0/accounts/[^/]+/sources/[^/]+"
ACT, CT = "account_connect_tokens", "connect_tokens"
ANY = "/2.0/.*"
SETTINGS = ("server", "username", "password", "port", "use_ssl", "type")


def envelope(exchange: Exchange) -> None:
    if exchange.status == 200:
        exchange.body = {"elements": exchange.body}


def not_found(exchange: Exchange) -> None:
    exchange.answer(404)


def accepted(exchange: Exchange) -> None:
    if exchange.status >= 400:
        exchange.answer(201, {"success": True, "id": "none", "label": "none", "token": "none"})


def offset_from_one(exchange: Exchange) -> None:
    if int(exchange.query.get("offset", 0)) > 0:
        exchange.query["offset"] = str(int(exchange.query["offset"]) - 1)


def wrap(exchange: Exchange) -> None:
    if int(exchange.query.get("offset", 0)) > 4:
        exchange.query["offset"] = "0"


def more_than_asked(exchange: Exchange) -> None:
    if "limit" in exchange.query and exchange.query["limit"] != "100":
        exchange.query["limit"] = str(int(exchange.query["limit"]) + 1)


def fewer_than_asked(exchange: Exchange) -> None:
    if int(exchange.query.get("limit", 0)) > 1:
        exchange.query["limit"] = str(int(exchange.query["limit"]) - 1)


def reorder(exchange: Exchange) -> None:
    exchange.memory["turn"] = exchange.memory.get("turn", 0) + 1
    if exchange.memory["turn"] % 2:
        exchange.body = list(reversed(exchange.body))


def beyond_the_cap(exchange: Exchange) -> None:
    if int(exchange.query.get("limit", 0)) > 100:
        exchange.body += exchange.body[:10]


def whole_sources(name: str) -> tuple[Change, Change]:
    """Filter accounts as they should be, but show all their sources."""

    def before(exchange: Exchange) -> None:
        exchange.memory["wanted"] = exchange.query.pop(name, None)

    def after(exchange: Exchange) -> None:
        wanted = exchange.memory["wanted"]
        if wanted is None or exchange.status != 200:
            return

        def fits(source: Any) -> bool:
            return bool(
                source["status"] == wanted
                or (wanted in {"0", "1"} and (source["status"] == "OK") == (wanted == "1"))
            )

        exchange.body = [account for account in exchange.body if any(map(fits, account["sources"]))]

    return before, after


def together(exchange: Exchange) -> None:
    if "status" in exchange.query:
        exchange.query.pop("status_ok", None)


def ignored(name: str, value: str) -> Change:
    def change(exchange: Exchange) -> None:
        if exchange.query.get(name) == value:
            del exchange.query[name]

    return change


def no_source(exchange: Exchange) -> None:
    if "server" in exchange.form:
        exchange.memory["half"] = True
        drop(*SETTINGS)(exchange)


def half_made(exchange: Exchange) -> None:
    if exchange.memory.pop("half", False):
        exchange.answer(400)


def without_password(exchange: Exchange) -> None:
    if "server" in exchange.form and "password" not in exchange.form:
        drop(*SETTINGS)(exchange)


def without_lone_key(exchange: Exchange) -> None:
    """Take the key of a provider without a token for a password."""
    if "provider_consumer_key" in exchange.form and "provider_refresh_token" not in exchange.form:
        drop("provider_consumer_key")(exchange)
        exchange.form.setdefault("password", "opens-it")


def with_source(exchange: Exchange) -> None:
    if exchange.status == 201:
        exchange.body.setdefault("source", {"label": "none", "resource_url": "http://127.0.0.1:9/"})


def count_up(exchange: Exchange) -> None:
    if exchange.status == 200:
        exchange.body["nb_messages"] += 1


def drop_empty(exchange: Exchange) -> None:
    exchange.form = {name: value for name, value in exchange.form.items() if value}


def renames(exchange: Exchange) -> None:
    """Let a change set the user name, too."""
    if exchange.method == "POST" and "username" in exchange.form:
        exchange.memory[exchange.path] = exchange.form["username"]
    elif exchange.method == "GET" and exchange.status == 200 and exchange.path in exchange.memory:
        exchange.body["username"] = exchange.memory[exchange.path]


def children_stay(exchange: Exchange) -> None:
    if exchange.method == "DELETE" and exchange.path.count("/") == 3:
        exchange.memory["deleted"] = exchange.path
    elif exchange.status == 404 and exchange.path.startswith(exchange.memory.get("deleted", "no")):
        exchange.answer(200, [])


def takes_others(exchange: Exchange) -> None:
    if exchange.method == "DELETE" and exchange.path.count("/") == 3:
        exchange.memory["deleted"] = True
    elif "deleted" in exchange.memory and re.fullmatch(TOKEN, exchange.path):
        exchange.answer(404)


def same_id(exchange: Exchange) -> None:
    if exchange.status == 201:
        exchange.body["id"] = exchange.memory.setdefault("id", exchange.body["id"])


def known_everywhere(exchange: Exchange) -> None:
    """Find what was seen once under any account."""
    if exchange.status == 200 and isinstance(exchange.body, dict):
        exchange.memory[exchange.name] = exchange.body
    elif exchange.status == 404:
        exchange.answer(200, exchange.memory.get(exchange.name, {}))


def found_under_accounts(exchange: Exchange) -> None:
    """Find the tokens for new accounts under any account."""
    if re.fullmatch(TOKENS, exchange.path) and exchange.status == 201:
        exchange.memory[exchange.body["token"]] = True
    elif exchange.status == 404 and exchange.name in exchange.memory:
        exchange.answer(200, {"token": exchange.name})


def soon(exchange: Exchange) -> None:
    for element in exchange.objects:
        if exchange.status == 200:
            element["expires"] = element["created"] + 3600


def changed_still(exchange: Exchange) -> None:
    if exchange.status == 404:
        pretend(exchange)


def first_address(exchange: Exchange) -> None:
    if exchange.status == 200:
        exchange.body["email_addresses"] = exchange.body["email_addresses"][:1]


def raw_label(exchange: Exchange) -> None:
    if exchange.status == 201:
        exchange.body["resource_url"] = unquote(exchange.body["resource_url"])


def forced_success(exchange: Exchange) -> None:
    if "force_status_check" in exchange.form and exchange.status == 200:
        exchange.body = {"success": True}


def other_port(exchange: Exchange) -> None:
    if exchange.status == 200:
        exchange.body["port"] += 1


def not_without(name: str) -> Change:
    def change(exchange: Exchange) -> None:
        if name in exchange.form or name in exchange.query:
            exchange.answer(400)

    return change


def refuse_zero(exchange: Exchange) -> None:
    if exchange.form.get("source_sync_flags") == "0":
        exchange.answer(400)


def milliseconds(exchange: Exchange) -> None:
    if exchange.status == 200:
        exchange.body["created"] *= 1000


def no_slash(exchange: Exchange) -> None:
    if exchange.path.endswith("/"):
        exchange.answer(404)


def empty_with_slash(exchange: Exchange) -> None:
    if exchange.path.endswith("/") and exchange.status == 200:
        exchange.body = []


def unlike_json(accept: str | None) -> Change:
    def change(exchange: Exchange) -> None:
        if exchange.headers.get("accept") == accept:
            exchange.body = b"<accounts/>"

    return change


def wrong_type(exchange: Exchange) -> None:
    exchange.kind = "application/json; charset=utf-8"


def wrong_type_of_errors(exchange: Exchange) -> None:
    if exchange.status >= 400:
        exchange.kind = "application/problem+json"


def decoded_twice(exchange: Exchange) -> None:
    if exchange.status == 404 and "%25" in exchange.path:
        exchange.answer(200, {"id": unquote(unquote(exchange.name))})


def not_decoded(exchange: Exchange) -> None:
    if "%" in exchange.name:
        exchange.answer(404)


def forgotten_with_body(exchange: Exchange) -> None:
    if "body" in exchange.form:
        exchange.form = {}


def known_if(part: int, body: Any) -> Change:
    """Answer with success if just this part of the path is a name that the run invented."""

    def change(exchange: Exchange) -> None:
        invented = [part.startswith("conformance-nothing") for part in exchange.path.split("/")]
        if exchange.status == 404 and invented[part] and sum(invented) == 1:
            exchange.answer(200, body)

    return change


def vague(exchange: Exchange) -> None:
    if exchange.status == 404:
        exchange.body["value"] = "not found"


def nothing_is_400(exchange: Exchange) -> None:
    if exchange.status == 404:
        exchange.answer(400)


def bad_is_empty(exchange: Exchange) -> None:
    if exchange.status == 400:
        exchange.answer(200, [])


def nothing_is_null(exchange: Exchange) -> None:
    if exchange.body == []:
        exchange.body = None


def not_with_address_alone(exchange: Exchange) -> None:
    if exchange.form.keys() == {"email"}:
        exchange.answer(400)


def disabled_is_unknown(exchange: Exchange) -> None:
    if exchange.query.get("status") == "DISABLED":
        exchange.answer(400)


def unregistered_taken(exchange: Exchange) -> None:
    if "provider_consumer_key" in exchange.form:
        accepted(exchange)


def zero_unknown(exchange: Exchange) -> None:
    if exchange.name == "0":
        exchange.answer(404)


DONE = {"success": True}
ELSEWHERE = "http://127.0.0.1:9/2.0/nothing"

FAULTS = (
    *SIGNATURE_FAULTS,
    Fault("accounts_list.window", "offset counts from one", "GET", LIST, offset_from_one),
    Fault("accounts_list.window", "the order changes", "GET", LIST, None, reorder),
    Fault("accounts_list.window", "one more than limit", "GET", LIST, more_than_asked),
    Fault("accounts_list.window", "an offset past the end starts anew", "GET", LIST, wrap),
    Fault("accounts_list.window", "one less than limit", "GET", LIST, fewer_than_asked),
    Fault("accounts_list.window", "pages are in an envelope", "GET", LIST, None, envelope),
    Fault("accounts_list.maximum", "there is no cap", "GET", LIST, None, beyond_the_cap),
    Fault("accounts_list.filter.email", "email is ignored", "GET", LIST, drop("email")),
    Fault("accounts_list.filter.status", "status is ignored", "GET", LIST, drop("status")),
    Fault(
        "accounts_list.narrowing.status",
        "status shows all sources",
        "GET",
        LIST,
        *whole_sources("status"),
    ),
    Fault(
        "accounts_list.narrowing.status_ok",
        "status_ok shows all sources",
        "GET",
        LIST,
        *whole_sources("status_ok"),
    ),
    Fault("accounts_list.filter.status_ok", "status_ok=0 is ignored", "GET", LIST, ignored("status_ok", "0")),
    Fault("accounts_list.filter.status_ok", "status_ok=1 is ignored", "GET", LIST, ignored("status_ok", "1")),
    Fault("accounts_list.filters", "only one filter counts", "GET", LIST, together),
    Fault(
        "accounts_create.any-text",
        "names are cut",
        "POST",
        LIST,
        text("first_name", lambda it: it[:40]),
    ),
    Fault(
        "accounts_create.any-text",
        "names become ASCII",
        "POST",
        LIST,
        text("last_name", lambda it: it.encode("ascii", "replace").decode()),
    ),
    Fault(
        "accounts_create.reads-back", "the address is forgotten", "GET", ONE, None, put(email_addresses=[])
    ),
    Fault("accounts_create.required", "no address is needed", "POST", LIST, default(email="a@b.example")),
    Fault(
        "accounts_create.url",
        "resource_url is a path",
        "POST",
        LIST,
        None,
        put(resource_url="/accounts/1"),
    ),
    Fault(
        "accounts-create-source-object-only-when-source",
        "source is always there",
        "POST",
        LIST,
        None,
        with_source,
    ),
    Fault(
        "accounts-create-source-object-only-when-source",
        "no sources are no list",
        "GET",
        SOURCES,
        None,
        nothing_is_null,
    ),
    Fault(
        "accounts-create-source-object-only-when-source",
        "an address alone is not enough",
        "POST",
        LIST,
        not_with_address_alone,
    ),
    Fault("accounts-create-accepts-source-params", "the source is forgotten", "POST", LIST, no_source),
    Fault(
        "accounts-create-accepts-source-params",
        "an option of the source is forgotten",
        "POST",
        LIST,
        drop("sync_all_folders"),
    ),
    Fault("accounts-create-with-source-atomic", "half an account stays", "POST", LIST, no_source, half_made),
    Fault("accounts-create-source-credentials", "no password is needed", "POST", LIST, without_password),
    Fault(
        "accounts_create.required", "a key alone is no mailbox", "POST", LIST, drop("provider_consumer_key")
    ),
    Fault(
        "accounts-create-failure-diagnostics", "no feedback_code", "POST", LIST, None, hide("feedback_code")
    ),
    Fault("accounts-create-failure-diagnostics", "no success", "POST", LIST, None, hide("success")),
    Fault("accounts-get-404-message", "the error names nothing", "GET", ONE, None, vague),
    Fault("accounts_list.elements", "the list counts otherwise", "GET", ONE, None, count_up),
    Fault("accounts_list.elements", "a field is missing", "GET", ONE, None, hide("nb_files")),
    Fault("accounts_update.changes", "empty names are dropped", "POST", ONE, drop_empty),
    Fault("accounts_update.changes", "what is left out is emptied", "POST", ONE, default(last_name="")),
    Fault("accounts_update.only-its-fields", "the user name changes", "GET POST", ONE, None, renames),
    Fault("accounts_delete.gone", "deletion does nothing", "DELETE", ONE, pretend),
    Fault("accounts_delete.gone", "what is deleted can be changed", "POST", ONE, None, changed_still),
    Fault("accounts_delete.takes-children", "children stay", "GET DELETE", ANY, None, children_stay),
    Fault("accounts_delete.others-stay", "tokens of others go", "GET DELETE", ANY, None, takes_others),
    Fault("accounts_create.new-name", "one id for all", "POST", LIST, None, same_id),
    *(
        Fault(f"{page}_{check}", name, method, {"list": listing, "one": one}[path], before, after)
        for page, listing, one in (
            ("account_connect_tokens", ACT_TOKENS, ACT_TOKEN),
            ("connect_tokens", TOKENS, TOKEN),
        )
        for check, name, method, path, before, after in (
            ("create.lifetime", "it expires in an hour", "GET", "one", None, soon),
            ("create.initial", "it is used from the start", "GET", "one", None, put(used=1)),
            (
                "create.initial",
                "it has an account",
                "GET",
                "one",
                None,
                put(account={"id": "1"}),
            ),
            (
                "create.required",
                "no callback_url is needed",
                "POST",
                "list",
                default(callback_url="http://a.example/"),
                None,
            ),
            ("delete.gone", "deletion does nothing", "DELETE", "one", pretend, None),
        )
    ),
    Fault(
        f"{ACT}_create.reads-back",
        "the name is forgotten",
        "POST",
        ACT_TOKENS,
        drop("first_name"),
    ),
    Fault("connect_tokens_create.reads-back", "the address is forgotten", "POST", TOKENS, drop("email")),
    Fault(
        "ct-redirect-user", "the page is another", "POST", TOKENS, None, put(browser_redirect_url=ELSEWHERE)
    ),
    Fault("src-create-keeps-password", "the password is shown", "GET", SOURCE, None, put(note="opens-it")),
    Fault(
        "act-redirect-user",
        "the page has no address",
        "POST",
        ACT_TOKENS,
        None,
        put(browser_redirect_url="/connect"),
    ),
    Fault(
        "connect_tokens_create.url",
        "resource_url leads nowhere",
        "POST",
        TOKENS,
        None,
        put(resource_url=ELSEWHERE),
    ),
    Fault(
        f"{ACT}_get.own-parent",
        "any account has it",
        "GET",
        ACT_TOKEN,
        None,
        known_everywhere,
    ),
    Fault("ct-is-of-no-account", "any account has it", "GET POST", ANY, None, found_under_accounts),
    Fault("connect_tokens_list.elements", "listed and not there", "GET", TOKEN, not_found),
    Fault("sources_list.elements", "the list shows another port", "GET", SOURCES, None, put(port=1)),
    Fault("sources_list.filter.status", "status is ignored", "GET", SOURCES, drop("status")),
    Fault("sources_list.filter.status", "one status is unknown", "GET", SOURCES, disabled_is_unknown),
    Fault("sources_list.filter.status_ok", "status_ok is ignored", "GET", SOURCES, drop("status_ok")),
    Fault("src-create-validates-mailbox", "anything is attached", "POST", SOURCES, None, accepted),
    Fault("sources_create.required", "no password is needed", "POST", SOURCES, default(password="x")),  # noqa: S106 - opens nothing
    Fault("sources_create.required", "a key alone is enough", "POST", SOURCES, without_lone_key),
    Fault(
        "src-create-use-ssl-strict-one",
        "any value but 0 encrypts",
        "POST",
        SOURCES,
        text("use_ssl", lambda value: "0" if value == "0" else "1"),
    ),
    Fault("src-create-use-ssl-strict-one", "1 does not", "POST", SOURCES, text("use_ssl", lambda _: "0")),
    Fault(
        "src-create-provider-beats-password",
        "the password is used",
        "POST",
        SOURCES,
        drop("provider_consumer_key", "provider_refresh_token"),
    ),
    Fault(
        "src-create-provider-beats-password",
        "a token of the first era is ignored",
        "POST",
        SOURCES,
        drop("provider_token"),
    ),
    Fault(
        "src-create-provider-beats-password",
        "unregistered keys are taken",
        "POST",
        SOURCES,
        None,
        unregistered_taken,
    ),
    Fault("src-create-populates-addresses", "the address is not added", "GET", ONE, None, first_address),
    Fault("sources_create.reads-back", "another port", "GET", SOURCE, None, other_port),
    Fault("src-create-failure-diagnostics", "no connectionLog", "POST", SOURCES, None, hide("connectionLog")),
    Fault("src-label-zero-alias", "0 is unknown", "GET", SOURCE, zero_unknown),
    Fault("sources_create.url", "the label is raw", "POST", SOURCES, None, raw_label),
    Fault("src-update-reset-status", "status is not looked at", "POST", SOURCE, drop("status")),
    Fault("src-update-force-alone", "other fields are taken", "POST", SOURCE, drop("sync_all_folders")),
    Fault(
        "src-update-force-different-reply", "success in place of status", "POST", SOURCE, None, forced_success
    ),
    Fault(
        "src-update-force-different-reply", "success beside status", "POST", SOURCE, None, put(success=True)
    ),
    Fault(
        "src-update-provider-beats-password",
        "the password is used",
        "POST",
        SOURCE,
        drop("provider_consumer_key", "provider_refresh_token"),
    ),
    Fault("sources_update.only-its-fields", "the user name changes", "GET POST", SOURCE, None, renames),
    Fault("sources_update.changes", "a flag is forgotten", "POST", SOURCE, drop("expunge_on_deleted_flag")),
    Fault("sources_delete.gone", "deletion does nothing", "DELETE", SOURCE, pretend),
    Fault("sources_get.own-parent", "any account has it", "GET", SOURCE, None, known_everywhere),
    Fault("err-unknown-is-404", "unknown is 400", "GET POST DELETE", ANY, None, nothing_is_400),
    Fault("err-unknown-is-404", "an unknown account has no sources", "GET", SOURCES, None, known_if(3, [])),
    Fault("err-unknown-is-404", "its account is not looked at", "POST", SOURCE, None, known_if(3, DONE)),
    Fault("err-unknown-is-404", "an unknown source is deleted", "DELETE", SOURCE, None, known_if(5, DONE)),
    Fault("err-unknown-is-404", "its media type is another", "DELETE", TOKEN, None, wrong_type_of_errors),
    Fault("accounts_list.bad-query", "a bad query finds nothing", "GET", LIST, None, bad_is_empty),
    Fault(
        "accounts_create.bad-form",
        "any address is taken",
        "POST",
        LIST,
        text("email", lambda it: it if "@" in it else "a@b.example"),
    ),
    Fault("res-json", "a parameter in the media type", "GET", LIST, None, wrong_type),
    Fault("res-json", "a parameter for one resource", "GET", ACT_TOKEN, None, wrong_type),
    Fault("res-json", "a parameter for changes", "POST", ONE, None, wrong_type),
    Fault("req-accept-json", "XML for who takes anything", "GET", LIST, None, unlike_json("*/*")),
    Fault("req-accept-json", "XML for who says nothing", "GET", TOKEN, None, unlike_json(None)),
    Fault("req-trailing-slash", "a slash makes a difference", "GET", ANY, no_slash),
    Fault("req-trailing-slash", "nothing is created with a slash", "POST", f"{TOKENS}/", no_slash),
    Fault("req-trailing-slash", "nothing is deleted with a slash", "DELETE", ANY, no_slash),
    Fault("req-trailing-slash", "nothing is listed with a slash", "GET", LIST, None, empty_with_slash),
    Fault("req-path-encoding", "names are decoded twice", "GET", ONE, None, decoded_twice),
    Fault("req-path-encoding", "names are not decoded", "GET", SOURCE, None, not_decoded),
    Fault("req-python-stray-body", "an unknown field is refused", "POST", ANY, not_without("body")),
    Fault("req-python-stray-body", "the form is forgotten", "POST", ONE, forgotten_with_body),
    Fault("req-python-stray-body", "a source takes no such field", "POST", SOURCE, not_without("body")),
    Fault("req-ruby-type-alone", "type asks for a source", "POST", LIST, not_without("type")),
    Fault("req-booleans-0-1", "0 is refused", "POST", TOKENS, refuse_zero),
    Fault("accounts_create.created", "milliseconds", "GET", ONE, None, milliseconds),
    Fault("accounts_create.url", "it leads nowhere", "GET", ONE, None, put(resource_url=ELSEWHERE)),
)
