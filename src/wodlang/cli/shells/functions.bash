# shellcheck shell=bash
_wod_glob_programs() {
  compgen -f -X '!*.[wW][oO][dD]' -- "$1"
  compgen -d -- "$1"
}

_wod_glob_packs() {
  compgen -W '@PACKS@' -- "$1"
  compgen -f -X '!*.toml' -- "$1"
  compgen -d -- "$1"
}

# Several rules in one value: what stands before the last comma is kept.
_wod_rules() {
  local done=''
  [[ "$1" == *,* ]] && done="${1%,*},"
  compgen -P "$done" -W '@RULES@ @PACKS@' -- "${1##*,}"
}
