"""What the tree and its names must keep to, besides lint and contracts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ACTIONS = ROOT / "pos_app" / "actions"
PROGRAM = sorted([*ROOT.glob("*.py"), *ROOT.glob("pos_app/**/*.py"), *ROOT.glob("ui/**/*.py")])
TESTS = sorted(ROOT.glob("tests/**/*.py"))
PURE_HALF = ("domain", "engine", "ledger", "journal", "reports")

LINES_IN_A_FILE = 300
LINES_IN_A_FUNCTION = 60
LETTERS_IN_A_FIRST_LINE = 80

NAMES_THAT_SAY_NOTHING = re.compile(
    r"^(utils?|helpers?|misc|common|base|core|lib|managers?|handlers?|services?)$"
)
CLASSES_THAT_SAY_NOTHING = re.compile(r"(Manager|Handler|Service|Helper|Utils?|Processor)$")

# The word not to use, and what a shop says instead. `manager` is a person here, so that only
# classes and modules may not be one.
WORDS_TO_AVOID = {
    "transaction": "sale or transfer",
    "transactions": "sales or transfers",
    "order": "basket or sale; for a sequence, say what is first",
    "orders": "baskets or sales",
    "item": "line or product",
    "items": "lines or products",
    "data": "what it is: bytes, rows, facts",
    "info": "what it tells",
    "process": "the verb of the shop",
    "handle": "the verb of the shop",
}
# What the rulebook and the replay format name keeps the name it has there.
RULEBOOK_NAMES = {
    "NEW_OWN_ORDER",
    "own_order_needed",
    "min_order",
    "max_order",
    "own_order",
    "order_discount",
    "order_discount_fen",
}

# The hook that shows an unexpected error to the person at the till catches whatever comes.
MAY_CATCH_ANYTHING = {"ui/application.py"}


def place(path: Path) -> str:
    """A file as the reports below name it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """A file as Python reads it."""
    return ast.parse(path.read_text("utf-8"), str(path))


def functions_of(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file, nested ones too."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_module_has_a_name_that_says_nothing() -> None:
    """What has no name of its own gathers whatever has no other place."""
    nameless = [
        place(path)
        for path in PROGRAM + TESTS
        if any(
            NAMES_THAT_SAY_NOTHING.match(part)
            for part in path.relative_to(ROOT).with_suffix("").parts
        )
    ]

    assert nameless == []


def test_no_class_has_a_name_that_says_nothing() -> None:
    """A SaleManager may do anything to a sale, and in time it does."""
    nameless = [
        f"{place(path)}: {node.name}"
        for path in PROGRAM + TESTS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef) and CLASSES_THAT_SAY_NOTHING.search(node.name)
    ]

    assert nameless == []


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    """A file over 300 lines is a house with too many rooms."""
    lengths = {place(path): len(path.read_text("utf-8").splitlines()) for path in PROGRAM + TESTS}
    long = {name: length for name, length in lengths.items() if length > LINES_IN_A_FILE}

    assert long == {}


def test_no_function_is_longer_than_a_screen() -> None:
    """A function over 60 lines does more than its name says."""
    long = {
        f"{place(path)}: {function.name}": length
        for path in PROGRAM + TESTS
        for function in functions_of(path)
        if (length := (function.end_lineno or 0) - function.lineno + 1) > LINES_IN_A_FUNCTION
    }

    assert long == {}


def test_the_pure_half_knows_no_float() -> None:
    """Money that was once a float is off by a fen on some day nobody looks."""
    floats = [
        f"{place(path)}:{line}"
        for package in PURE_HALF
        for path in sorted(ROOT.glob(f"pos_app/{package}/**/*.py"))
        for line in lines_with_a_float(tree_of(path))
    ]

    assert floats == []


def lines_with_a_float(tree: ast.Module) -> list[int]:
    """Where a float is written, named, or made by dividing with one stroke."""
    return sorted(
        node.lineno
        for node in ast.walk(tree)
        if (isinstance(node, ast.Constant) and isinstance(node.value, float | complex))
        or (isinstance(node, ast.Name) and node.id in {"float", "complex"})
        or (isinstance(node, ast.BinOp | ast.AugAssign) and isinstance(node.op, ast.Div))
    )


def test_a_planted_float_is_found() -> None:
    """The rule above is worth what it finds."""
    planted = "a = 1.5\nb = float(1)\nc = 3 / 2\nd = 3\nd /= 2\ne = 3 // 2\n"

    assert lines_with_a_float(ast.parse(planted)) == [1, 2, 3, 5]


def test_one_word_per_thing() -> None:
    """A word with three meanings in a shop is a mistake waiting at the till."""
    spoken = [
        f"{place(path)}:{line}: {name} ({word}: say {WORDS_TO_AVOID[word]})"
        for path in PROGRAM + TESTS
        for line, name in names_given_in(tree_of(path))
        if name not in RULEBOOK_NAMES
        for word in words_of(name)
        if word in WORDS_TO_AVOID
    ]

    assert spoken == []


def names_given_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every name a file gives to a class, function, parameter, value or field.

    What overrides a method of Qt keeps the name it has there, and so do its parameters. The
    name of a test is a sentence and names nothing.
    """
    theirs = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and is_override(node)
        for inner in [node, *ast.walk(node.args)]
    } | {id(node) for node in ast.walk(tree) if is_test(node)}
    for node in ast.walk(tree):
        if id(node) in theirs:
            continue
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.attr


def is_override(function: ast.FunctionDef) -> bool:
    """Whether the method says that it overrides one, and so did not choose its name."""
    return any(
        isinstance(mark, ast.Name) and mark.id == "override" for mark in function.decorator_list
    )


def is_test(node: ast.AST) -> bool:
    """Whether pytest calls it."""
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def words_of(name: str) -> list[str]:
    """A name in its words: snake_case and CamelCase alike."""
    return [word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)]


def test_names_come_apart_into_words() -> None:
    """The rule above is worth what it finds."""
    assert words_of("QRDataTable_of_orders2") == ["qr", "data", "table", "of", "orders"]


def test_only_the_hook_catches_whatever_comes() -> None:
    """A broad except turns a bug into a wrong number on a receipt."""
    broad = [
        f"{place(path)}:{node.lineno}"
        for path in PROGRAM
        if place(path) not in MAY_CATCH_ANYTHING
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler)
        if catches_anything(node)
        if not passes_on(node)
    ]

    assert broad == []


def catches_anything(handler: ast.ExceptHandler) -> bool:
    """Whether an except clause names no error in particular."""
    if handler.type is None:
        return True
    named = ast.walk(handler.type)
    return any(
        isinstance(node, ast.Name) and node.id in {"Exception", "BaseException"} for node in named
    )


def passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether an except clause ends by raising what it caught."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_a_docstring_begins_with_a_line_that_can_be_read_at_a_glance() -> None:
    """The first line is what an editor shows, and what a stranger reads."""
    long = [
        f"{place(path)}: {text.splitlines()[0]}"
        for path in PROGRAM + TESTS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        if (text := ast.get_docstring(node))
        if len(text.splitlines()[0]) > LETTERS_IN_A_FIRST_LINE
    ]

    assert long == []


def test_every_action_has_a_test_that_names_it() -> None:
    """An errand that nobody has run is one the first cashier runs."""
    tests = "\n".join(path.read_text("utf-8") for path in TESTS)
    errands = [path.stem for path in PROGRAM if path.is_relative_to(ACTIONS)]
    untested = [
        errand
        for errand in errands
        if errand != "__init__" and not re.search(rf"\b{re.escape(errand)}\b", tests)
    ]

    assert untested == []
