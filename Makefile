# Builds, installs and checks the program `stemma`.
#
#   make                              build it
#   make install                      under /usr/local (as root)
#   make install PREFIX=$HOME/.local  under the home folder
#   make uninstall [PREFIX=...]
#   make static                       .build/static/stemma, which needs the C library only
#   make check                        what .ci/run does

PREFIX ?= /usr/local
# For packagers: a folder in which PREFIX is put up.
DESTDIR ?=

root := $(DESTDIR)$(PREFIX)
program := .build/release/stemma
manual := .build/man
completions := .build/completions

bash_folder := $(root)/share/bash-completion/completions
zsh_folder := $(root)/share/zsh/site-functions
fish_folder := $(root)/share/fish/vendor_completions.d

.PHONY: all build static extras install uninstall check

all: build extras

build:
	Scripts/install-dependencies
	Scripts/build

static:
	Scripts/build-static

# Made by the program itself, of its own commands. Built before; `make install` as root builds nothing.
extras:
	Scripts/make-manual $(program) $(manual)
	mkdir -p $(completions)
	$(program) --generate-completion-script bash > $(completions)/stemma
	$(program) --generate-completion-script zsh > $(completions)/_stemma
	$(program) --generate-completion-script fish > $(completions)/stemma.fish

install:
	test -x $(program) || $(MAKE) build
	test -f $(completions)/stemma.fish || $(MAKE) extras
	mkdir -p "$(root)/bin" "$(root)/share/man/man1" \
	  "$(bash_folder)" "$(zsh_folder)" "$(fish_folder)"
	install -s -m 755 $(program) "$(root)/bin/stemma"
	install -m 644 $(manual)/*.1 "$(root)/share/man/man1"
	install -m 644 $(completions)/stemma "$(bash_folder)"
	install -m 644 $(completions)/_stemma "$(zsh_folder)"
	install -m 644 $(completions)/stemma.fish "$(fish_folder)"

uninstall:
	rm -f "$(root)/bin/stemma" "$(root)"/share/man/man1/stemma.1 \
	  "$(root)"/share/man/man1/stemma-*.1 \
	  "$(bash_folder)/stemma" "$(zsh_folder)/_stemma" "$(fish_folder)/stemma.fish"

check:
	.ci/run
