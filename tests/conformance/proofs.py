"""Proofs of claims: for each rule that is checked, faults that break it."""

from __future__ import annotations

from typing import Final

PROVEN: Final[dict[str, tuple[str, ...]]] = {
    "accounts-list-status-narrows-sources": ("accounts_list.narrowing.status: status shows all sources",),
    "accounts-list-status-ok-zero": ("accounts_list.filter.status_ok: status_ok=0 is ignored",),
    "accounts-list-status-ok-one": ("accounts_list.filter.status_ok: status_ok=1 is ignored",),
    "accounts-list-status-ok-narrows-sources": (
        "accounts_list.narrowing.status_ok: status_ok shows all sources",
    ),
    "accounts-list-offset-zero-based": ("accounts_list.window: offset counts from one",),
    "accounts-list-email-single": (
        "accounts_list.filter.email: email is ignored",
        "accounts_list.filter.email: the filter finds nothing",
    ),
    "accounts-list-limit-cap": (
        "accounts_list.maximum: there is no cap",
        "accounts_list.maximum: a limit above the maximum is refused",
    ),
    "accounts-list-scope-api-key": (
        "key-lists: Accounts of all keys are listed",
        "key-lists: Filter searches all keys",
        "key-unknown: Any key reads",
        "key-names: Deletes by address",
    ),
    "accounts-create-accepts-source-params": (
        "accounts-create-accepts-source-params: the source is forgotten",
        "accounts-create-accepts-source-params: an option of the source is forgotten",
    ),
    "accounts-create-with-source-atomic": ("accounts-create-with-source-atomic: half an account stays",),
    "accounts-create-source-object-only-when-source": (
        "accounts-create-source-object-only-when-source: source is always there",
    ),
    "accounts-create-resource-url-absolute": ("accounts_create.url: resource_url is a path",),
    "accounts-create-email-only-ok": (
        "accounts-create-source-object-only-when-source: an address alone is not enough",
    ),
    "accounts-create-source-credentials": (
        "accounts-create-source-credentials: no password is needed",
        "accounts_create.required: a key alone is no mailbox",
    ),
    "accounts-create-failure-diagnostics": (
        "accounts-create-failure-diagnostics: no feedback_code",
        "accounts-create-failure-diagnostics: no success",
    ),
    "accounts-get-404-message": (
        "err-unknown-is-404: unknown is 400",
        "accounts-get-404-message: the error names nothing",
    ),
    "accounts-get-same-shape-as-list": (
        "accounts_list.elements: a field is missing",
        "accounts_list.elements: the list counts otherwise",
    ),
    "accounts-update-only-names": ("accounts_update.only-its-fields: the user name changes",),
    "accounts-update-partial": ("accounts_update.changes: what is left out is emptied",),
    "accounts-delete-then-404": ("accounts_delete.gone: deletion does nothing",),
    "act-list-no-filters": ("account_connect_tokens_list.undivided: it has the elements of a page",),
    "act-redirect-user": ("act-redirect-user: the page has no address",),
    "act-unused-purged-24h": ("account_connect_tokens_create.lifetime: it expires in an hour",),
    "act-get-account-empty-until-used": ("account_connect_tokens_create.initial: it has an account",),
    "act-get-used-zero": ("account_connect_tokens_create.initial: it is used from the start",),
    "act-delete-not-in-seed": ("account_connect_tokens_delete.gone: deletion does nothing",),
    "act-delete-then-404": ("account_connect_tokens_delete.gone: deletion does nothing",),
    "ea-purpose-contact-filter": ("con-list-own-addresses-hidden: Owners are their contacts",),
    "ea-auto-populated": ("ea-auto-populated: Addresses of sources are missing",),
    "ea-list-one-primary": (
        "ea-list-one-primary: No address is primary",
        "ea-list-one-primary: Former primary stays",
    ),
    "ea-get-instance-doubtful": ("email_addresses_list.elements: the list shows another value",),
    "ea-primary-exclusive": ("ea-primary-exclusive: Former primary stays",),
    "src-multi-merge": (
        "sources_create.embedded: the resource above does not show it",
        "sources_create.new-name: one name for all",
    ),
    "src-list-bare-array": ("accounts-create-source-object-only-when-source: no sources are no list",),
    "src-list-no-paging": ("sources_list.undivided: it has the elements of a page",),
    "src-list-status-enum-same": ("sources_list.filter.status: one status is unknown",),
    "src-create-validates-mailbox": ("src-create-validates-mailbox: anything is attached",),
    "src-create-credentials-required": (
        "sources_create.required: no password is needed",
        "sources_create.required: a key alone is enough",
    ),
    "src-create-provider-beats-password": (
        "src-create-provider-beats-password: the password is used",
        "src-create-provider-beats-password: a token of the first era is ignored",
    ),
    "src-create-consumer-key-registered": (
        "src-create-provider-beats-password: unregistered keys are taken",
    ),
    "src-create-use-ssl-strict-one": (
        "src-create-use-ssl-strict-one: any value but 0 encrypts",
        "src-create-use-ssl-strict-one: 1 does not",
    ),
    "src-create-populates-addresses": ("src-create-populates-addresses: the address is not added",),
    "src-create-label-assigned": ("sources_create.new-name: one name for all",),
    "src-create-initial-sync-async": (
        "src-create-initial-sync-async: Nothing is told",
        "src-create-initial-sync-async: Is told by put",
    ),
    "cb-signature": (
        "cb-signature: Signed with the key",
        "cb-signature: Token is signed first",
        "cb-signature: Signed in base64",
    ),
    "src-create-failure-diagnostics": ("src-create-failure-diagnostics: no connectionLog",),
    "src-label-zero-alias": ("src-label-zero-alias: 0 is unknown",),
    "src-label-percent-encoding": ("sources_create.url: the label is raw",),
    "src-update-reset-status": ("src-update-reset-status: status is not looked at",),
    "src-update-force-alone": ("src-update-force-alone: other fields are taken",),
    "src-update-force-different-reply": (
        "src-update-force-different-reply: success in place of status",
        "src-update-force-different-reply: success beside status",
    ),
    "src-update-provider-beats-password": ("src-update-provider-beats-password: the password is used",),
    "src-update-no-server-change": (
        "sources_update.only-its-fields: the user name changes",
        "sources_update.only-its-fields: a field that the form lacks is changed",
    ),
    "src-delete-then-404": ("sources_delete.gone: deletion does nothing",),
    "fld-extended-counts-unseen-only": (
        "source_folders_list.switch.include_extended_counts: it adds something else as well",
        "source_folders_get.switch.include_extended_counts: it has no effect",
    ),
    "fld-create-by-put": ("source_folders_create.new-name: there can be one alone",),
    "sct-only-callback-url": (
        "source_connect_tokens_create.stray-fields: a field that the form lacks is taken",
    ),
    "sct-unused-purged-24h": ("source_connect_tokens_create.lifetime: it ends too soon",),
    "sync-post-async": (
        "sync_start.work: it answers as if it were done",
        "sync_start_source.work: it answers as if it were done",
    ),
    "msg-filter-or": (
        "messages_list.filter.to: the first of several values counts alone",
        "messages_list.filter.from: the first of several values counts alone",
        "messages_list.filter.cc: the first of several values counts alone",
        "messages_list.filter.bcc: the first of several values counts alone",
    ),
    "msg-filter-and": ("messages_list.filters: the last filter is ignored",),
    "msg-list-newest-first": ("messages_list.sorted: it is the other way round",),
    "msg-post-multipart": ("messages_create.upload: a multipart form is refused",),
    "msg-post-body-unsigned": ("messages_create.upload: a multipart form is refused",),
    "msg-post-readable-at-once": ("messages_create.upload: it can be read later",),
    "msg-post-message-required": ("messages_create.required: a required field may be missing",),
    "msg-id-alternatives": ("messages_get.also-named: the key alone leads to it",),
    "msg-copy-default": ("messages_update.changes: what joins a list takes the place of the others",),
    "msg-body-text-only": ("msg-body-text-only: Files are text",),
    "msg-folders-brackets": (
        "messages_update_folders.part-changes: the last of several values counts alone",
    ),
    "msg-folders-put-json": (
        "messages_replace_folders.part-replaced: nothing is replaced",
        "messages_replace_folders.bad-body: anything is taken",
    ),
    "msg-source-includes-attachments": ("msg-source-includes-attachments: Source ends with its header",),
    "thr-list-urls": ("threads_list.elements: the list shows another value",),
    "fil-filter-or": (
        "files_list.filter.to: the first of several values counts alone",
        "files_list.filter.from: the first of several values counts alone",
        "files_list.filter.cc: the first of several values counts alone",
        "files_list.filter.bcc: the first of several values counts alone",
    ),
    "fil-filter-and": ("files_list.filters: the last filter is ignored",),
    "fil-arrays-comma": ("files_list.filter.to: the first of several values counts alone",),
    "fil-date-vs-indexed": (
        "files_list.filter.date_before: another field is looked at",
        "files_list.filter.indexed_before: another field is looked at",
    ),
    "fil-content-disposition": ("fil-content-disposition: Files without name",),
    "con-list-own-addresses-hidden": ("con-list-own-addresses-hidden: Owners are their contacts",),
    "con-get-emails-not-email": ("con-get-emails-not-email: Contacts have email",),
    "con-count-is-sum": (
        "con-count-is-sum: Sent messages are not counted",
        "con-count-is-sum: Owners send more than is sent",
    ),
    "con-exchanged-definition": (
        "contacts_list_messages.of: Sent by contact alone",
        "contacts_list_files.of: it lacks an element",
        "contacts_list_threads.of: it lacks an element",
    ),
    "con-threads-urls": ("contacts_list_threads.elements: the list shows another value",),
    "wh-new-is-active": (
        "webhooks_create.initial: a field starts with another value",
        "webhooks_create_application.initial: a field starts with another value",
    ),
    "wh-update-overwrites": (
        "webhooks_update.changes: a field is not changed",
        "webhooks_update_application.changes: a field is not changed",
    ),
    "wh-update-needs-parameter": (
        "webhooks_update.bad-form: an empty form is taken",
        "webhooks_update_application.bad-form: an empty form is taken",
    ),
    "ct-same-as-account-variant": (
        "ct-redirect-user: the page is another",
        "ct-is-of-no-account: any account has it",
        "connect_tokens_create.reads-back: the address is forgotten",
        "connect_tokens_create.initial: it is used from the start",
        "connect_tokens_create.required: no callback_url is needed",
        "connect_tokens_list.order: the newest comes first",
        "connect_tokens_delete.gone: deletion does nothing",
    ),
    "ct-list-scope": ("connect_tokens_list.elements: the list lacks the newest element",),
    "ct-unused-purged-24h": ("connect_tokens_create.lifetime: it expires in an hour",),
    "ct-get-account-empty-until-used": ("connect_tokens_create.initial: it has an account",),
    "ct-delete-then-404": ("connect_tokens_delete.gone: deletion does nothing",),
    "dis-not-found-200": (
        "dis-not-found-200: Unknown domain is404",
        "dis-not-found-200: Everything is found",
    ),
    "oap-delete-then-404": ("oauth_providers_delete.gone: a deletion does nothing",),
    "auth-two-legged-no-token": (
        "auth-unsigned: unsigned requests are taken",
        "auth-wrong-secret: any secret is taken",
    ),
    "auth-header-default": ("auth-header-default: only headers are taken",),
    "auth-form-params-signed": (
        "auth-form-params-signed: forms are not verified",
        "accounts_create.multipart: it is not read",
    ),
    "auth-timestamp-window": (
        "auth-timestamp-window: stale timestamps are taken",
        "auth-timestamp-window: the error has no number",
    ),
    "req-get-query": ("accounts_list.filter.email: email is ignored",),
    "req-post-urlencoded": ("req-python-stray-body: the form is forgotten",),
    "req-post-multipart-too": (
        "accounts_create.multipart: it is not read",
        "sources_update.multipart: it is not read",
    ),
    "req-post-message-multipart": ("messages_create.upload: a multipart form is refused",),
    "req-put-json": ("messages_replace_folders.part-replaced: nothing is replaced",),
    "req-booleans-0-1": ("req-booleans-0-1: 0 is refused", "sources_update.changes: a flag is forgotten"),
    "req-arrays-comma": (
        "messages_list.filter.to: the first of several values counts alone",
        "messages_update_folders.part-changes: the last of several values counts alone",
    ),
    "req-timestamps": (
        "accounts_create.created: milliseconds",
        "accounts_create.created: Created with fractions",
        "accounts_create.created: Created in local time",
    ),
    "req-trailing-slash": (
        "req-trailing-slash: a slash makes a difference",
        "req-trailing-slash: nothing is created with a slash",
        "req-trailing-slash: nothing is deleted with a slash",
    ),
    "req-path-encoding": (
        "req-path-encoding: names are decoded twice",
        "req-path-encoding: names are not decoded",
    ),
    "req-accept-json": (
        "req-accept-json: XML for who takes anything",
        "req-accept-json: XML for who says nothing",
    ),
    "req-python-stray-body": ("req-python-stray-body: an unknown field is refused",),
    "req-ruby-type-alone": ("req-ruby-type-alone: type asks for a source",),
    "res-json": ("res-json: a parameter in the media type",),
    "res-content-type-exact": (
        "res-json: a parameter in the media type",
        "res-json: a parameter for one resource",
        "res-json: a parameter for changes",
    ),
    "res-resource-url": (
        "accounts_create.url: resource_url is a path",
        "sources_create.url: the label is raw",
        "connect_tokens_create.url: resource_url leads nowhere",
    ),
    "pag-offset-zero": (
        "accounts_list.window: offset counts from one",
        "messages_list.window: offset counts from one",
    ),
    "pag-limit-max-100": (
        "accounts_list.maximum: there is no maximum",
        "messages_list.maximum: there is no maximum",
        "contacts_list.maximum: there is no maximum",
    ),
    "pag-limit-default-25": (
        "messages_list.default: Ten without limit",
        "contacts_list.default: without a limit there is one element",
    ),
    "pag-no-total": (
        "accounts_list.window: pages are in an envelope",
        "accounts_list.window: an offset past the end starts anew",
    ),
    "err-no-problem-json": ("err-unknown-is-404: its media type is another",),
}
"""Faults that break a rule, by the id of the rule; each as its check and its name."""
