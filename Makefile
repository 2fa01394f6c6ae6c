# Everything runs from one virtual environment that `setup` makes; only Python 3.11+ and make are needed.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/contextio-contract
READY := $(VENV)/.ready
unexport PYTHONDONTWRITEBYTECODE # without compiled modules, tests and commands take seconds longer to start

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
.PHONY: all help setup lint lint-rules diff new-operation generate models client check release preview mock serve conformance rules faults harm test test-broken test-browser test-nginx test-package test-postgres test-fast test-properties test-runtimes test-slow test-tools test-types test-typescript torture torture-postgres variants bench-generate bench-client bench-conformance bench-lint bench-diff bench-preview bench-reference bench-server pictures lock clean

all: generate conformance ## set up, generate, start the server and print the conformance verdict

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## install everything that requirements.lock names into .venv

$(READY): requirements.lock pyproject.toml
	@echo "setup: installing the locked dependencies into $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit("setup: Python 3.11 or newer is needed; run: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check "$$(sed -n 's/^\(uv==[0-9.]*\).*/\1/p' requirements.lock)"
	@VIRTUAL_ENV=$(VENV) $(VENV)/bin/uv pip sync --quiet --require-hashes --compile-bytecode requirements.lock
	@VIRTUAL_ENV=$(VENV) $(VENV)/bin/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
	@echo "setup: $$($(VENV)/bin/python --version) with $$(grep -c == requirements.lock) locked packages in $(VENV)"

lint: setup ## hold the description against its rules and the documented facts; FIX=1 to correct, FORMAT=json or github
	@$(RUN) lint $(if $(FORMAT),--format "$(FORMAT)") $(if $(FIX),--fix)

lint-rules: setup ## print the rules of the description with examples; RULE=… for one
	@$(RUN) lint-rules $(if $(RULE),--rule "$(RULE)")

diff: setup ## say what changed in the description since BASE (a revision, file or folder; HEAD without) and whom it breaks
	@$(RUN) diff $(if $(BASE),"$(BASE)")

new-operation: setup ## draft an operation: PAGE=notes ENDPOINT=/accounts/{id}/notes METHOD=POST VERB=create; PAGE=… alone for all that is documented
	@$(RUN) new-operation "$(PAGE)" $(if $(METHOD)$(ENDPOINT)$(VERB),"$(METHOD)" "$(ENDPOINT)" "$(VERB)")

generate: setup ## write generated/ from spec/; TARGETS=… for some of it, such as typescript, which needs Node 20
	@$(RUN) generate $(TARGETS)

models: setup ## write the pydantic models alone
	@$(RUN) generate models

client: setup ## write the Python client alone
	@$(RUN) generate client

check: setup ## say whether generated/ is what spec/ gives, and fits what was written for earlier releases
	@$(RUN) check
	@$(VENV)/bin/mypy --no-error-summary tests/codegen/usage
	@echo "check: what was written for earlier releases still has the right types"

release: setup ## release what is committed under info.version: packages in dist, the released copy of the description
	@$(RUN) release

preview: setup ## serve reference, API and findings, and follow spec/ as it is saved; PORT=…
	@$(RUN) preview $(if $(PORT),--port "$(PORT)")

mock: setup ## serve a mock of the description; PORT=…
	@$(RUN) mock $(if $(PORT),--port "$(PORT)")

serve: setup ## start the server with demo data; a mock answers what it does not implement; PORT=…
	@$(RUN) serve --demo --mock --allow-private $(if $(PORT),--port "$(PORT)")

conformance: setup ## check a deployment: BASE_URL=… for any, our own server without, MOCK=1 the mock; PAGES=…, SEED=…, MAX_EXAMPLES=…
	@$(RUN) conformance $(if $(MOCK),--mock) $(if $(BASE_URL),--base-url "$(BASE_URL)") $(if $(PAGES),--pages "$(PAGES)") $(if $(SEED),--seed $(SEED)) $(if $(MAX_EXAMPLES),--max-examples $(MAX_EXAMPLES))

rules: setup ## print the documented rules and what enforces each
	@$(RUN) rules

faults: setup ## break our server, the mock, and a deployment that reads no vocabulary, in every known way; check each whole too
	@$(VENV)/bin/python -m tests.conformance.matrix

torture: setup ## ill-treat a server: wrong signatures, fuzzed requests, held connections, hostile mail servers and receivers, kills: ROUNDS=200
	@for program in signatures fuzz connections peers "kills --rounds $(or $(ROUNDS),20)"; do $(VENV)/bin/python -m tests.torture.$$program || exit; done

torture-postgres: setup ## the same with kills on PostgreSQL, and conformance of several processes of which some are killed: ROUNDS=200, SEEDS=20
	@scripts/install-postgresql.sh
	@$(VENV)/bin/python -m tests.torture.kills --postgresql --rounds $(or $(ROUNDS),20)
	@$(VENV)/bin/python -m tests.torture.conformance $(or $(SEEDS),4)

variants: setup ## check deployments that decide otherwise what the documentation leaves open; all must be conformant
	@$(VENV)/bin/pytest --quiet --numprocesses 2 --dist worksteal tests/conformance/legitimate/runs.py

harm: setup ## hold a server with 1,000 foreign accounts byte for byte against what runs leave of it, whole and killed ones
	@$(VENV)/bin/pytest --quiet tests/conformance/foreign_data.py
	@echo "harm: 1,000 foreign accounts are byte for byte as they were, after whole and after killed runs"

