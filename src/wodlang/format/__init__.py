"""The canonical layout of a `.wod` text."""

from wodlang.format.formatting import Formatted, format_text

__all__ = ["Formatted", "format_text"]
