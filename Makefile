# sanaq. `make run` counts the example; `make test` passes all tests. Both install what is missing (Debian 12).
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
JOBS ?= $(shell nproc)
LAUNCHER := $(shell command -v ccache >/dev/null 2>&1 && echo -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)

# Two clones share what ccache knows: paths are kept relative to the clone.
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1

# How long each fuzz driver runs.
SECONDS ?= 60

.PHONY: run test build packages packages-test format lint bench coverage-study linkage-study kill-study use-the-library python deb deb-test reach interop fuzz asan asan-parsers clean assets

run: build
	@tools/run-example build/sanaq build/example

test: packages-test build/build.ninja
	cmake --build build --parallel $(JOBS)
	ctest --test-dir build --output-on-failure --parallel $(JOBS)
	@$(MAKE) --no-print-directory asan-parsers

build: packages build/build.ninja
	@cmake --build build --target sanaq_program --parallel $(JOBS)

packages:
	@tools/install-packages build
packages-test:
	@tools/install-packages build test

# CMake itself notices later changes of its lists.
build/build.ninja:
	cmake --preset release $(LAUNCHER)

# The installed library, and a program of somebody else's that is built against it alone.
use-the-library: packages build/build.ninja
	@tools/use-the-library build

# The packages for Debian 12, in build/deb.
deb: packages build/build.ninja
	@tools/install-packages package
	@tools/make-deb build
# Both in a fresh Debian 12 without a network; needs root.
deb-test: deb
	@tests/package/debian.sh build
# The Python package: wheels, tests, notebooks (docs/guide/python.md). Installs what it needs from PyPI, in build/.
python: use-the-library
	@tools/install-packages python
	@cmake --build build --target sanaq_program --parallel $(JOBS) >/dev/null
	@tools/make-python build
# What `make test` leaves out: the library as others use it, the Python package, and the packages.
reach: python deb-test

format: ; @tools/install-packages lint && git ls-files '*.cpp' '*.h' | xargs clang-format-14 -i
# Over all sources; `make lint SINCE=main` over what has changed since a revision.
lint: packages
	@tools/install-packages lint
	@cmake --preset release -B build/lint -DCMAKE_CXX_COMPILER=clang++-16 -DSANAQ_TESTS=OFF >/dev/null
	@cmake --build build/lint --target sanaq_embedded --parallel $(JOBS) >/dev/null
	@tools/lint $(SINCE)
bench: ; @tools/install-packages build bench && tools/run-benchmarks
# Does the interval hold the truth where the truth is known? A minute or two; prints tables.
coverage-study: packages
	@tools/install-packages bench
	@cmake --preset release $(LAUNCHER) -B build/bench -DSANAQ_BENCH=ON -DSANAQ_TESTS=OFF >/dev/null
	@cmake --build build/bench --target coverage_study refusal_study --parallel $(JOBS) >/dev/null
	@build/bench/bench/coverage_study "$${SANAQ_DATA:-../shared/data}"
	@build/bench/bench/refusal_study "$${SANAQ_DATA:-../shared/data}"
# Does the interval hold the truth where links are uncertain? Prints a table; some minutes.
linkage-study: build ; @tools/linkage-study build/sanaq
# Is anything lost when a command is killed? At every call of every verb; some minutes (docs/benchmarks/reliability.md).
kill-study: packages-test build/build.ninja
	@cmake --build build --target sanaq_program kill_at_call --parallel $(JOBS) >/dev/null
	@tools/kill-study build/sanaq build/tests/libkill_at_call.so
# Do other programs take what we write, and does the workspace answer programs as it says? Installs followthemoney and schemathesis
# from PyPI; needs the network once.
interop: build
	@tools/check-followthemoney build/sanaq build/interop
	@tools/check-workspace-api build/sanaq build/interop/api
	@mkdir -p build/assets/made && tools/make-assets build/assets/made && cmp build/assets/made/htmx.js workspace/htmx.js
# What the workspace has from npm (tests/assets_test.py holds that the files are those).
assets: ; @tools/make-assets workspace
# Mutated inputs for every parser, SECONDS each; what is found stands in build/clang/found.
fuzz: packages
	@tools/install-packages fuzz
	@cmake --preset fuzz $(LAUNCHER) >/dev/null
	@cmake --build build/clang --parallel $(JOBS)
	@tools/run-fuzz $(SECONDS)
# The unit tests of what takes files from outside, and the fuzz drivers over their seeds, under the sanitizers.
SANITIZED := base log office http text record articles tables evidence ledger casefile
asan-parsers: packages-test
	@cmake --preset asan $(LAUNCHER) >/dev/null
	@cmake --build build/asan --target $(SANITIZED:%=%_test) fuzz_parsers --parallel $(JOBS)
	ctest --test-dir build/asan --output-on-failure --parallel $(JOBS) -R '^($(subst $() ,|,$(SANITIZED))|fuzz)\.' -E 'NOT_BUILT|AFullSheet|fuzz.high'
# Every test and every story under the address and undefined-behaviour sanitizers. Half an hour on two cores.
asan: packages-test
	@cmake --preset asan $(LAUNCHER) >/dev/null
	@cmake --build build/asan --parallel $(JOBS)
	@ctest --test-dir build/asan --output-on-failure --parallel $(JOBS)
clean: ; rm -rf build
