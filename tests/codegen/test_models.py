from __future__ import annotations

import inspect
import json
import pickle
import pydoc
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest
from pydantic import TypeAdapter, ValidationError

import contextio_client.operation
import contextio_client.paging
import contextio_client.streams
import contextio_models
from contextio_client import AsyncContextIO, ContextIO
from contextio_contract.description.source.bundler import bundle
from contextio_models import Account, AccountCreateForm, ConnectTokenAccount, Model, Source

if TYPE_CHECKING:
    from contextio_contract.contract import Schema

FORMS: dict[str, dict[Any, bool]] = {"string": {"true": True, "false": False}, "integer": {1: True, 0: False}}


def model(name: str) -> type[Model]:
    found: type[Model] = getattr(contextio_models, name)
    return found


def adapter_of(schema: Schema) -> TypeAdapter[Any]:
    element = schema.items or schema
    annotation: Any = model(element.name) if element.name else Any
    return TypeAdapter(list[annotation] if schema.items else annotation)


def test_every_schema_has_a_name_in_the_package() -> None:
    described = bundle(Path("spec"), [])
    assert described is not None
    assert set(contextio_models.__all__) == {"Model", *described.contract.schemas}
    assert contextio_models.__version__ == described.contract.version


def test_models_are_imported_as_they_are_asked_for_by_any_thread() -> None:
    code = """
import sys
from concurrent.futures import ThreadPoolExecutor
import contextio_models
with ThreadPoolExecutor(8) as threads:
    read = lambda found: contextio_models.DiscoveryResult.model_validate({"email": "a@example.com", **found})
    print(len({type(each) for each in threads.map(read, [{"found": False}] * 8)}))
print(*(name for name in sys.modules if name.startswith("contextio_models.models.")))
"""
    imported = subprocess.check_output([sys.executable, "-c", code], text=True).split()
    assert imported[0] == "1"
    assert {name.rpartition(".")[2] for name in imported[1:]} == {
        "discovery_document",
        "discovery_imap",
        "discovery_result",
    }


def test_a_model_may_be_used_first_by_many_threads_at_once(account: dict[str, Any]) -> None:
    code = f"""
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from contextio_models import Account
sys.setswitchinterval(1e-6)
ready = Barrier(16)
def read(_):
    ready.wait()
    return Account(**{account!r}).id
with ThreadPoolExecutor(16) as threads:
    print(*set(threads.map(read, range(16))))
"""
    for _ in range(3):
        assert subprocess.check_output([sys.executable, "-c", code], text=True) == f"{account['id']}\n"


def test_the_package_names_its_models_and_no_others() -> None:
    assert set(contextio_models.__all__) <= set(dir(contextio_models))
    with pytest.raises(AttributeError, match="has no attribute 'Nobody'"):
        contextio_models.Nobody  # type: ignore[attr-defined]  # noqa: B018 - the point of the test


def test_a_model_is_pickled(account: dict[str, Any]) -> None:
    parsed = Account.model_validate(account)
    assert pickle.loads(pickle.dumps(parsed)) == parsed  # noqa: S301 - of our own making


def test_a_pickle_of_an_earlier_release_is_read(account: dict[str, Any]) -> None:
    written = pickle.dumps(Account.model_validate(account), protocol=0)
    earlier = written.replace(b"contextio_models.models.account\n", b"contextio_models.models\n")
    assert earlier != written
    assert pickle.loads(earlier) == Account.model_validate(account)  # noqa: S301 - as above


def test_an_example_comes_back_as_it_was(example: tuple[Schema, Any]) -> None:
    schema, value = example
    adapter = adapter_of(schema)
    parsed = adapter.validate_json(json.dumps(value))
    assert json.loads(adapter.dump_json(parsed, exclude_unset=True)) == value


def test_other_forms_of_old_answers_are_read(other_form: tuple[str, str, Schema, str]) -> None:
    name, field, described, form = other_form
    read = model(name).__pydantic_validator__.validate_assignment
    if form == "empty-array":
        read(changed := model(name).model_construct(), field, [])
        assert changed.model_dump(include={field}, exclude_unset=True) == {field: {}}
        return
    for other, meant in FORMS[form].items():
        if described.is_valid(meant):
            read(changed := model(name).model_construct(), field, other)
            assert getattr(changed, field) is meant


