# The usual tasks; `make help` lists them.

SHELL := /bin/bash
export LANG := C.UTF-8
export LC_ALL := C.UTF-8

# Which build `make build` and `make score` use: debug or release.
CONFIGURATION ?= debug
# How long `make fuzz` feeds each reader.
SECONDS_EACH ?= 60
READERS ?=
FORMATTED := Sources Tests Benchmarks/Sources Benchmarks/Package.swift Fuzz/Sources/Fuzzer/main.swift Fuzz/Package.swift Package.swift

.DEFAULT_GOAL := help
.PHONY: help demo test quick sanitize build bench fuzz lint format score validate precheck dependencies wheel test-python clean

help: ## List the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 22

demo: dependencies ## Build a release binary, read corpus/ and answer three questions
	@scripts/demo.sh

test: dependencies ## Run every test
	@scripts/test.sh

quick: dependencies ## Run the tests that take no longer than a second or two each
	@QUICK_TESTS=1 scripts/test.sh

sanitize: dependencies ## Run the tests of the index under the thread and the address sanitizer
	@scripts/sanitize.sh

build: dependencies ## Build everything (CONFIGURATION=release for an optimised build)
	swift build -c $(CONFIGURATION)

bench: dependencies ## Measure every stage, from bytes to answers, beside decoding and word breaking
	swift run -c release --package-path Benchmarks Benchmarks

fuzz: dependencies ## Feed every reader with made-up inputs, SECONDS_EACH each (READERS="html docx" for some)
	@scripts/fuzz.sh $(SECONDS_EACH) $(READERS)

lint: ## Check the format of the sources
	swift format lint --strict --recursive --parallel $(FORMATTED)

format: ## Format the sources in place
	swift format --in-place --recursive --parallel $(FORMATTED)

score: dependencies ## Score the extraction against hand-made labels, where they are at hand
	@scripts/score.sh $(CONFIGURATION)

validate: dependencies ## Hold what extract prints for corpus/ against the schema and the sources
	@scripts/validate-corpus.sh $(CONFIGURATION)

precheck: dependencies lint ## What a change must pass: lint, build without warnings, test
	@scripts/build-strictly.sh
	@scripts/test.sh

dependencies:
	@scripts/install-dependencies.sh

wheel: dependencies ## Build python/dist/gongbao-*.whl, the Python package with the program in it
	@scripts/build-wheel.sh

test-python: dependencies ## Run the tests of the Python package against the debug build
	@scripts/test-python.sh

clean: ## Remove what was built
	rm -rf .build
