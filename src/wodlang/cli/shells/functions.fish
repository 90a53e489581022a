function _wod_files_ending --argument-names ending
    for candidate in (__fish_complete_path (commandline -ct))
        string match --quiet --ignore-case --regex -- '(/|'$ending')(\t|$)' $candidate
        and printf '%s\n' $candidate
    end
end

function _wod_glob_programs
    _wod_files_ending '\.wod'
end

function _wod_glob_packs
    printf '%s\n' @PACKS@
    _wod_files_ending '\.toml'
end

# Several rules in one value, a comma between each two.
function _wod_rules
    __fish_append , @RULES@ @PACKS@
end
