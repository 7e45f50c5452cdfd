# Everything a person or a build server does with Luwes. `make help` lists it.
.DEFAULT_GOAL := help
.PHONY: help setup build run test lint format structure golden boxes claims reproduce bench clean

S ?= scenarios/west-java-mkd
SWIFT_FILES := Sources Tests Package.swift
STUDIES = $(patsubst %/study.yaml,%,$(wildcard scenarios/*/study.yaml))

ifeq ($(PORTABLE),1)
SCRATCH := .build-portable
BUILD_OPTIONS := -c release --static-swift-stdlib --scratch-path $(SCRATCH)
else
SCRATCH := .build-native-$(shell .ci/processor)
MACHINE := $(if $(filter aarch64 arm64,$(shell uname -m)),-mcpu=native,-march=native)
BUILD_OPTIONS := -c release -Xcc $(MACHINE) --scratch-path $(SCRATCH)
endif

help: ## Lists these targets
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | awk -F '\t' '{printf "  %-10s %s\n", $$1, $$2}'

setup: ## Checks the system libraries and tools; installs with apt-get what is missing
	@.ci/setup

build: setup ## Builds the program for this processor as ./luwes (PORTABLE=1: for any)
	@echo "build: release build in $(SCRATCH)"
	@swift build $(BUILD_OPTIONS) --product luwes
	@ln -sfn "$(SCRATCH)/release/luwes" luwes

run: build ## Runs a study; S=scenarios/<study> chooses which
	./luwes run $(S)

test: setup ## Runs every check: lint, structure, unit tests, then study tests in release
	@.ci/test

lint: ## Says where the sources leave the agreed format; changes nothing
	@swift format lint --strict --recursive --parallel $(SWIFT_FILES)

format: ## Rewrites the sources in the agreed format
	@swift format --in-place --recursive --parallel $(SWIFT_FILES)

structure: ## Checks imports, sizes, names and paths (.ci/structure.py)
	@python3 .ci/structure.py --self-test
	@python3 .ci/structure.py

golden: setup ## Records the golden tables anew and fails; look at the change, then make test
	@echo "golden: recording; this fails by design until the tests run again without it"
	@swift build -c release --product luwes
	@RECORD=1 OPENBLAS_NUM_THREADS=1 swift test -c release --disable-xctest \
	  --disable-testable-imports --filter '^StudyTests\.'

boxes: build ## Writes the tables of docs/box-dispute.md anew
	@.ci/box_dispute.py

claims: build ## Writes docs/claims.md anew
	@.ci/claims.py

reproduce: build ## Runs every study again and compares its table with the recorded one
	@for study in $(STUDIES); do echo "reproduce: $$study"; LUWES_KEPT_RUNS=0 ./luwes run $$study || exit 1; done
	@git diff --exit-code --stat -- 'results/*/scenario-table.*'
	@echo "reproduce: every recorded table is the same, byte for byte"

bench: build ## Times Luwes against its peers and writes docs/benchmarks.md; SECTIONS="bare roster": only these
	@swift build $(BUILD_OPTIONS) --product Benchmarks
	@LUWES_BENCHMARKS="$(SCRATCH)/release/Benchmarks" .ci/bench/run $(SECTIONS)

clean: ## Removes what builds left here; results stay
	@echo "clean: removing build folders and ./luwes"
	@rm -rf .build .build-native-* .build-portable luwes
