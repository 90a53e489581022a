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

# A value behind `=` is completed as one behind a blank. bash gives `--option=value` as three words, or
# as one where `=` is not in COMP_WORDBREAKS: then what is offered begins with the option.
_wod() {
  local -a words=()
  local index word previous='' lead='' cword=$COMP_CWORD
  for index in "${!COMP_WORDS[@]}"; do
    word="${COMP_WORDS[index]}"
    if [[ "$word" == '=' && "$previous" == --* ]]; then
      if (( index == COMP_CWORD )); then
        words+=('')
      elif (( index < COMP_CWORD )); then
        cword=$(( cword - 1 ))
      fi
    elif (( index == COMP_CWORD )) && [[ "$word" == --*=* ]]; then
      lead="${word%%=*}="
      words+=("${word%%=*}" "${word#*=}")
      cword=$(( cword + 1 ))
    else
      words+=("$word")
    fi
    previous="$word"
  done
  local -a COMP_WORDS=("${words[@]}")
  local COMP_CWORD=$cword
  _shtab_wod
  if [[ -n "$lead" && ${#COMPREPLY[@]} -gt 0 ]]; then
    COMPREPLY=("${COMPREPLY[@]/#/$lead}")
  fi
}
