"""Syntax trees as text: prefix notation in brackets, a line for each clause."""

from factcheck.lang import syntax as s
from factcheck.values.rational import Rational, reduce


def program_text(program: s.Program) -> str:
    """All statements of a program."""
    return "".join(f"{_statement(statement)}\n" for statement in program.statements)


def _statement(statement: s.Statement) -> str:
    match statement:
        case s.Define(name, value):
            return f"define {_name(name)} {tree(value)}"
        case s.Test(rule, given, expect):
            figures = [f"  given {_given(figure)}" for figure in given]
            return "\n".join([f"test {_name(rule)}", *figures, f"  expect {expect}"])
        case s.Rule():
            return "\n  ".join(_rule(statement))


def _given(given: s.Given) -> str:
    return f"{_with_selectors(_name(given.metric), given.selectors)} {tree(given.value)}"


def _rule(rule: s.Rule) -> list[str]:
    title = f" {rule.title.value!r}" if rule.title else ""
    lines = [f"rule {_name(rule.id)}{title}"]
    if rule.scope is not None:
        lines.append(f"for each {_names(rule.scope)}")
    if rule.where is not None:
        lines.append(f"where {tree(rule.where)}")
    lines += [f"let {_name(let.name)} {tree(let.value)}" for let in rule.lets]
    lines.append(f"check {tree(rule.check)}")
    if rule.severity is not None:
        lines.append(f"severity {_name(rule.severity)}")
    if rule.message is not None:
        lines.append(f"message {rule.message.value!r}")
    if rule.because is not None:
        lines.append(f"because {rule.because.value!r}")
    if rule.tags:
        lines.append(f"tags {_names(rule.tags)}")
    if rule.may_be_empty:
        lines.append("may be empty")
    return lines


def _name(name: s.Name) -> str:
    return f"`{name.text}`" if name.quoted else name.text


def _names(names: tuple[s.Name | s.Path, ...]) -> str:
    return ", ".join(map(tree, names))


def _rational(value: Rational) -> str:
    numerator, denominator = reduce(value)
    return f"{numerator}" if denominator == 1 else f"{numerator}/{denominator}"


def _number(number: s.Number) -> str:
    parts = [number.hedge, _rational(number.value), _name(number.unit) if number.unit else None]
    return "~".join(part for part in parts if part)


def _with_selectors(name: str, selectors: tuple[s.Selector, ...]) -> str:
    return name + (f"[{', '.join(map(_selector, selectors))}]" if selectors else "")


def _selector(selector: s.Selector) -> str:
    match selector:
        case s.Pin(field, _, s.Name() as group):
            return f"{tree(field)} in {_name(group)}"
        case s.Pin(field, (value,)):
            return f"{tree(field)} = {tree(value)}"
        case s.Pin(field, values):
            return f"{tree(field)} in {{{', '.join(map(tree, values))}}}"
        case s.Shift(kind, None):
            return f"previous {kind}" if kind else "previous"
        case s.Shift(_, months):
            return f"{months} months ago"
        case s.Loosen(how, field):
            return f"{how}: {_name(field)}"


def _tolerance(tolerance: s.Tolerance | None) -> str:
    if tolerance is None:
        return ""
    base = f" of {tree(tolerance.base)}" if tolerance.base else ""
    return f" within {tree(tolerance.amount)}{base}"


def _prefix(word: str, *parts: s.Operand) -> str:
    return f"({' '.join([word, *map(tree, parts)])})"


def tree(node: s.Operand) -> str:  # noqa: C901, PLR0911, PLR0912 (one arm for each kind of node)
    """An expression."""
    match node:
        case s.Name():
            return _name(node)
        case s.Path(head, attribute):
            return f"{_name(head)}.{_name(attribute)}"
        case s.Text(value):
            return repr(value)
        case s.Number():
            return _number(node)
        case s.PeriodLiteral(text):
            return text
        case s.Reference(name, selectors):
            return _with_selectors(_name(name), selectors)
        case s.Binary(operator, left, right):
            return _prefix(operator, left, right)
        case s.Negate(operand):
            return _prefix("-", operand)
        case s.Power(base, exponent, negative):
            return f"(^ {tree(base)} {'-' * negative}{tree(exponent)})"
        case s.Portion(factor, words, operand):
            return _prefix(f"{_rational(factor)}<{words}>", operand)
        case s.Call(function, argument, axes, known, _, more):
            over = f" over {_names(axes)}" if axes else ""
            parts = " ".join(map(tree, (argument, *more)))
            return f"({_name(function)}{' known' * known} {parts}{over})"
        case s.Comparison(operator, left, right, tolerance):
            return f"({operator} {tree(left)} {tree(right)}{_tolerance(tolerance)})"
        case s.Between(operand, low, high):
            return _prefix("between", operand, low, high)
        case s.InSet(operand, items):
            return _prefix("in", operand, *items)
        case s.InGroup(operand, group):
            return _prefix("in-group", operand, group)
        case s.IsStated(operand):
            return _prefix("stated", operand)
        case s.Contains(operand, text):
            return _prefix("contains", operand, text)
        case s.Agree(subject, fields, tolerance):
            on = f" on {_names(fields)}" if fields else ""
            return f"(agree {subject}{on}{_tolerance(tolerance)})"
        case s.Logical(operator, parts):
            return _prefix(operator, *parts)
        case s.Not(operand):
            return _prefix("not", operand)
        case s.IfThen(premise, conclusion):
            return _prefix("if", premise, conclusion)
