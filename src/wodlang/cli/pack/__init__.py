"""`wod pack`: one file a subcommand; `commands.PACK_COMMANDS` names them."""
