"""Pages with every kind of fact: drafted whole or one by one, with findings where a fact is lost."""

from __future__ import annotations

from dataclasses import replace as with_fields
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result
from tests.description.conftest import library_in
from tests.description.edits import REMOVED, edited

from contextio_contract.cli import main
from contextio_contract.contract import Contract
from contextio_contract.description import read
from contextio_contract.description.evidence.comparison import compare
from contextio_contract.description.source.bundler import bundle

if TYPE_CHECKING:
    from pathlib import Path

    from contextio_contract.description import Bundle

RECORDINGS = """\
base_path: ""
shared_parameters:
  - {name: title, in: form, type: string, required: true, meaning: What it is called., provenance: [python]}
  - {name: filter_year, in: form, type: integer, minimum: 1900, meaning: When., provenance: [python]}
  - {name: filter_voice, in: form, type: string, tier: legacy, meaning: Who reads., provenance: [python]}
  - {name: told_at, in: form, type: string (url), meaning: Where to tell., provenance: [python]}
operations:
  - method: GET
    path: /recordings
    summary: List the recordings.
    provenance: [python]
    parameters:
      - {name: voices, in: query, type: string, meaning: Some voices., provenance: [python]}
      - {name: grouped, in: query, type: mixed, enum: [0, 1, all], default: 0, provenance: [ruby]}
    responses:
      - {status: 200, shape: array of Recording, provenance: [python]}
      - {status: 200, shape: array of Cycle, when: grouped=1, provenance: [python]}
  - method: POST
    path: /recordings
    summary: Make a recording.
    provenance: [python]
    request_encoding: [application/x-www-form-urlencoded, multipart/form-data]
    parameters: []
    parameters_from: {except: [filter_voice]}
    responses:
      - {status: 201, shape: Recording, provenance: [python]}
  - method: GET
    path: /recordings/{recording}
    summary: Read a recording.
    provenance: [python]
    parameters:
      - {name: recording, in: path, type: string, required: true, meaning: Which one., provenance: [python]}
    responses:
      - {status: 200, shape: Recording, provenance: [python]}
  - method: POST
    path: /recordings/{recording}
    summary: Change a recording.
    provenance: [python]
    parameters:
      - {name: recording, in: path, type: string, required: true, meaning: Which one., provenance: [python]}
    parameters_from: {required: false}
    responses:
      - {status: 202, shape: Recording, provenance: [python]}
  - method: GET
    path: /recordings/{recording}/sound
    summary: Hear a recording.
    provenance: [python]
    parameters:
      - {name: recording, in: path, type: string, required: true, meaning: Which one., provenance: [python]}
      - {name: recording, in: query, type: string, meaning: One to compare with., provenance: [python]}
      - {name: Accept, in: header, type: string, enum: [text/uri-list], meaning: L., provenance: [python]}
      - {name: text, in: query, type: integer, enum: [0, 1], meaning: As text., provenance: [python]}
    responses:
      - {status: 200, shape: binary file, content_type: "*/*", provenance: [python]}
      - {status: 200, shape: string (url), content_type: text/uri-list, when: asked for, provenance: [python]}
      - {status: 200, shape: string, content_type: text/plain, when: text=1, provenance: [python]}
  - method: PUT
    path: /recordings/{recording}/voices
    summary: Replace the voices.
    provenance: [python]
    request_encoding: [application/json]
    parameters:
      - {name: recording, in: path, type: string, required: true, meaning: Which one., provenance: [python]}
      - {name: (body), in: body, type: array of Voice, required: true, meaning: All., provenance: [python]}
    responses:
      - {status: 200, shape: Recording, provenance: [python]}
  - method: POST
    path: /recordings/{recording}/sound
    summary: Send the sound.
    provenance: [python]
    request_encoding: [multipart/form-data]
    parameters:
      - {name: recording, in: path, type: string, required: true, meaning: Which one., provenance: [python]}
      - {name: sound, in: form, type: file, maximum: 1000, required: true, meaning: It., provenance: [python]}
    responses:
      - {status: 200, shape: array of string, provenance: [python]}
objects:
  Recording:
    - {name: id, type: string, tier: seed, meaning: Its name., provenance: [python]}
    - {name: "filter_*", type: string, meaning: What was sent., provenance: [python]}
    - {name: main, type: object, items: Voice, nullable: true, meaning: Who reads most., provenance: [python]}
    - {name: voices, type: map, items: Cast, meaning: All who read., provenance: [python]}
  Cycle:
    - {name: parts, type: array, items: Recording, meaning: One after another., provenance: [python]}
  Voice:
    - {name: name, type: string, meaning: Who reads., provenance: [python]}
  Cast:
    - {name: "<part>", type: object, items: Voice, meaning: Who reads it., provenance: [python]}
callbacks:
  - {id: made, trigger: It is made., method: POST, target: [told_at], shape: Recording, provenance: [python]}
"""
CALLBACK = "callbacks made {$request.body#/told_at}"
LIST, SOUND = "paths /recordings get", "paths /recordings/{recording}/sound"
CREATION, FORM = "paths /recordings post", "components schemas RecordingCreateForm properties"
PUT, RECORDING = "paths /recordings/{recording}/voices put", "components schemas Recording properties"
TEXT = {"type": "string", "description": "A."}
JOINED = {"style": "form", "explode": False, "schema": {"type": "array", "items": {"type": "integer"}}}
LOSSES: dict[str, tuple[dict[str, Any], str]] = {
    "shared parameter": (
        {f"{FORM} told_at": REMOVED},
        "form parameter told_at of POST /recordings is missing",
    ),
    "shared parameter that is required": (
        {"components schemas RecordingCreateForm required": ["told_at"]},
        "title of POST /recordings is optional, but required",
    ),
    "minimum": ({f"{FORM} filter_year minimum": 1}, "the minimum of filter_year of POST /recordings is 1"),
    "encoding": (
        {f"{CREATION} requestBody content multipart/form-data": REMOVED},
        "a body as multipart/form-data of POST /recordings is missing",
    ),
    "callback": ({f"{CREATION} callbacks": REMOVED}, "the callback made with Recording of POST /recordings"),
    "callback body": (
        {f"{CREATION} {CALLBACK} post requestBody content application/json schema": TEXT},
        "the callback made with Recording of POST /recordings",
    ),
    "elements of a joined list": (
        {f"{LIST} parameters voices style": "form"}
        | {f"{LIST} parameters voices {key}": value for key, value in JOINED.items()},
        "voices of GET /recordings is a integer, but",
    ),
    "default": (
        {f"{LIST} parameters grouped schema default": 1},
        "the default of grouped of GET /recordings is 1",
    ),
    "value of several types": (
        {f"{LIST} parameters grouped schema oneOf 1": REMOVED},
        "grouped of GET /recordings takes 0, 1, but",
    ),
    "second shape": (
        {f"{LIST} responses 200 content application/json schema anyOf 1": REMOVED},
        "array of Cycle in application/json as response 200 of GET /recordings is missing",
    ),
    "bytes": (
        {f"{SOUND} get responses 200 content */* schema": TEXT},
        "binary file in */* as response 200",
    ),
    "media type": (
        {f"{SOUND} get responses 200 content text/plain": REMOVED},
        "string in text/plain as response 200",
    ),
    "what Accept takes": (
        {f"{SOUND} get responses 200 content text/uri-list": REMOVED},
        "header parameter Accept of GET /recordings/{recording}/sound is missing",
    ),
    "query parameter with the name of one in the path": (
        {f"{SOUND} get parameters 0": REMOVED},
        "query parameter recording of GET /recordings/{recording}/sound is missing",
    ),
    "body in JSON": ({f"{PUT} requestBody": REMOVED}, "body parameter (body) of PUT"),
    "elements of a body": (
        {f"{PUT} requestBody content application/json schema items": TEXT},
        "(body) of PUT /recordings/{recording}/voices is a array, but",
    ),
    "file": (
        {f"{SOUND} post requestBody content multipart/form-data schema": {"properties": {"sound": TEXT}}},
        "sound of POST /recordings/{recording}/sound is a string, but",
    ),
    "size of a file": (
        {"components schemas RecordingUpdateSoundForm properties sound maxLength": 2000},
        "the maximum of sound of POST /recordings/{recording}/sound is 2000",
    ),
    "elements of an answer": (
        {f"{SOUND} post responses 200 content application/json schema items": {"type": "integer"}},
        "array of string in application/json as response 200",
    ),
    "field of a filter": ({f"{RECORDING} filter_year": REMOVED}, "filter_year of Recording is missing"),
    "tier of the field of a filter": (
        {f"{RECORDING} filter_voice deprecated": REMOVED},
        "filter_voice of Recording is legacy",
    ),
    "null": ({f"{RECORDING} main anyOf 1": REMOVED}, "main of Recording is never null"),
    "object in a field": (
        {f"{RECORDING} main": {"type": ["object", "null"]}},
        "main of Recording is another",
    ),
    "object in a map": ({f"{RECORDING} voices": {"type": "object"}}, "voices of Recording is another object"),
    "values of a map": (
        {"components schemas Cast additionalProperties": TEXT},
        "<part> of Cast is a string, but",
    ),
}


