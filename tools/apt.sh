# Sourced by the scripts beside it: install a missing system program, or say what to install and stop.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

# install_or_say WHAT PACKAGE...: WHAT names for a person what is missing.
install_or_say() {
  what=$1
  shift
  if ! may_install; then
    echo "The tests need $what. Install it (on Debian or Ubuntu: sudo apt-get install $*) and run make again." >&2
    exit 1
  fi
  echo "Installing $what: apt-get install $*"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
