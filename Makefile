# sanaq. `make run` counts the example; `make test` passes all tests. Both install what is missing (Debian 12).
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := build
JOBS ?= $(shell nproc)
LAUNCHER := $(shell command -v ccache >/dev/null 2>&1 && echo -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)

# Two clones share what ccache knows: paths are kept relative to the clone.
export CCACHE_BASEDIR := $(CURDIR)
export CCACHE_NOHASHDIR := 1

.PHONY: run test build packages packages-test format lint bench coverage-study linkage-study kill-study interop clean

run: build
	@tools/run-example build/sanaq build/example

test: packages-test build/build.ninja
	cmake --build build --parallel $(JOBS)
	ctest --test-dir build --output-on-failure --parallel $(JOBS)

build: packages build/build.ninja
	@cmake --build build --target sanaq_program --parallel $(JOBS)

packages:
	@tools/install-packages build
packages-test:
	@tools/install-packages build test

# CMake itself notices later changes of its lists.
build/build.ninja:
	cmake --preset release $(LAUNCHER)

format: ; @tools/install-packages lint && git ls-files '*.cpp' '*.h' | xargs clang-format-14 -i
lint: build/build.ninja
	@tools/install-packages lint
	git ls-files '*.cpp' '*.h' | xargs clang-format-14 --dry-run -Werror
	git ls-files 'src/*.cpp' | xargs clang-tidy-14 -p build --quiet
bench: ; @tools/install-packages build bench && tools/run-benchmarks
# Does the interval hold the truth where the truth is known? A minute or two; prints tables.
coverage-study: packages
	@tools/install-packages bench
	@cmake --preset release $(LAUNCHER) -B build/bench -DSANAQ_BENCH=ON -DSANAQ_TESTS=OFF >/dev/null
	@cmake --build build/bench --target coverage_study --parallel $(JOBS) >/dev/null
	@build/bench/bench/coverage_study "$${SANAQ_DATA:-../shared/data}"
# Does the interval hold the truth where links are uncertain? Prints a table; some minutes.
linkage-study: build ; @tools/linkage-study build/sanaq
# Is anything lost when a command is killed? At every call of every verb; some minutes (docs/benchmarks/reliability.md).
kill-study: packages-test build/build.ninja
	@cmake --build build --target sanaq_program kill_at_call --parallel $(JOBS) >/dev/null
	@tools/kill-study build/sanaq build/tests/libkill_at_call.so
# Does another program take what we write? Installs followthemoney from PyPI; needs the network once.
interop: build ; @tools/check-followthemoney build/sanaq build/interop
clean: ; rm -rf build
