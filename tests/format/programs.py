"""Programs as words in the order of the grammar, then as texts with any space and any comments."""

from hypothesis import strategies as st

Words = tuple[str, ...]

NAMES = st.sampled_from(
    ["capex", "net_loss", "收入", "`net-loss`", "`rule`", "half", "over", "t", "known", "claims"]
)
FIELDS = st.sampled_from(["entity", "period", "status", "source"])
TEXTS = st.sampled_from(['"plan"', r'"a \"quoted\" # text"', '"{entity}: {capex}"', '""'])
NUMBERS = st.sampled_from(
    ["160 billion CNY", "160bn CNY", "1600亿 CNY", "20_000", "1.3e8", "50 %", "50%", "3 pp", "5 t"]
)
PERIODS = st.sampled_from(["2025-Q3", "2025-q3", "2025-12-23", "2025", "2023/2025", "2023 / 2025"])
FACTORS = st.sampled_from(
    ["half of", "a third of", "two thirds of", "12% of", "twice", "10 times", "ten times", "-", "−"]
)


def joined(*parts: st.SearchStrategy[Words] | str) -> st.SearchStrategy[Words]:
    """The words of the parts, one behind the other."""
    words = [st.just(tuple(part.split())) if isinstance(part, str) else part for part in parts]
    return st.tuples(*words).map(lambda found: tuple(word for part in found for word in part))


def listed(part: st.SearchStrategy[Words], most: int = 3) -> st.SearchStrategy[Words]:
    """The part once or several times, with commas."""
    return st.lists(part, min_size=1, max_size=most).map(
        lambda found: tuple(word for words in found for word in (",", *words))[1:]
    )


def one(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Words]:
    """The words of one of the texts; those in quotes are one word."""
    return texts.map(lambda text: (text,) if text.startswith(('"', "`")) else tuple(text.split()))


name, field, text, period = one(NAMES), one(FIELDS), one(TEXTS), one(PERIODS)
names = listed(name)


def choice(*options: str) -> st.SearchStrategy[Words]:
    return one(st.sampled_from(options))


selector = st.one_of(
    joined(field, "=", name),
    joined("period =", period),
    joined(field, "in {", listed(name), "}"),
    joined(field, "in", name),
    choice("previous", "previous year", "10 years ago", "year ago", "any period", "other entity"),
)
reference = joined(name, "[", listed(selector, 2), "]")
atom = st.one_of(name, name, one(NUMBERS), reference, choice("period.end", "2025-Q3"))


def arithmetic(inner: st.SearchStrategy[Words]) -> st.SearchStrategy[Words]:
    return st.one_of(
        joined(inner, choice("+", "-", "−", "*", "×", "/", "÷"), inner),
        joined("(", inner, ")"),
        joined(one(FACTORS), inner),
        joined(inner, "^", choice("2", "- 1", "3")),
        joined(choice("sum(", "sum( known"), inner, "over", names, ")"),
        joined(choice("min(", "abs("), listed(inner, 2), ")"),
    )


number = st.recursive(atom, arithmetic, max_leaves=6)
tolerance = joined("within", choice("5%", "5% of capex", "2 billion CNY", "(1 + 2) t", "twice x"))
comparison = st.one_of(
    joined(number, choice("=", "<", "<=", "≤", ">=", "!=", "≠"), number),
    joined(number, choice("~=", "≈"), number, tolerance),
    joined(number, "consistent with", number),
    joined(number, choice("between", "not between"), number, "and", number),
    joined(field, choice("in {", "not in {"), listed(st.one_of(name, text, period)), "}"),
    joined(field, choice("in", "not in"), name),
    joined(number, choice("is stated", "is not stated")),
    joined(field, "contains", text),
    joined("claims agree on", listed(choice("period", "source.publisher")), tolerance),
    choice("members agree", "claims agree"),
)


def logic(inner: st.SearchStrategy[Words]) -> st.SearchStrategy[Words]:
    return st.one_of(
        joined(inner, choice("and", "or"), inner),
        joined("not", inner),
        joined("(", inner, ")"),
    )


condition = st.recursive(comparison, logic, max_leaves=4)
clause = st.one_of(
    joined("where", condition),
    joined("severity", choice("error", "warning", "info")),
    joined("message", text),
    joined("because", text),
    joined("tags", names),
    joined("may be empty"),
    joined("for each", listed(field)),
)
let = joined("let", name, "=", st.one_of(number, condition))
check = joined("check", st.one_of(condition, joined("if", condition, "then", condition)))


@st.composite
def rules(draw: st.DrawFn) -> Words:
    """A rule with clauses in any order, each but `let` once."""
    clauses = [draw(check), *draw(st.lists(clause, max_size=4, unique_by=lambda found: found[0]))]
    clauses += draw(st.lists(let, max_size=2))
    head = draw(joined("rule", name, st.one_of(text, st.just(()))))
    return sum(draw(st.permutations(clauses)), head)


figure = joined(
    st.one_of(name, reference),
    "=",
    choice("5 CNY", "about 160 billion CNY", "more than 3 pp", "- 5%", "at least nearly 1亿 CNY"),
)
test = joined("test", name, st.one_of(st.just(()), joined("given", listed(figure))), "expect")
statement = st.one_of(
    rules(),
    rules(),
    joined("define", name, "=", st.one_of(number, condition)),
    joined(test, choice("holds", "violated", "undetermined", "not exercised")),
)
space = st.sampled_from(
    [" ", " ", " ", "  ", "\n", "\n\n", "\n    ", "\t", " # a # b\n", "\n# c\n"]
)
edge = st.sampled_from(["\n", "", "  ", "\n\n\n", "# d\n", "\n  # e\n", " #f\n\n# g\n", "\r\n"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """The text of a program: words parted by any space; `f(`, `50%` and `a.b` stand as written."""
    version = draw(st.sampled_from([(), ("factcheck", "1")]))
    found = [version, *draw(st.lists(statement, max_size=4))]
    written = draw(edge)
    for words in found:
        for word in words:
            written += word + draw(space)
        written += draw(edge)
    return written
