_wod_glob_programs() {
  _files -g '*.(#i)wod(-.)'
}

_wod_glob_packs() {
  _alternative 'packs:pack:(@PACKS@)' 'files:file:_files -g "*.toml(-.)"'
}

# Several rules in one value, a comma between each two.
_wod_rules() {
  local -a rules=(@RULES@ @PACKS@)
  _sequence compadd - $rules
}
