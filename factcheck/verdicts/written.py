"""Numbers and tests of a plan in the words of the rule language."""

from __future__ import annotations

from typing import Final

from factcheck.plan import model
from factcheck.records import Record, evolve, frozen
from factcheck.verdicts.written_leaves import constant_text, key, keys_text, reference_text, sign

_SIGNS: Final = {"add": " + ", "subtract": " − ", "multiply": " × ", "divide": " ÷ "}
_STRENGTH: Final = {"add": 1, "subtract": 1, "multiply": 2, "divide": 2, "negate": 3}
_ATOM: Final = 4


@frozen
class Writer(Record):
    """Writes the nodes of one plan; `names` are those that the rule gives to calculations."""

    plan: model.RulePlan
    names: dict[model.Number, str]

    def number(self, node: model.Number) -> str:
        """A number, under the name that the rule has for it."""
        return self.names.get(_bare(node)) or self.meaning(node)

    def meaning(self, node: model.Number) -> str:
        """What a number is made of."""
        if isinstance(node, model.Constant):
            return constant_text(node)
        if isinstance(node, model.Slot):
            return reference_text(self.plan.references[node.reference])
        if isinstance(node, model.FoldSlot):
            fold = self.plan.folds[node.fold]
            known = "known " if fold.known else ""
            axes = ", ".join(fold.axes)
            return f"{fold.function}({known}{self.number(fold.body)} over {axes})"
        if isinstance(node, model.Calculation):
            return self._calculation(node)
        if isinstance(node, model.Raised):
            return f"{self._inside(node.base, _ATOM)}^{node.exponent}"
        if isinstance(node, model.CountOf):
            return f"count({node.what})"
        if isinstance(node, model.ClaimNumber):
            return node.field
        time = key(node.time)
        return time if node.function == "ordinal" else f"{node.function}({time})"

    def _calculation(self, node: model.Calculation) -> str:
        if node.operator not in _STRENGTH:
            return f"{node.operator}({self.number(node.operands[0])})"
        strength = _STRENGTH[node.operator]
        if node.operator == "negate":
            return f"−{self._inside(node.operands[0], strength)}"
        left, right = node.operands
        sign = _SIGNS[node.operator]
        return self._inside(left, strength) + sign + self._inside(right, strength + 1)

    def _inside(self, node: model.Number, strength: int) -> str:
        """A number, in brackets where it binds less."""
        text = self.number(node)
        named = _bare(node) in self.names
        own = _ATOM
        if isinstance(node, model.Calculation) and not named:
            own = _STRENGTH.get(node.operator, _ATOM)
        return text if own >= strength else f"({text})"

    def test(self, node: model.Test) -> str:
        """A test."""
        if isinstance(node, model.Every | model.Some):
            word = " and " if isinstance(node, model.Every) else " or "
            return word.join(self._part(part) for part in node.parts)
        if isinstance(node, model.Negated):
            return f"not {self._part(node.operand)}"
        if isinstance(node, model.Comparison):
            sides = f"{self.number(node.left)} {sign(node.operator)} {self.number(node.right)}"
            return sides + self._tolerance(node)
        if isinstance(node, model.Agreement):
            on = f" on {', '.join(node.fields)}" if node.fields else ""
            within = f" within {self.number(node.amount)}" if node.amount else ""
            return f"claims agree{on}{within}"
        if isinstance(node, model.FigureStated):
            return f"{reference_text(self.plan.references[node.reference])} is stated"
        return keys_text(node)

    def _part(self, node: model.Test) -> str:
        text = self.test(node)
        return f"({text})" if isinstance(node, model.Every | model.Some) else text

    def _tolerance(self, node: model.Comparison) -> str:
        if node.amount is None:
            return ""
        base = f" of {self.number(node.base)}" if node.base else ""
        return f" within {self.number(node.amount)}{base}"


def writer(plan: model.RulePlan) -> Writer:
    """What writes the nodes of a plan, with the names that stand in its check."""
    plain = Writer(plan, {})
    names: dict[model.Number, str] = {}
    for start, end, value in plan.shown.places:
        text = plan.shown.text[start:end]
        if isinstance(value, model.Path) or not text.isidentifier():
            continue
        if plain.meaning(value) != text:
            names[_bare(value)] = text
    return Writer(plan, names)


def _bare(node: model.Number) -> model.Number:
    """The number without the places of its money, which differ where it is written twice."""
    if isinstance(node, model.Slot | model.ClaimNumber):
        return evolve(node, component=-1)
    if isinstance(node, model.Calculation):
        return evolve(node, operands=tuple(_bare(operand) for operand in node.operands))
    if isinstance(node, model.Raised):
        return evolve(node, base=_bare(node.base))
    return node
