# Shared by scripts/demo and scripts/test. Source it from the top of the checkout.
# setup LOCK      a ready virtual environment in .venv; LOCK is run or dev
# need_debian …   Debian packages that a step needs; false (and noted) when they can't be had
# need_npm …      npm packages that a step needs, below node_modules; likewise

VENV=.venv
SKIPPED=()
NPM=()

# The Python inside the virtual environment; Windows has its own place for it.
venv_bin() {
  if [ -d "$VENV/Scripts" ]; then echo "$VENV/Scripts"; else echo "$VENV/bin"; fi
}

fail() {
  echo "$*" >&2
  exit 1
}

# A Python of 3.11 or later: $PYTHON when it is set, else the first on the path that is new enough.
find_python() {
  local candidate
  for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      echo "$candidate"
      return
    fi
  done
  fail "Routeplanner needs Python 3.11 or later, and ${PYTHON:-no python on the path} is not. Set PYTHON to one that is."
}

# Runs a command; shows what it printed only when it failed.
quietly() {
  local what=$1 output
  shift
  if ! output=$("$@" 2>&1); then
    echo "$output" >&2
    fail "$what failed; the lines above tell why."
  fi
}

# A fingerprint of files: the set-up is redone when it changes.
fingerprint() {
  cat "$@" | git hash-object --stdin
}

make_venv() {
  local python
  python=$(find_python) || exit 1
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    need_debian python3-venv ||
    fail "This Python has no venv module. On Debian and Ubuntu: apt-get install python3-venv."
  echo "Setting up $VENV (once; this takes a minute)." >&2
  quietly "Making $VENV" "$python" -m venv --clear "$VENV"
}

# A venv whose Python was removed or is of another machine does not run.
venv_works() {
  "$(venv_bin)/python" -c '' 2>/dev/null
}

install_locked() {
  local lock=requirements/$1.lock stamp=$VENV/.stamp-$1 now
  now=$(fingerprint "$lock")
  [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && return
  quietly "Installing $lock" "$(venv_bin)/python" -m pip install --disable-pip-version-check --require-hashes -r "$lock"
  echo "$now" >"$stamp"
}

# The package itself, editable; redone when what the build reads or generates from has changed.
install_package() {
  local stamp=$VENV/.stamp-package now
  local generated_from
  generated_from=$(find routeplanner/locale routeplanner/language -name '*.po' -o -name '*.lark' -o -name tables.py 2>/dev/null | LC_ALL=C sort)
  # shellcheck disable=SC2086 # a list of paths without spaces
  now=$(fingerprint pyproject.toml hatch_build.py $generated_from)
  [ "$(cat "$stamp" 2>/dev/null)" = "$now" ] && return
  quietly "Installing routeplanner" "$(venv_bin)/python" -m pip install --disable-pip-version-check \
    --no-deps --no-build-isolation --editable .
  echo "$now" >"$stamp"
}

setup() {
  venv_works || make_venv
  # dev holds all of run, at the same versions.
  if [ "$1" = run ] && [ -e "$VENV/.stamp-dev" ]; then install_locked dev; else install_locked "$1"; fi
  install_package
  PATH="$PWD/$(venv_bin):$PATH"
  export PATH
}

# Notes what was skipped; with CI=true nothing may be.
cannot() {
  if [ "${CI:-}" = true ]; then fail "With CI=true nothing may be skipped: $*"; fi
  SKIPPED+=("$*")
  return 1
}

has_debian() {
  dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed
}

need_debian() {
  local package missing=()
  for package in "$@"; do has_debian "$package" || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    cannot "Debian's ${missing[*]} (not root, or no apt-get)"
    return
  fi
  echo "Installing Debian's ${missing[*]}." >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get -qq install -y "${missing[@]}" >/dev/null 2>&1 ||
    { apt-get -qq update && apt-get -qq install -y "${missing[@]}"; } >/dev/null 2>&1 ||
    cannot "Debian's ${missing[*]} (apt-get could not install them)"
}

need_npm() {
  local package missing=()
  NPM+=("$@") # npm removes what a later call does not name
  for package in "$@"; do [ -d "node_modules/${package%@*}" ] || missing+=("$package"); done
  [ ${#missing[@]} -eq 0 ] && return
  if ! command -v npm >/dev/null && ! need_debian npm; then
    cannot "npm's ${missing[*]} (no npm)"
    return
  fi
  echo "Installing npm's ${missing[*]}." >&2
  npm install --silent --no-save --no-audit --no-fund "${NPM[@]}" >/dev/null 2>&1 ||
    cannot "npm's ${missing[*]} (npm could not install them)"
}