test: setup lint ## everything that must hold before a commit
	@$(RUN) check
	@$(VENV)/bin/ruff check --quiet . && $(VENV)/bin/ruff format --check --quiet .
	@$(MAKE) --no-print-directory --jobs 2 test-types test-fast
	@echo "test: description, generated code, lint, types and tests are as they should be"

test-types: setup ## check the types of all hand-written and generated Python
	@$(VENV)/bin/mypy --no-error-summary scripts tests generated/contextio_models generated/contextio_client

test-fast: setup ## make the tests without those of test-slow
	@$(VENV)/bin/pytest --quiet --numprocesses 3 --dist worksteal -m "not slow"

test-slow: setup ## make the tests that take long: whole conformance runs, the preview, and variants of what test-fast makes
	@$(VENV)/bin/pytest --quiet --numprocesses 3 --dist worksteal -m slow
	@echo "test-slow: whole runs, the preview and variants of other tests are as they should be"

test-properties: setup ## draw hundreds of examples for each property test; `make test` draws a few
	@HYPOTHESIS_PROFILE=ci $(VENV)/bin/pytest --quiet --numprocesses 3 --dist worksteal --timeout 600 -m hypothesis
	@echo "test-properties: the property tests hold"

test-typescript: setup ## build the TypeScript package and test it against our server; needs Node 20
	@$(RUN) check typescript
	@$(VENV)/bin/python -m tests.typescript.run

test-broken: setup ## give broken answers to the clients and say how they take them: how many, in time, as expected, memory
	@$(VENV)/bin/python -m tests.broken

test-runtimes: setup ## test the TypeScript package on Node 22 and 24, Deno, Bun and workerd, in Jest and Vitest; FAST=1 leaves Node 22 out; needs Node 20 on Linux
	@$(RUN) check typescript
	@$(VENV)/bin/python -m tests.typescript.runtimes $(if $(FAST),--fast)

test-browser: setup ## drive the pages in headless Chromium, which is installed if missing
	@scripts/install-chromium.sh
	@$(VENV)/bin/pytest --quiet --numprocesses 2 --dist worksteal tests/browser
	@echo "test-browser: reference, preview and report work in Chromium"

test-nginx: setup ## test the server behind nginx with scripts/deploy/nginx.conf; Debian's is fetched if missing
	@scripts/install-nginx.sh
	@$(VENV)/bin/pytest --quiet tests/nginx/behind_nginx.py
	@echo "test-nginx: TLS, signatures and slow bodies are as they should be behind nginx"

test-postgres: setup ## test the server on PostgreSQL, also as several processes; Debian's is installed if missing
	@scripts/install-postgresql.sh
	@$(VENV)/bin/python -m tests.postgresql

test-tools: setup ## try other people's tools on the bundle and call the server with what they write; FAST=1, TOOLS=…; needs Node 20
	@$(VENV)/bin/python -m tests.tools $(if $(FAST),--fast) $(TOOLS)

test-package: setup ## install the wheel with nothing but its extra `conformance` and check our server with it
	@$(VENV)/bin/pytest --quiet tests/conformance/packaged.py
	@echo "test-package: the suite works from its wheel alone"

bench-generate: setup ## time generation against the two generators' own commands
	@$(VENV)/bin/python -m tests.bench.generate

bench-client: setup ## time the Python client against httpx alone, the generator's own client and contextio 1.12.8
	@$(VENV)/bin/python -m tests.bench.client

bench-lint: setup ## plant typical mistakes and compare lint with redocly, spectral and openapi-spec-validator; needs Node 20
	@$(VENV)/bin/python -m tests.bench.lint

bench-reference: setup ## time how soon the reference is there when Chromium opens it from disk
	@scripts/install-chromium.sh
	@$(VENV)/bin/python -m tests.bench.reference

pictures: setup ## take the two pictures in the README in Chromium; the report is that of the last run of make conformance
	@scripts/install-chromium.sh
	@$(VENV)/bin/python -m tests.browser.pictures

bench-preview: setup ## time the preview from a save to server, page and findings, beside other tools
	@scripts/install-chromium.sh
	@$(VENV)/bin/python -m tests.bench.preview

bench-conformance: setup ## say what a conformance run costs and finds, beside st run and the suite of another revision: BASE=…
	@$(VENV)/bin/python -m tests.bench.conformance $(BASE)

bench-server: setup ## load the server beside Prism's mock and a bare program; ACCOUNTS=1000000 against 100, BENCH_DATABASE=…; needs Node 20
	@$(if $(ACCOUNTS),ACCOUNTS=$(ACCOUNTS)) $(VENV)/bin/python -m tests.bench.server

bench-diff: setup ## compare diff with api-smart-diff on typical edits; needs Node 20
	@$(VENV)/bin/python -m tests.bench.diff

lock: setup ## pin the newest versions that pyproject.toml allows
	@$(VENV)/bin/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet --output-file requirements.lock
	@echo "lock: $$(grep -c == requirements.lock) packages pinned in requirements.lock; next: make test"

clean: ## remove what is not committed and can be made again; the server's data stays
	@rm -rf $(VENV) reports build dist
	@if [ -d .cache ]; then find .cache -mindepth 1 -maxdepth 1 ! -name 'contextio-server*' -exec rm -rf {} +; fi
	@echo "clean: removed $(VENV), reports, build, dist, and .cache but for the server's data"
