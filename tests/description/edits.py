"""Typical edits of the description with what `diff` has to say of each, as data for tests and benchmark."""

from __future__ import annotations

from typing import NamedTuple

ROOT = "openapi.yaml"
COMMON = "common.yaml"
ACCOUNTS = "resources/accounts.yaml"
SOURCES = "resources/sources.yaml"
TOKENS = "resources/connect_tokens.yaml"


class Edit(NamedTuple):
    """An edit of the first place where `old` stands, and the worst that has to be said of it."""

    file: str
    old: str
    new: str
    rule: str
    place: str
    level: str


EDITS = {
    # what clients send
    "new optional parameter": Edit(
        ACCOUNTS,
        "      parameters:\n",
        "      parameters:\n        - {name: q, in: query, description: A., schema: {type: string}}\n",
        "parameter-added",
        "query parameter q of accounts_list",
        "additive",
    ),
    "new required parameter": Edit(
        ACCOUNTS,
        "      parameters:\n",
        "      parameters:\n        - {name: q, in: query, required: true, schema: {type: string}}\n",
        "required-parameter-added",
        "query parameter q of accounts_list",
        "breaking",
    ),
    "removed parameter": Edit(
        ACCOUNTS,
        '        - $ref: "../common.yaml#/parameters/SourceStatusOkFilter"\n',
        "",
        "parameter-removed",
        "query parameter status_ok of accounts_list",
        "breaking",
    ),
    "renamed parameter": Edit(
        ACCOUNTS, "- name: limit", "- name: max", "parameter-removed", "query parameter limit of", "breaking"
    ),
    "parameter became required": Edit(
        ACCOUNTS,
        "- name: limit\n",
        "- name: limit\n          required: true\n",
        "parameter-required",
        "query parameter limit of accounts_list",
        "breaking",
    ),
    "parameter of another type": Edit(
        ACCOUNTS,
        "schema:\n            type: string",
        "schema:\n            type: integer",
        "request-type-changed",
        "query parameter email of accounts_list",
        "breaking",
    ),
    "wider type of a parameter": Edit(
        ACCOUNTS,
        "schema:\n            type: integer\n            minimum: 1",
        "schema:\n            type: number\n            minimum: 1",
        "request-type-loosened",
        "query parameter limit of accounts_list",
        "additive",
    ),
    "new bound on a parameter": Edit(
        ACCOUNTS,
        "            minimum: 1\n",
        "            minimum: 1\n            maximum: 100\n",
        "request-bounds-tightened",
        "query parameter limit of accounts_list",
        "breaking",
    ),
    "bound of a field lowered": Edit(
        SOURCES,
        "        minLength: 1\n        description: Host",
        "        minLength: 0\n        description: Host",
        "request-bounds-loosened",
        "SourceCreateForm.server",
        "additive",
    ),
    "new optional field of a form": Edit(
        ACCOUNTS,
        "      migrate_account_id:\n",
        "      nickname: {type: string, description: A.}\n      migrate_account_id:\n",
        "request-property-added",
        "AccountCreateForm.nickname",
        "additive",
    ),
    "field of a form became required": Edit(
        ACCOUNTS,
        "    required: [email]\n",
        "    required: [email, first_name]\n",
        "request-required-tightened",
        "AccountCreateForm.first_name",
        "breaking",
    ),
    "field of a form became optional": Edit(
        SOURCES,
        "required: [email, server, username, use_ssl, port, type]",
        "required: [email, server, username, use_ssl, port]",
        "request-required-loosened",
        "SourceCreateForm.type",
        "additive",
    ),
    "field of a form removed": Edit(
        SOURCES,
        "      origin_ip:\n        type: string\n"
        "        description: IP address from which the person uses the application.\n",
        "",
        "request-property-removed",
        "SourceCreateForm.origin_ip",
        "breaking",
    ),
    "longer text demanded": Edit(
        SOURCES,
        "        minLength: 1\n        description: Host",
        "        minLength: 3\n        description: Host",
        "request-bounds-tightened",
        "SourceCreateForm.server",
        "breaking",
    ),
    "another default": Edit(
        SOURCES,
        "        default: 0\n",
        "        default: 1\n",
        "request-default-changed",
        "SourceCreateForm.expunge_on_deleted_flag",
        "breaking",
    ),
    "another pattern": Edit(
        COMMON,
        "pattern: '^[^@\\s]+@[^@\\s]+$'",
        "pattern: '^[^@]+@[^@]+$'",
        "request-form-changed",
        "MailAddress",
        "breaking",
    ),
    "further value of a flag": Edit(
        COMMON, "enum: [0, 1]", "enum: [0, 1, 2]", "request-values-loosened", "Flag", "additive"
    ),
    "closed form": Edit(
        ACCOUNTS,
        "    required: [email]\n",
        "    required: [email]\n    additionalProperties: false\n",
        "request-extra-tightened",
        "AccountCreateForm",
        "breaking",
    ),
    "body became required": Edit(
        ACCOUNTS,
        "        description: The names to set.\n",
        "        required: true\n        description: The names to set.\n",
        "body-required",
        "the body of accounts_update",
        "breaking",
    ),
    # what clients read
    "new field of an answer": Edit(
        ACCOUNTS,
        "      nb_files:\n        type",
        "      nb_drafts: {type: integer, description: A.}\n      nb_files:\n        type",
        "answer-property-added",
        "Account.nb_drafts",
        "additive",
    ),
    "field of an answer removed": Edit(
        ACCOUNTS,
        "      resource_url:\n        type: string\n        format: uri\n"
        "        description: Absolute address of the account.\n",
        "",
        "answer-property-removed",
        "Account.resource_url",
        "breaking",
    ),
    "field of an answer became optional": Edit(
        ACCOUNTS,
        "      - nb_messages\n",
        "",
        "response-required-loosened",
        "Account.nb_messages",
        "breaking",
    ),
    "field of an answer became required": Edit(
        ACCOUNTS,
        "      - nb_files\n",
        "      - nb_files\n      - resource_url\n",
        "response-required-tightened",
        "Account.resource_url",
        "additive",
    ),
    "field of an answer of another type": Edit(
        ACCOUNTS,
        "      nb_messages:\n        type: integer",
        "      nb_messages:\n        type: string",
        "response-type-changed",
        "Account.nb_messages",
        "breaking",
    ),
    "field of an answer may be null": Edit(
        ACCOUNTS,
        "      username:\n        type: string",
        '      username:\n        type: [string, "null"]',
        "response-type-loosened",
        "Account.username",
        "breaking",
    ),
    "new value in an answer": Edit(
        COMMON,
        "      - TEMP_DISABLED\n",
        "      - TEMP_DISABLED\n      - PAUSED\n",
        "response-values-loosened",
        "SourceStatus",
        "breaking",
    ),
    "alternative of an answer dropped": Edit(
        TOKENS,
        "          - type: boolean\n            const: false\n",
        "",
        "response-union-tightened",
        "ConnectToken.expires",
        "additive",
    ),
    "lower bound of an answer dropped": Edit(
        ACCOUNTS,
        "      created:\n        type: integer\n        minimum: 0",
        "      created:\n        type: integer",
        "response-bounds-loosened",
        "Account.created",
        "breaking",
    ),
    "another status of success": Edit(
        ACCOUNTS,
        '        "201":',
        '        "200":',
        "success-removed",
        "answer 201 of accounts_create",
        "breaking",
    ),
    "further failure": Edit(
        ACCOUNTS,
        '        "503":',
        '        "502":\n          $ref: "../common.yaml#/responses/MailServerUnreachable"\n        "503":',
        "answer-added",
        "answer 502 of accounts_create",
        "additive",
    ),
    "callback removed": Edit(
        ACCOUNTS,
        "        initialSyncFinished:\n",
        "        initialSyncDone:\n",
        "callback-removed",
        "callback initialSyncFinished",
        "breaking",
    ),
    "lenient reading dropped": Edit(
        TOKENS,
        "        x-also-reads: [empty-array]\n",
        "",
        "also-reads-removed",
        "ConnectToken.account",
        "breaking",
    ),
    # operations
    "operation removed": Edit(
        ROOT,
        '  /connect_tokens/{token}: {$ref: "resources/connect_tokens.yaml#/pathItems/instance"}\n',
        "",
        "operation-removed",
        "connect_tokens_get",
        "breaking",
    ),
    "operation renamed": Edit(
        ACCOUNTS,
        "operationId: accounts_get\n      tags",
        "operationId: accounts_get_one\n      tags",
        "operation-renamed",
        "accounts_get_one",
        "breaking",
    ),
    "operation deprecated": Edit(
        ACCOUNTS,
        "      operationId: accounts_list\n",
        "      operationId: accounts_list\n      deprecated: true\n",
        "deprecated",
        "accounts_list",
        "additive",
    ),
    "operation without signature": Edit(
        ACCOUNTS,
        "      operationId: accounts_list\n",
        "      operationId: accounts_list\n      security: []\n",
        "security-loosened",
        "accounts_list",
        "additive",
    ),
    "list without pages": Edit(
        ACCOUNTS,
        "      x-paging: {limit: limit, offset: offset, maximum: 100}\n",
        "",
        "paging-removed",
        "accounts_list",
        "breaking",
    ),
    "server removed": Edit(
        ROOT,
        "  - url: https://api.context.io/2.0\n"
        "    description: The service itself, out of operation since December 2018.\n",
        "",
        "server-removed",
        "https://api.context.io/2.0",
        "breaking",
    ),
    # wording
    "another description": Edit(
        ACCOUNTS, "Identifier of the account.", "Its identifier.", "wording", "Account.id", "editorial"
    ),
    "another example": Edit(
        ACCOUNTS, "example: 25", "example: 26", "wording", "query parameter limit of", "editorial"
    ),
    "another source": Edit(
        ACCOUNTS,
        "x-source: [seed, docs2012, docs2018, python, ruby, php, java, node, swagger]",
        "x-source: [seed]",
        "remark",
        "accounts_list",
        "editorial",
    ),
    "another summary": Edit(
        ACCOUNTS, "summary: Read an account.", "summary: Read it.", "wording", "accounts_get", "editorial"
    ),
    "condition weakened": Edit(
        ACCOUNTS,
        "        - required: [server]\n",
        "",
        "request-condition-changed",
        "AccountCreateForm",
        "breaking",
    ),
    # kinds of change for which oasdiff has checks
    "default of a field dropped": Edit(
        TOKENS,
        "        default: 0\n",
        "",
        "wording",
        "ConnectTokenCreateForm.source_sync_all_folders",
        "editorial",
    ),
    "field of an answer is no longer sent": Edit(
        ACCOUNTS,
        "      nb_files:\n        type: integer\n",
        "      nb_files:\n        type: integer\n        writeOnly: true\n",
        "answer-property-removed",
        "Account.nb_files",
        "breaking",
    ),
    "field of a form is no longer read": Edit(
        ACCOUNTS,
        "      migrate_account_id:\n        type: string\n",
        "      migrate_account_id:\n        type: string\n        readOnly: true\n",
        "request-property-removed",
        "AccountCreateForm.migrate_account_id",
        "breaking",
    ),
    "field of an answer marked as read only": Edit(
        ACCOUNTS,
        "      nb_files:\n        type: integer\n",
        "      nb_files:\n        type: integer\n        readOnly: true\n",
        "remark",
        "Account.nb_files",
        "editorial",
    ),
    "form written otherwise": Edit(
        ACCOUNTS,
        '              $ref: "#/schemas/AccountCreateForm"\n',
        '              $ref: "#/schemas/AccountCreateForm"\n'
        "            encoding: {email: {style: pipeDelimited}}\n",
        "encoding-changed",
        "the body of accounts_create",
        "breaking",
    ),
    "another address for an operation": Edit(
        ACCOUNTS,
        "      operationId: accounts_list\n",
        "      operationId: accounts_list\n      servers: [{url: https://lists.context.io/2.0}]\n",
        "server-removed",
        "https://api.context.io/2.0",
        "breaking",
    ),
    "parameter of a callback removed": Edit(
        COMMON,
        "          - name: contextio_token\n",
        "          - name: token\n",
        "answer-property-removed",
        "query parameter contextio_token of callback mailboxConnected",
        "breaking",
    ),
    "parameter of a callback became optional": Edit(
        COMMON,
        "            in: query\n            required: true\n            description: The connect token",
        "            in: query\n            description: The connect token",
        "response-required-loosened",
        "query parameter contextio_token of callback mailboxConnected",
        "breaking",
    ),
    "further scheme": Edit(
        ROOT,
        "  securitySchemes:\n",
        "  securitySchemes:\n    basic: {type: http, scheme: basic, description: A.}\n",
        "security-scheme-added",
        "basic",
        "additive",
    ),
    "other credentials": Edit(
        ROOT,
        "security:\n  - oauth1: []",
        "security:\n  - oauth1: [mail]",
        "security-tightened",
        "accounts_list",
        "breaking",
    ),
    "page renamed for readers": Edit(
        ROOT, "  - name: sources\n", "  - name: mailboxes\n", "wording", "the list of pages", "editorial"
    ),
}
