"""XML that every parser takes."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from wodlang.report.printable import printable

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
NO_CHARACTERS = re.compile("[\ufffe\uffff]")


def xml_text(text: str) -> str:
    """The text with a visible sign for each character that XML 1.0 cannot hold."""
    return NO_CHARACTERS.sub("\ufffd", printable(text))


def xml_document(root: ElementTree.Element) -> str:
    """The document in ASCII, other characters as references: right in any encoding of stdout."""
    ElementTree.indent(root)
    written: bytes = ElementTree.tostring(root, encoding="us-ascii")
    return f"{DECLARATION}{written.decode('ascii')}\n"
