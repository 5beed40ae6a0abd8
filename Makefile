python = .venv/bin/python
translations = $(patsubst %.ts,%.qm,$(wildcard resources/i18n/*.ts))
frozen = dist/carepos/carepos
words = tests/carepos/text tests/carepos/wording
megabytes_allowed = 160
no_screen = [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]

# `make run` opens the counter, `make test` proves it; each sets up everything by itself.
.PHONY: run test test-store test-window test-words check bench tour torture i18n build setup system

run: setup
	@if $(no_screen); then \
	    echo "No screen here (DISPLAY and WAYLAND_DISPLAY are not set): painting the tour into pictures/ instead."; \
	    QT_QPA_PLATFORM=offscreen $(python) main.py tour --pictures pictures; \
	else \
	    $(python) main.py --demo; \
	fi

# Two runs side by side: the store's, and the window's with the words' after it.
test: setup
	@$(MAKE) --no-print-directory --output-sync=target -j2 test-store test-window test-words

test-store:
	$(python) -m pytest --ignore tests/ui $(words:%=--ignore %)

test-window:
	$(python) -m pytest tests/ui

test-words:
	$(python) -m pytest $(words)

check: setup
	$(python) -m ruff check .
	$(python) -m mypy --strict carepos ui main.py benchmarks

bench: setup
	$(python) -m benchmarks

tour: setup
	QT_QPA_PLATFORM=offscreen $(python) main.py tour --pictures pictures

torture: setup
	$(python) -m pytest -m torture --timeout 1800 tests/torture

i18n: system
	@mkdir -p resources/i18n
	.venv/bin/pyside6-lupdate -no-obsolete -locations none -source-language en -target-language ja \
	    $$(find ui -name '*.py' | sort) -ts resources/i18n/carepos_ja.ts
	.venv/bin/pyside6-lupdate -no-obsolete -locations none -source-language en -target-language en -pluralonly \
	    $$(find ui -name '*.py' | sort) -ts resources/i18n/carepos_en.ts

build: setup
	./setup.sh build
	$(python) -m PyInstaller --noconfirm --log-level WARN build.spec
	@size=$$(du -sm dist/carepos | cut -f 1); echo "dist/carepos: $$size MB"; test $$size -le $(megabytes_allowed)
	if $(no_screen); then xvfb-run -a $(frozen) --smoke; else $(frozen) --smoke; fi

setup: system $(translations)

system:
	@./setup.sh

%.qm: %.ts | system
	.venv/bin/pyside6-lrelease -silent $< -qm $@
