"""What the Python client promises, each promise by a test: the client's row of a comparison of clients."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
DESCRIBED = "codegen/test_client.py::test_each_operation_sends_what_is_described_and_reads_its_examples"
FEATURES = {
    "sync and async twins": "codegen/test_client.py::test_every_operation_is_a_method_of_both_clients",
    "each operation, sync and async, parsed and raw": "e2e/test_generated_client.py::test_each_example_runs",
    "each example of the description is read": "codegen/test_models.py::test_an_example_comes_back_as_it_was",
    "typed results": "codegen/test_packages.py::test_a_users_project_and_the_packages_are_typed_strictly",
    "typed for pyright": "codegen/test_packages.py::test_a_users_project_is_typed_strictly_for_pyright_too",
    "unknown fields kept": "codegen/test_models.py::test_unknown_fields_are_kept",
    "new values of enumerations read": (
        "codegen/test_models.py::test_unknown_values_of_an_enumeration_are_kept_in_answers"
    ),
    "new values of enumerations sent": "codegen/test_client.py::test_an_unknown_value_is_sent_as_it_is",
    "missing fields named or tolerated": (
        "codegen/test_exchange.py::test_a_missing_field_is_named_or_tolerated"
    ),
    "auto-paging": "codegen/test_exchange.py::test_all_pages_are_one_iterator",
    "stable paging": (
        "codegen/test_exchange.py::test_no_row_repeats_or_is_missed_whatever_happens_meanwhile"
    ),
    "pages by hand": DESCRIBED,
    "bounded retries with backoff": "codegen/test_exchange.py::test_tries_are_bounded",
    "Retry-After": "codegen/test_exchange.py::test_the_wait_is_what_the_server_asks_for",
    "bounded total time": "codegen/test_exchange.py::test_the_total_time_is_bounded",
    "writes only when told": ("codegen/test_exchange.py::test_a_write_is_tried_again_only_when_told_so"),
    "timeout per client and call": ("codegen/test_exchange.py::test_a_timeout_is_of_a_client_or_of_a_call"),
    "one base error, a class per status": (
        "codegen/test_exchange.py::test_each_problem_has_its_class_and_sentence"
    ),
    "mailbox refusals with their code": ("codegen/test_exchange.py::test_a_mailbox_refusal_shows_its_code"),
    "broken answers told apart": "e2e/test_broken_answers.py::test_a_broken_answer_has_its_class",
    "credentials for one host alone": "e2e/test_broken_answers.py::test_another_host_hears_nothing",
    "raw answer": "codegen/test_exchange.py::test_the_raw_answer",
    "extra values": "codegen/test_exchange.py::test_extra_values_are_sent_and_signed",
    "unknown arguments refused": "codegen/test_client.py::test_an_unknown_argument_is_a_type_error",
    "keys and base URL by variable": (
        "codegen/test_exchange.py::test_keys_and_deployment_come_from_the_environment"
    ),
    "signing with any text": "codegen/test_client.py::test_any_text_is_sent_and_signed_right",
    "clock skew corrected": "e2e/test_generated_client.py::test_a_clock_that_is_off_is_corrected",
    "logging without credentials": (
        "codegen/test_exchange.py::test_requests_and_retries_are_logged_without_credentials"
    ),
    "own transport": DESCRIBED,
    "one cheap import": "codegen/test_client.py::test_importing_reads_no_page_before_it_is_used",
    "three dependencies": "codegen/test_packages.py::test_the_client_needs_three_libraries",
    "installs into an empty environment": (
        "codegen/test_packages.py::test_a_wheel_is_imported_from_where_it_is_installed"
    ),
    "tested documentation": "e2e/test_generated_client.py::test_the_readme_runs",
    "the connect flow to its end": (
        "e2e/test_generated_client.py::test_the_example_application_connects_a_mailbox"
    ),
    "earlier programs still type-check": (
        "codegen/test_usage.py::test_what_was_written_for_earlier_releases_is_still_right"
    ),
}


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_has_its_test(feature: str) -> None:
    file, _, name = FEATURES[feature].partition("::")
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