@pytest.mark.parametrize("value", ["yes", "True", 2, [], None])
def test_no_other_form_of_a_boolean_is_read(value: object) -> None:
    with pytest.raises(ValidationError):
        contextio_models.AccountUpdated(success=value)  # type: ignore[arg-type]  # the point of the test


@pytest.fixture
def account(bundle: dict[str, Any]) -> dict[str, Any]:
    (first, *_) = bundle["components"]["examples"]["Accounts"]["value"]
    return dict(first)


def test_unknown_fields_are_kept(account: dict[str, Any]) -> None:
    parsed = Account.model_validate(account | {"mood": "fine"})
    assert parsed.model_dump()["mood"] == "fine"


def test_null_is_told_from_missing() -> None:
    told = [ConnectTokenAccount.model_validate_json(text).model_fields_set for text in ('{"id": null}', "{}")]
    assert told == [{"id"}, set()]


def test_unknown_values_of_an_enumeration_are_kept_in_answers() -> None:
    parsed = Source.model_validate_json('{"label": "a", "status": "ON_HOLIDAY"}')
    assert parsed.status == "ON_HOLIDAY"


def test_unknown_values_of_an_enumeration_are_refused_in_forms() -> None:
    with pytest.raises(ValidationError, match="type"):
        AccountCreateForm(email="ada@example.com", type="POP")  # type: ignore[arg-type]  # the point of the test


def test_a_missing_field_is_named(account: dict[str, Any]) -> None:
    del account["username"]
    with pytest.raises(ValidationError, match="username"):
        Account.model_validate(account)


def test_secrets_are_shown_by_no_repr_and_no_error(account: dict[str, Any]) -> None:
    hidden = "hunter2"
    form = AccountCreateForm(email="ada@example.com", password=hidden)
    read = Account.model_validate(account | {"access_token": hidden})
    assert form.password == read.access_token == hidden
    for shown in (form, read, [read], {"of": read}):
        assert hidden not in repr(shown)
        assert "**********" in repr(shown)
    assert "access_token_secret=None" in repr(read)
    with pytest.raises(ValidationError) as wrong:
        AccountCreateForm(email="ada@example.com", password=[hidden])  # type: ignore[arg-type]  # the point
    assert hidden not in str(wrong.value)


def test_fields_have_their_texts_at_run_time() -> None:
    status, period = (Source.model_fields[name] for name in ("status", "sync_period"))
    assert status.description == "State of the connection as last seen."
    assert period.deprecated == period.description
    described = Source.model_json_schema()["properties"]
    assert described["status"]["description"] == status.description
    assert "OK" in described["status"]["anyOf"][0]["enum"]
    with pytest.warns(DeprecationWarning, match="dropped before the end"):
        assert Source(label="a", status="OK", sync_period="1d").sync_period == "1d"


def test_what_was_sent_is_given_back_by_names_on_the_wire() -> None:
    sent = {"from": {"email": "ada@example.com"}, "mood": "fine", "to": []}
    read = contextio_models.AddressSet.model_validate(sent)
    assert read.to_dict() == sent
    assert json.loads(read.to_json()) == sent
    assert read.to_json(indent=1).startswith('{\n "from"')
    assert read.model_dump()["cc"] is None


def test_hints_of_what_programs_call_are_there_at_run_time(bundle: dict[str, Any]) -> None:
    with ContextIO("key", "secret") as client:
        pages = [getattr(client, tag["name"]) for tag in bundle["tags"]]
    answer, page = contextio_client.operation.Answer, contextio_client.paging.Page
    streams = contextio_client.streams.ByteStream, contextio_client.streams.AsyncByteStream
    for owner in (ContextIO, AsyncContextIO, answer, page, *streams, *map(type, pages)):
        for name, member in inspect.getmembers(owner, inspect.isfunction):
            if not name.startswith("_"):
                assert get_type_hints(member), f"{owner.__name__}.{name}"
    assert get_type_hints(ContextIO.__init__)["timeout"] is float
    assert get_type_hints(type(pages[0]).list_all)["page_size"] is int
    assert get_type_hints(Source)["label"] is str
    for name in contextio_models.__all__:
        if isinstance(model(name), type):
            get_type_hints(model(name))


def test_help_shows_no_validators() -> None:
    text = pydoc.plain(pydoc.render_doc(Source))
    assert "A mailbox of an account." in text
    assert "also_read" not in text