def new_operation(spec: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["new-operation", "--spec", str(spec), *arguments])


@pytest.fixture(scope="module")
def recordings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a small description with a documented page that has every kind of fact."""
    spec = library_in(tmp_path_factory.mktemp("recordings"))
    (spec / "documented/recordings.yaml").write_text(RECORDINGS)
    return spec


@pytest.fixture(scope="module")
def drafted(recordings: Path) -> Bundle:
    """Return the same description once the page is drafted."""
    result = new_operation(recordings, "recordings")
    assert result.exit_code == 0, result.output
    read_bundle = bundle(recordings, [])
    assert read_bundle is not None
    return read_bundle


def test_a_draft_has_every_kind_of_fact(recordings: Path, drafted: Bundle) -> None:
    coverage = read(recordings).coverage
    assert coverage.described == coverage.documented
    assert coverage.documented["recordings", "legacy"] > 0
    contract = Contract(drafted.document)
    operations = contract.operations
    assert {name: operation.impact for name, operation in operations.items() if name.startswith("rec")} == {
        "recordings_list": "read",
        "recordings_create": "write",
        "recordings_get": "read",
        "recordings_start": "write",
        "recordings_get_sound": "read",
        "recordings_replace_voices": "write",
        "recordings_update_sound": "write",
    }
    creation, sound = operations["recordings_create"], operations["recordings_get_sound"]
    assert creation.base_path == ""
    assert {str(link.operation) for link in creation.success.links.values()} == {
        "recordings_get",
        "recordings_start",
    }
    upload = operations["recordings_update_sound"].body
    assert upload
    assert list(upload.content) == ["multipart/form-data"]
    assert sound.node["x-switches"] == {"text": [{"value": 1, "answers": "text/plain"}]}
    assert operations["recordings_list"].node["x-switches"] == {
        "grouped": [{"value": 1, "elements": "Cycle"}]
    }


@pytest.mark.parametrize(("values", "message"), LOSSES.values(), ids=LOSSES)
def test_a_lost_fact_is_found_and_not_counted(
    values: dict[str, Any], message: str, recordings: Path, drafted: Bundle
) -> None:
    findings: list[Any] = []
    coverage = compare(recordings, with_fields(drafted, document=edited(drafted.document, values)), findings)
    assert any(finding.message.startswith(message) for finding in findings), list(map(str, findings))
    is_lost = any("is missing" in finding.message for finding in findings)
    assert (coverage.described != coverage.documented) == is_lost


def test_a_page_grows_by_one_operation_without_findings(tmp_path: Path) -> None:
    spec = library_in(tmp_path)
    (spec / "documented/recordings.yaml").write_text(RECORDINGS)
    result = new_operation(spec, "recordings", "PUT", "/recordings/{recording}/voices", "replace_voices")
    assert result.exit_code == 0, result.output
    lint = CliRunner().invoke(main, ["lint", "--spec", str(spec)])
    assert (lint.exit_code, "described in part: recordings (1 of 7 operations)" in lint.output) == (0, True)
    coverage = read(spec).coverage
    assert coverage.described["recordings", "current"] < coverage.documented["recordings", "current"]
    assert coverage.waiting == []
    result = new_operation(spec, "recordings")
    assert result.exit_code == 0, result.output
    assert read(spec).coverage.partial == {}
