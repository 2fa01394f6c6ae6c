"""Typical edits of the bundle with what `diff` has to say of each, as data for tests and benchmark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

REMOVED = object()
"""In place of a value: the key is removed."""
TEXT = {"type": "string", "description": "A."}
LIST = "paths /accounts get"
CREATION = "paths /accounts post"
ACCOUNT = "components schemas Account"
ACCOUNT_FORM = "components schemas AccountCreateForm"
SOURCE_FORM = "components schemas SourceCreateForm"
TOKEN = "components schemas ConnectToken"  # noqa: S105 - the name of a schema


class Edit(NamedTuple):
    """Values that are set in the bundle, and the worst that has to be said of it.

    The keys that lead to a value stand side by side. In a list, `-` is its end, and other words are the name
    of an element, or of the component that it refers to.
    """

    values: dict[str, Any]
    rule: str
    subject: str
    level: str


def edited(bundle: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    """Return a bundle in which values are set; it shares all else with the one that is given."""
    for keys, value in values.items():
        bundle = replaced(bundle, keys.split(), value)
    return bundle


def replaced(node: Any, keys: Sequence[Any], value: Any) -> Any:
    """Return a copy of a node with a value below it set, added or removed."""
    key = _index(node, keys[0]) if isinstance(node, list) else keys[0]
    copy = node.copy()
    if len(keys) > 1:
        copy[key] = replaced(node[key], keys[1:], value)
    elif value is REMOVED:
        del copy[key]
    elif isinstance(node, list) and key == len(node):
        copy.append(value)
    else:
        copy[key] = value
    return copy


def _index(elements: list[Any], key: Any) -> int:
    if key == "-":
        return len(elements)
    if str(key).isdecimal():
        return int(key)
    names = [
        str(element.get("name", element.get("$ref", ""))) if isinstance(element, dict) else str(element)
        for element in elements
    ]
    return next(index for index, name in enumerate(names) if name.rpartition("/")[2] == key)


EDITS = {
    # what clients send
    "new optional parameter": Edit(
        {f"{LIST} parameters -": {"name": "q", "in": "query", "schema": TEXT}},
        "parameter-added",
        "query parameter q of accounts_list",
        "additive",
    ),
    "new required parameter": Edit(
        {f"{LIST} parameters -": {"name": "q", "in": "query", "required": True, "schema": TEXT}},
        "required-parameter-added",
        "query parameter q of accounts_list",
        "breaking",
    ),
    "removed parameter": Edit(
        {f"{LIST} parameters SourceStatusOkFilter": REMOVED},
        "parameter-removed",
        "query parameter status_ok of accounts_list",
        "breaking",
    ),
    "renamed parameter": Edit(
        {f"{LIST} parameters limit name": "max"},
        "parameter-removed",
        "query parameter limit of accounts_list",
        "breaking",
    ),
    "parameter became required": Edit(
        {f"{LIST} parameters limit required": True},
        "parameter-required",
        "query parameter limit of accounts_list",
        "breaking",
    ),
    "parameter of another type": Edit(
        {f"{LIST} parameters email schema type": "integer"},
        "request-type-changed",
        "query parameter email of accounts_list",
        "breaking",
    ),
    "wider type of a parameter": Edit(
        {f"{LIST} parameters limit schema type": "number"},
        "request-type-loosened",
        "query parameter limit of accounts_list",
        "additive",
    ),
    "new bound on a parameter": Edit(
        {f"{LIST} parameters limit schema maximum": 100},
        "request-bounds-tightened",
        "query parameter limit of accounts_list",
        "breaking",
    ),
    "bound of a field lowered": Edit(
        {f"{SOURCE_FORM} properties server minLength": 0},
        "request-bounds-loosened",
        "SourceCreateForm.server",
        "additive",
    ),
    "new optional field of a form": Edit(
        {f"{ACCOUNT_FORM} properties nickname": TEXT},
        "request-property-added",
        "AccountCreateForm.nickname",
        "additive",
    ),
    "field of a form became required": Edit(
        {f"{ACCOUNT_FORM} required -": "first_name"},
        "request-required-tightened",
        "AccountCreateForm.first_name",
        "breaking",
    ),
    "field of a form became optional": Edit(
        {f"{SOURCE_FORM} required type": REMOVED},
        "request-required-loosened",
        "SourceCreateForm.type",
        "additive",
    ),
    "field of a form removed": Edit(
        {f"{SOURCE_FORM} properties origin_ip": REMOVED},
        "request-property-removed",
        "SourceCreateForm.origin_ip",
        "breaking",
    ),
    "longer text demanded": Edit(
        {f"{SOURCE_FORM} properties server minLength": 3},
        "request-bounds-tightened",
        "SourceCreateForm.server",
        "breaking",
    ),
    "another default": Edit(
        {f"{SOURCE_FORM} properties expunge_on_deleted_flag default": 1},
        "request-default-changed",
        "SourceCreateForm.expunge_on_deleted_flag",
        "breaking",
    ),
    "another pattern": Edit(
        {"components schemas MailAddress pattern": "^[^@]+@[^@]+$"},
        "request-form-changed",
        "AccountCreateForm.email",
        "breaking",
    ),
    "further value of a flag": Edit(
        {"components schemas Flag enum -": 2},
        "request-values-loosened",
        "AccountCreateForm.raw_file_list",
        "additive",
    ),
    "closed form": Edit(
        {f"{ACCOUNT_FORM} additionalProperties": False},
        "request-extra-tightened",
        "AccountCreateForm",
        "breaking",
    ),
    "body became required": Edit(
        {"paths /accounts/{id} post requestBody required": True},
        "body-required",
        "the body of accounts_update",
        "breaking",
    ),
    # what clients read
    "new field of an answer": Edit(
        {f"{ACCOUNT} properties nb_drafts": {"type": "integer", "description": "A."}},
        "answer-property-added",
        "Account.nb_drafts",
        "additive",
    ),
    "field of an answer removed": Edit(
        {f"{ACCOUNT} properties resource_url": REMOVED},
        "answer-property-removed",
        "Account.resource_url",
        "breaking",
    ),
    "field of an answer became optional": Edit(
        {f"{ACCOUNT} required nb_messages": REMOVED},
        "response-required-loosened",
        "Account.nb_messages",
        "breaking",
    ),
    "field of an answer became required": Edit(
        {f"{ACCOUNT} required -": "resource_url"},
        "response-required-tightened",
        "Account.resource_url",
        "additive",
    ),
    "field of an answer of another type": Edit(
        {f"{ACCOUNT} properties nb_messages type": "string"},
        "response-type-changed",
        "Account.nb_messages",
        "breaking",
    ),
    "field of an answer may be null": Edit(
        {f"{ACCOUNT} properties username type": ["string", "null"]},
        "response-type-loosened",
        "Account.username",
        "breaking",
    ),
    "new value in an answer": Edit(
        {"components schemas SourceStatus enum -": "PAUSED"},
        "response-values-loosened",
        "SourceStatus",
        "breaking",
    ),
    "alternative of an answer dropped": Edit(
        {f"{TOKEN} properties expires oneOf": [{"type": "integer"}]},
        "response-type-tightened",
        "ConnectToken.expires",
        "additive",
    ),
    "lower bound of an answer dropped": Edit(
        {f"{ACCOUNT} properties created minimum": REMOVED},
        "response-bounds-loosened",
        "Account.created",
        "breaking",
    ),
    "another status of success": Edit(
        {f"{CREATION} responses 201": REMOVED, f"{CREATION} responses 200": {"description": "Created."}},
        "success-removed",
        "answer 201 of accounts_create",
        "breaking",
    ),
    "further failure": Edit(
        {f"{CREATION} responses 502": {"$ref": "#/components/responses/MailServerUnreachable"}},
        "answer-added",
        "answer 502 of accounts_create",
        "additive",
    ),
    "callback removed": Edit(
        {f"{CREATION} callbacks initialSyncFinished": REMOVED},
        "callback-removed",
        "callback initialSyncFinished",
        "breaking",
    ),
    "fallback dropped": Edit(
        {f"{SOURCE_FORM} properties use_ssl x-fallback": REMOVED},
        "request-values-tightened",
        "SourceCreateForm.use_ssl",
        "breaking",
    ),
    "other fields signed": Edit(
        {"components schemas StatusNotification x-signature over": ["timestamp", "account_id", "token"]},
        "signature-changed",
        "StatusNotification",
        "breaking",
    ),
    "signature dropped": Edit(
        {"components schemas StatusNotification x-signature": REMOVED},
        "signature-removed",
        "StatusNotification",
        "breaking",
    ),
    "lenient reading dropped": Edit(
        {f"{TOKEN} properties source_raw_file_list x-also-reads": REMOVED},
        "also-reads-removed",
        "ConnectToken.source_raw_file_list",
        "breaking",
    ),
    # operations
    "operation removed": Edit(
        {"paths /connect_tokens/{token} get": REMOVED}, "operation-removed", "connect_tokens_get", "breaking"
    ),
    "operation renamed": Edit(
        {"paths /accounts/{id} get operationId": "accounts_get_one"},
        "operation-renamed",
        "accounts_get_one",
        "breaking",
    ),
    "operation deprecated": Edit({f"{LIST} deprecated": True}, "deprecated", "accounts_list", "additive"),
    "operation without signature": Edit(
        {f"{LIST} security": []}, "security-loosened", "accounts_list", "additive"
    ),
    "list without pages": Edit(
        {f"{LIST} x-list paging": REMOVED}, "promise-removed", "pages of accounts_list", "breaking"
    ),
    # behaviour
    "filter added": Edit(
        {
            f"{LIST} x-list filters name": {"field": "first_name", "match": "equal"},
            f"{LIST} parameters -": {"name": "name", "in": "query", "schema": TEXT},
        },
        "promise-added",
        "filter name of accounts_list",
        "additive",
    ),
    "filter removed": Edit(
        {f"{LIST} x-list filters email": REMOVED},
        "promise-removed",
        "filter email of accounts_list",
        "breaking",
    ),
    "filter by another field": Edit(
        {f"{LIST} x-list filters status field": "sources.type"},
        "promise-changed",
        "filter status of accounts_list",
        "breaking",
    ),
    "filter that no longer narrows": Edit(
        {f"{LIST} x-list filters status narrows": REMOVED},
        "promise-changed",
        "filter status of accounts_list",
        "breaking",
    ),
    "filter that compares otherwise": Edit(
        {f"{LIST} x-list filters email match": "equal"},
        "promise-changed",
        "filter email of accounts_list",
        "breaking",
    ),
    "order dropped": Edit(
        {f"{LIST} x-list order": REMOVED}, "promise-removed", "order of accounts_list", "breaking"
    ),
    "reason of a parameter": Edit(
        {f"{LIST} x-list others": {"fields": "It adds fields."}}, "remark", "accounts_list", "editorial"
    ),
    "another initial value": Edit(
        {"paths /accounts x-resource initial nb_files": 1},
        "promise-changed",
        "initial nb_files of /accounts",
        "breaking",
    ),
    "further initial value": Edit(
        {"paths /accounts x-resource initial username": ""},
        "promise-added",
        "initial username of /accounts",
        "additive",
    ),
    "initial null no longer promised": Edit(
        {"paths /accounts/{id}/sources x-resource initial callback_url": REMOVED},
        "promise-removed",
        "initial callback_url of /accounts/{id}/sources",
        "breaking",
    ),
    "field that no longer reads back": Edit(
        {"paths /accounts x-resource reads-back first_name": False},
        "promise-removed",
        "reading back of first_name of /accounts",
        "breaking",
    ),
    "field that reads back after all": Edit(
        {"paths /accounts x-resource reads-back username": REMOVED},
        "promise-added",
        "reading back of username of /accounts",
        "additive",
    ),
    "shorter lifetime": Edit(
        {"paths /connect_tokens x-resource lifetime seconds": 60},
        "promise-changed",
        "lifetime of /connect_tokens",
        "breaking",
    ),
    "behaviour no longer described": Edit(
        {"paths /accounts x-resource": REMOVED}, "promise-removed", "behaviour of /accounts", "breaking"
    ),
    "mark of test runs": Edit(
        {"paths /accounts x-resource mark": "first_name"}, "remark", "/accounts", "editorial"
    ),
    "server removed": Edit(
        {"servers 0": REMOVED}, "server-removed", "https://api.context.io/2.0", "breaking"
    ),
    # wording
    "another description": Edit(
        {f"{ACCOUNT} properties id description": "Its identifier."}, "wording", "Account.id", "editorial"
    ),
    "another example": Edit(
        {f"{LIST} parameters limit example": 26},
        "wording",
        "query parameter limit of accounts_list",
        "editorial",
    ),
    "another source": Edit({f"{LIST} x-source": ["seed"]}, "remark", "accounts_list", "editorial"),
    "another summary": Edit(
        {"paths /accounts/{id} get summary": "Read it."}, "wording", "accounts_get", "editorial"
    ),
    "condition weakened": Edit(
        {f"{ACCOUNT_FORM} if anyOf 0": REMOVED},
        "request-condition-loosened",
        "AccountCreateForm",
        "additive",
    ),
    # kinds of change for which oasdiff has checks
    "default of a field dropped": Edit(
        {"components schemas ConnectTokenCreateForm properties source_sync_all_folders default": REMOVED},
        "request-default-removed",
        "ConnectTokenCreateForm.source_sync_all_folders",
        "breaking",
    ),
    "field of an answer is no longer sent": Edit(
        {f"{ACCOUNT} properties nb_files writeOnly": True},
        "answer-property-removed",
        "Account.nb_files",
        "breaking",
    ),
    "field of a form is no longer read": Edit(
        {f"{ACCOUNT_FORM} properties migrate_account_id readOnly": True},
        "request-property-removed",
        "AccountCreateForm.migrate_account_id",
        "breaking",
    ),
    "field of an answer marked as read only": Edit(
        {f"{ACCOUNT} properties nb_files readOnly": True}, "remark", "Account.nb_files", "editorial"
    ),
    "form written otherwise": Edit(
        {
            f"{CREATION} requestBody content application/x-www-form-urlencoded encoding": {
                "email": {"style": "pipeDelimited"}
            }
        },
        "encoding-changed",
        "the body of accounts_create",
        "breaking",
    ),
    "another address for an operation": Edit(
        {f"{LIST} servers": [{"url": "https://lists.context.io/2.0"}]},
        "server-removed",
        "https://api.context.io/2.0",
        "breaking",
    ),
    "parameter of a callback removed": Edit(
        {"components callbacks MailboxConnected {$request.body#/callback_url} get parameters 0 name": "t"},
        "answer-property-removed",
        "query parameter contextio_token of callback mailboxConnected",
        "breaking",
    ),
    "parameter of a callback became optional": Edit(
        {
            "components callbacks MailboxConnected {$request.body#/callback_url} get parameters 0 "
            "required": False
        },
        "response-required-loosened",
        "query parameter contextio_token of callback mailboxConnected",
        "breaking",
    ),
    "status of a callback no longer accepted": Edit(
        {
            "components callbacks MailboxConnected {$request.body#/callback_url} get responses": {
                "200": {"description": "The page."}
            }
        },
        "success-removed",
        "answer default of callback mailboxConnected",
        "breaking",
    ),
    "further scheme": Edit(
        {"components securitySchemes basic": {"type": "http", "scheme": "basic"}},
        "security-scheme-added",
        "basic",
        "additive",
    ),
    "other credentials": Edit(
        {"security": [{"oauth1": ["mail"]}]}, "security-tightened", "accounts_list", "breaking"
    ),
    "page renamed for readers": Edit(
        {"tags sources name": "mailboxes"}, "wording", "the list of pages", "editorial"
    ),
}
