"""Expectations about responses say what is wrong in the words of the deployment's owner."""

from __future__ import annotations

import pytest

from contextio_contract.conformance.checks.responses import as_json, expect_fields, fields_of
from contextio_contract.conformance.outcome import Unmet
from contextio_contract.conformance.properties.findings import without_advice


def test_field_that_is_absent_is_not_shown_as_a_value() -> None:
    with pytest.raises(Unmet) as unmet:
        expect_fields({"label": "a"}, label="a", server="imap.example.com")
    assert (unmet.value.expected, unmet.value.received) == ('server is "imap.example.com"', "absent")
    assert as_json(fields_of({"label": "a"}, ["label", "server"])) == '{"label": "a"}'
    expect_fields({}, server=None)


def test_values_are_shown_as_in_json() -> None:
    with pytest.raises(Unmet) as unmet:
        expect_fields({"source": {"use_ssl": True, "error": None, "name": "é"}}, source={"use_ssl": False})
    shown = ('source is {"use_ssl": false}', '{"use_ssl": true, "error": null, "name": "é"}')
    assert (unmet.value.expected, unmet.value.received) == shown


def test_advice_for_the_author_of_a_description_is_left_out() -> None:
    said = "Valid data should have been accepted"
    hint = "Hint: The request body has an extra property.\nDeclare `additionalProperties: false` if …"
    assert without_advice(f"{said}\n{hint}") == said
    schema = 'Schema at /components/schemas/Account:\n\n    {\n        "type": "object"\n    }'
    value = 'Value:\n\n    {"id": 1}'
    shown = without_advice(f"it is wrong\n\n{schema}\n\n{value}")
    assert shown == f"it is wrong\n\nSchema at /components/schemas/Account\n\n{value}"
    assert without_advice("Hint: the answer is old") == "Hint: the answer is old"
