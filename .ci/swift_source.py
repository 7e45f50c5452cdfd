"""Reads just enough of Swift to find imports, declarations and the length of functions."""

import re

IMPORT = re.compile(
    r"^[ \t]*(?P<attributes>(?:@\w+(?:\([^)]*\))?\s+)*)"
    r"(?:(?:public|package|internal|fileprivate|private)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?"
    r"(?P<module>[A-Za-z_]\w*)",
    re.MULTILINE,
)
DECLARED_TYPE = re.compile(r"\b(?:struct|class|enum|actor|protocol|typealias)\s+([A-Za-z_]\w*)")
FUNCTION = re.compile(r"\b(?:func\s+(?P<name>[^\s(<]+)|(?P<special>init|subscript)\s*[?!]?\s*[(<])")
NEXT_DECLARATION = re.compile(r"\b(?:func|var|let|init|subscript|case|struct|enum)\b|\}|;")


def without_text(source):
    """Blanks comments and string literals, keeping every line break and every length."""
    blanked = list(source)
    _blank(source, 0, blanked, in_interpolation=False)
    return "".join(blanked)


def _blank(source, start, blanked, in_interpolation):
    """Blanks from `start` to the end, or to the parenthesis that ends an interpolation."""
    index, depth = start, 0
    while index < len(source):
        quote = re.compile(r'(#*)("""|")').match(source, index)
        if source.startswith("//", index):
            end = source.find("\n", index)
            end = len(source) if end < 0 else end
            _erase(blanked, index, end)
            index = end
        elif source.startswith("/*", index):
            end = _end_of_block_comment(source, index)
            _erase(blanked, index, end)
            index = end
        elif quote:
            index = _blank_string(source, quote, blanked)
        else:
            depth += {"(": 1, ")": -1}.get(source[index], 0)
            if in_interpolation and depth < 0:
                return index
            index += 1
    return index


def _blank_string(source, quote, blanked):
    hashes, mark = quote.group(1), quote.group(2)
    index = quote.end()
    _erase(blanked, quote.start(), index)
    while index < len(source):
        if source.startswith(mark + hashes, index):
            end = index + len(mark + hashes)
            _erase(blanked, index, end)
            return end
        if source.startswith("\\" + hashes + "(", index):
            begin = index + len(hashes) + 2
            _erase(blanked, index, begin)
            index = _blank(source, begin, blanked, in_interpolation=True)
            _erase(blanked, index, index + 1)
            index += 1
        else:
            width = 2 if source[index] == "\\" and not hashes else 1
            _erase(blanked, index, index + width)
            index += width
    return index


def _end_of_block_comment(source, start):
    depth, index = 0, start
    while index < len(source):
        if source.startswith("/*", index):
            depth, index = depth + 1, index + 2
        elif source.startswith("*/", index):
            depth, index = depth - 1, index + 2
            if depth == 0:
                return index
        else:
            index += 1
    return index


def _erase(blanked, start, end):
    for index in range(start, min(end, len(blanked))):
        if blanked[index] != "\n":
            blanked[index] = " "


def line_of(source, index):
    return source.count("\n", 0, index) + 1


def functions(code):
    """Yields (name, first line, number of lines) of every function that has a body."""
    for match in FUNCTION.finditer(code):
        name = match.group("name") or match.group("special")
        start = match.end() - (1 if match.group("special") else 0)
        opening = _body(code, start)
        if opening is None:
            continue
        closing = _closing(code, opening)
        first = line_of(code, match.start())
        yield name, first, line_of(code, closing) - first + 1


def _body(code, start):
    """Finds the brace that opens a function's body; none for a requirement or a call."""
    depth = 0
    for index in range(start, len(code)):
        character = code[index]
        if character in "([":
            depth += 1
        elif character in ")]":
            depth -= 1
            if depth < 0:
                return None
        elif depth == 0 and character == "{":
            return index
        elif depth == 0 and NEXT_DECLARATION.match(code, index):
            return None
    return None


def _closing(code, opening):
    depth = 0
    for index in range(opening, len(code)):
        depth += {"{": 1, "}": -1}.get(code[index], 0)
        if depth == 0:
            return index
    return len(code) - 1
