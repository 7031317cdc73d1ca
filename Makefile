# Yozakura: set-up, build, test, install. `make help` lists the targets.

SWIFT       ?= swift
SWIFTC      ?= swiftc
PREFIX      ?= /usr/local
DESTDIR     ?=
JOBS        ?= $(shell nproc 2>/dev/null || echo 2)
RUNS        ?= 100000
TARGETS     ?=

BINARY      := .build/release/yozakura
RELEASE     := $(SWIFT) build -c release --static-swift-stdlib --jobs $(JOBS)
# The tests stand beside a release of their own, whose inner declarations they may see: everything is built once.
# While working at a file, `swift test --enable-swift-testing --disable-xctest --filter NAME` builds less.
TESTS       := .build/tests
TEST_BUILD  := YOZAKURA_TEST_BUILD=1 $(SWIFT) build -c release --scratch-path $(TESTS) --jobs $(JOBS) --build-tests --disable-xctest \
  --disable-index-store -debug-info-format none -Xswiftc -enable-testing
SOURCES     := Sources Tests Package.swift

# Debian packages: what Swift itself builds with (the package manager's git, a linker, C++'s own) and whom it
# trusts, what the build links, what the tests drive, what the benchmarks compare with.
SWIFT_PACKAGES := binutils git libstdc++-12-dev ca-certificates
BUILD_PACKAGES := libncursesw5-dev libcurl4-openssl-dev libsqlite3-dev libzstd-dev zlib1g-dev
TEST_PACKAGES  := tmux nginx-light openssl mandoc zsh fish strace zstd khal ffmpeg libmpv2 chromium mpv xvfb
BENCH_PACKAGES := nginx-light fzf curl aria2 restic zstd python3-venv ffmpeg mpv libmpv2
# The fastest converter of danmaku that we know of; where it cannot be had the figures say so.
BILIASS        := biliass==2.5.0

# The tests that use real data find it here; where there is none they are skipped and say so.
ifeq ($(YOZAKURA_TEST_DATA),)
export YOZAKURA_TEST_DATA := $(realpath ../shared/data)
endif

bindir    := $(DESTDIR)$(PREFIX)/bin
helperdir := $(DESTDIR)$(PREFIX)/libexec/yozakura
datadir   := $(DESTDIR)$(PREFIX)/share/yozakura
themedir  := $(datadir)/themes
man1dir   := $(DESTDIR)$(PREFIX)/share/man/man1
man5dir   := $(DESTDIR)$(PREFIX)/share/man/man5
man7dir   := $(DESTDIR)$(PREFIX)/share/man/man7
bashdir   := $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zshdir    := $(DESTDIR)$(PREFIX)/share/zsh/site-functions
unitdir   := $(DESTDIR)$(PREFIX)/lib/systemd/user
fishdir   := $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d

.PHONY: help run deps test-deps bench-deps build lint format test check torture fuzz bench install install-units uninstall clean
.DEFAULT_GOAL := help

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## install what is missing, build the release, start the interface
	$(BINARY)

deps: ## install the Debian packages that the build needs, where they are missing
	@.ci/packages $(SWIFT_PACKAGES) $(BUILD_PACKAGES)

test-deps: deps
	@.ci/packages $(TEST_PACKAGES)

bench-deps: deps
	@.ci/packages $(BENCH_PACKAGES)
	@test -x .build/bench/bin/biliass || { python3 -m venv .build/bench && .build/bench/bin/pip -q install $(BILIASS); } || true

build: deps ## build the release, .build/release/yozakura, and the helper that decodes
	$(RELEASE) --product yozakura
	$(RELEASE) --product yozakura-player

test: test-deps ## set up and run every test, the short torture of the release among them
	$(TEST_BUILD)
	@TESTS="$(TESTS)" .ci/test

lint: ## check the format of the sources, and the walls between the rooms
	$(SWIFT) format lint --strict --parallel --recursive $(SOURCES)
	@.ci/imports

format: ## put the sources in format
	$(SWIFT) format --in-place --parallel --recursive $(SOURCES)

# Every target treats warnings as errors, so a build that ends is a build without any.
check: lint test ## lint, build without a warning, test

torture: test-deps ## kill, fill, spoil and cut the power of the release at every point; takes an hour or two
	$(RELEASE) --product yozakura
	$(RELEASE) --product yozakura-torture
	.build/release/yozakura-torture all --long --jobs $(JOBS)

# RUNS=10000000 is the whole, and takes most of a day.
fuzz: deps ## look for input that breaks a parser: RUNS inputs each, TARGETS or all of them
	@SWIFTC="$(SWIFTC)" RUNS=$(RUNS) JOBS=$(JOBS) .ci/fuzz $(TARGETS)

bench: bench-deps ## print the figures, each beside a peer's of the same run
	$(RELEASE) --product yozakura
	$(RELEASE) --product yozakura-player
	$(RELEASE) --product yozakura-bench
	YOZAKURA_BINARY="$(CURDIR)/$(BINARY)" .build/release/yozakura-bench

# Builds only where nothing is built yet, so that `sudo make install` leaves no file of root's behind.
install: install-units ## put binary, themes, man pages, completions and systemd units under PREFIX
	@test -x $(BINARY) -a -x $(BINARY)-player || $(MAKE) --no-print-directory build
	install -d $(bindir) $(themedir) $(man1dir) $(man5dir) $(man7dir) $(bashdir) $(zshdir) $(fishdir)
	install -s -m 755 $(BINARY) $(bindir)/yozakura
	install -d $(helperdir)
	install -s -m 755 $(BINARY)-player $(helperdir)/yozakura-player
	install -m 644 Themes/*.toml $(themedir)/
	install -m 644 Man/yozakura.1 $(man1dir)/
	install -m 644 Man/yozakura-config.5 Man/yozakura-export.5 $(man5dir)/
	install -m 644 Man/yozakura-filter.7 $(man7dir)/
	$(BINARY) --generate-completion-script bash > $(bashdir)/yozakura
	$(BINARY) --generate-completion-script zsh > $(zshdir)/_yozakura
	$(BINARY) --generate-completion-script fish > $(fishdir)/yozakura.fish

# The units name the program where it is installed; nobody's timer starts by itself.
install-units:
	install -d $(unitdir)
	sed 's|@bindir@|$(PREFIX)/bin|' Sources/Units/yozakura-new.service > $(unitdir)/yozakura-new.service
	install -m 644 Sources/Units/yozakura-new.timer $(unitdir)/

uninstall: ## remove what install put there
	rm -f $(bindir)/yozakura $(man1dir)/yozakura.1 $(man5dir)/yozakura-config.5 $(man5dir)/yozakura-export.5 $(man7dir)/yozakura-filter.7
	rm -f $(unitdir)/yozakura-new.service $(unitdir)/yozakura-new.timer
	rm -f $(bashdir)/yozakura $(zshdir)/_yozakura $(fishdir)/yozakura.fish
	rm -rf $(datadir) $(helperdir)

clean: ## remove what was built
	$(SWIFT) package clean
	rm -rf .build/release $(TESTS)
