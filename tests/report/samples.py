"""Reports to draw: what the renderers are given, without the stages that make it."""

from datetime import date
from typing import Any

from attrs import evolve

from factcheck.claims.model import Claim
from factcheck.diagnostics.diagnostic import Code, Diagnostic, Label, Severity
from factcheck.diagnostics.span import Span, at
from factcheck.report.model import Conversion, Finding, FindingClaim, Report, RuleResult
from factcheck.values.interval import closed, point
from factcheck.values.period import parse_period
from factcheck.values.rational import parse_decimal
from factcheck.values.unit import BaseUnit, parse_unit
from factcheck.vocabulary.model import Source

CLAIMS = "datapackage/data/claims.csv"
BUDGETS = "rules/budgets.rules"

UNITS = {name: BaseUnit(name, name, (1, 1)) for name in ("CNY", "USD", "chip", "person")}

SOURCES = {
    "ft": ("ByteDance plans $23bn AI spending spree", "Financial Times", "2025-12-23", "en"),
    "caixin": ("字节跳动计划2026年资本开支1600亿元", "财新网", "2025-12-24", "zh"),
    "aljazeera": ("بايت دانس تخطط لإنفاق 23 مليار دولار", "الجزيرة نت", "2025-12-24", "ar"),
    "blog": ("A note without a publisher", "", "", "en"),
}


def source(id_: str = "ft", **changes: Any) -> Source:  # noqa: ANN401 (any field)
    title, publisher, published, language = SOURCES[id_]
    made = Source(
        id=id_,
        title=title,
        publisher=publisher,
        url=f"https://example.org/{id_}",
        published=date.fromisoformat(published) if published else None,
        accessed=None,
        language=language,
        path="",
        sha256="",
        derived_from=None,
        status="live",
        line=2,
        attributes={},
    )
    return evolve(made, **changes)


def claim(value: str = "160000000000", unit: str = "CNY", **changes: Any) -> Claim:  # noqa: ANN401 (any field)
    parsed = parse_unit(unit, UNITS)
    number = parse_decimal(value)
    made = Claim(
        id="c1",
        source="ft",
        entity="bytedance",
        metric="capex",
        period=parse_period("2026"),
        value=number,
        value_text=value,
        value_to=None,
        value_to_text="",
        unit=parsed,  # type: ignore[arg-type]  # the units above are known
        relation="eq",
        hedge="",
        decimals=-9,
        status="plan",
        attributed_to="",
        quote="160 billion RMB",
        char_start=320,
        char_end=335,
        inferred=(),
        converts=None,
        note="",
        dimensions=(),
        bounds=point(number) if number else closed((0, 1), (1, 1)),
        path=CLAIMS,
        line=17,
    )
    return evolve(made, **changes)


def found(
    claim_: Claim, lower: str, upper: str, source_: str | Source = "ft", *, decisive: bool = True
) -> FindingClaim:
    return FindingClaim(
        claim=claim_,
        source=source(source_) if isinstance(source_, str) else source_,
        location=at(CLAIMS, claim_.line),
        lower=lower,
        upper=upper,
        decisive=decisive,
    )


def finding(**changes: Any) -> Finding:  # noqa: ANN401 (any field)
    made = Finding(
        rule="chips_half_of_capex",
        title="AI chips take about half of planned capital expenditure",
        verdict="violated",
        severity="error",
        message="85 billion CNY is not about half of 230 billion CNY",
        because="The plan was reported as one budget, of which half goes into AI chips.",
        check="ai_chip_budget ≈ half of capex within 10%",
        substituted="85 billion CNY ≈ half of 230 billion CNY within 10%",
        margin="26.1% apart where 10% is allowed; it would hold within 26.1%",
        settle="",
        case=(("entity", "bytedance"), ("period", "2026")),
        readings_violated=2,
        readings_total=6,
        on_hull=False,
        location=Span(BUDGETS, 3, 1, 5, 2),
        claims=(
            found(
                claim(
                    "85000000000",
                    id="c2",
                    metric="ai_chip_budget",
                    line=21,
                    quote="85 billion yuan for AI processors",
                ),
                "84500000000",
                "85500000000",
            ),
            found(
                claim("230000000000", id="c3", line=54, quote="资本开支约2300亿元", hedge="about"),
                "207000000000",
                "253000000000",
                "caixin",
            ),
            found(
                claim(
                    "23000000000",
                    "USD",
                    id="c4",
                    line=88,
                    quote="إنفاق 23 مليار دولار",
                    relation="gt",
                ),
                "23000000000",
                "inf",
                "aljazeera",
                decisive=False,
            ),
        ),
        conversions=(
            Conversion(
                "c4", "USD", "CNY", "7.02", "7.05", "2025-12-24", "2025-12-24", ("usd_1",), ("ft",)
            ),
        ),
        notes=("the period of datapackage/data/claims.csv:54 is read from context",),
        fingerprint="5f0c2a9be1d34c77",
    )
    return evolve(made, **changes)


UNDETERMINED = finding(
    rule="order_fits_budget",
    title="The H200 test order fits the AI chip budget",
    verdict="undetermined",
    severity="warning",
    message="bytedance: an order of 400 million USD may or may not fit the budget",
    because="",
    check="order ≤ ai_chip_budget",
    substituted="20,000 chip × 20,000 USD/chip ≤ 85 billion CNY",
    margin="",
    settle="a rate from USD to CNY on 2025-12-23",
    case=(("entity", "bytedance"), ("period", "2026")),
    readings_violated=0,
    readings_total=1,
    location=Span(BUDGETS, 12, 1, 16, 2),
    claims=(
        found(
            claim("20000", "chip", id="c9", metric="order_units", quote="20,000 H200", line=31),
            "19500",
            "20500",
        ),
        found(
            claim(
                "20000",
                "USD/chip",
                id="c10",
                entity="nvidia_h200",
                metric="unit_price",
                period=None,
                status="",
                quote="about $20,000 each",
                hedge="about",
                line=32,
            ),
            "18000",
            "22000",
            "blog",
        ),
    ),
    conversions=(),
    notes=(),
    fingerprint="aa0c2a9be1d34c77",
)

SECOND_CASE = finding(
    case=(("entity", "alphabet"), ("period", "2025-Q3")),
    readings_violated=1,
    readings_total=1,
    message="12.5% is not about half of 91 to 93 billion USD",
    substituted="12.5% ≈ half of 91 to 93 billion USD within 10%",
    claims=(
        found(
            claim(
                "91000000000",
                "USD",
                id="c5",
                entity="alphabet",
                value_to_text="93000000000",
                period=parse_period("2025-Q3"),
                status="forecast",
                quote="$91 billion to $93 billion",
                line=60,
            ),
            "90500000000",
            "93500000000",
        ),
    ),
    conversions=(),
    notes=(),
    fingerprint="bb0c2a9be1d34c77",
)

IDLE = finding(
    rule="quarters_fit",
    title="Quarters do not exceed the year",
    verdict="not_exercised",
    severity="error",
    message="no case: the nearest miss is revenue 2025-Q3, revenue 2024",
    check="sum(revenue over quarters) ≤ revenue",
    substituted="",
    margin="",
    settle="a figure of revenue for 2025",
    case=(),
    readings_violated=0,
    readings_total=0,
    location=Span(BUDGETS, 40, 1, 42, 2),
    claims=(),
    conversions=(),
    notes=(),
    fingerprint="cc0c2a9be1d34c77",
)


def rule(id_: str, status: str = "holds", **changes: Any) -> RuleResult:  # noqa: ANN401 (any field)
    made = RuleResult(
        id=id_,
        title=f"The title of {id_}",
        severity="error",
        location=at("rules/agreement.rules", 7),
        status=status,
        unmatched=3,
        nearest_miss="",
        holds=3,
        violated=0,
        undetermined=0,
        may_be_empty=False,
    )
    made = evolve(made, **changes)
    return made if "told" in changes else evolve(made, told=made.violated + made.undetermined)


RULES = (
    rule("chips_half_of_capex", "violated", title=finding().title, violated=2, holds=1),
    rule(
        "order_fits_budget",
        "undetermined",
        title=UNDETERMINED.title,
        severity="warning",
        undetermined=1,
        holds=0,
    ),
    rule(
        "quarters_fit",
        "not_exercised",
        title=IDLE.title,
        holds=0,
        nearest_miss="revenue 2025-Q3, revenue 2024",
        location=IDLE.location,
    ),
    *map(
        rule,
        ("one_figure", "one_year", "plans_look_ahead", "loss_per_day", "growth", "members_fit"),
    ),
)


def report(**changes: Any) -> Report:  # noqa: ANN401 (any field)
    """Two rules with findings, one not exercised, six that hold."""
    made = Report(
        package_name="bytedance-ai-chips",
        package_version="1.0.0",
        package_path="datapackage/datapackage.json",
        claims=118,
        claims_in_no_case=9,
        no_case_reasons=(
            ("no rule speaks of their metric", 7),
            ("nothing to compare them with", 2),
        ),
        rules=RULES,
        findings=(finding(), SECOND_CASE, UNDETERMINED, IDLE),
        problems=(),
    )
    return evolve(made, **changes)


UNKNOWN_METRIC = Code("P102", "unknown metric")
MIXED = Code("P140", "dimensions do not match")
UNUSED = Code("P150", "a define is not used", Severity.WARNING)

RULE_LINE = "  check capx ≈ half of capex within 10%"
SUM_LINE = "\tcheck staff + capex ≤ 3 billion CNY"
CSV_LINE = (
    "c17,caixin,bytedance,capex,2026,1600亿,,CNY,,about,-8,plan,,资本开支约1600亿元,320,335,,," * 3
)

PROBLEMS = (
    Diagnostic(
        UNKNOWN_METRIC,
        "unknown metric `capx`",
        Span(BUDGETS, 4, 9, 4, 13),
        labels=(
            Label(Span("datapackage/data/metrics.csv", 2, 1, 2, 6), "metrics are listed here"),
        ),
        help="did you mean `capex`?",
        label="no metric of this name",
    ),
    Diagnostic(
        MIXED,
        "people cannot be added to money",
        Span(BUDGETS, 14, 14, 14, 15),
        labels=(
            Label(Span(BUDGETS, 14, 8, 14, 13), "this is in person"),
            Label(Span(BUDGETS, 14, 16, 14, 21), "this is in CNY"),
        ),
        notes=("a sum needs figures of one dimension",),
    ),
    Diagnostic(
        Code("D210", "not a number"),
        "`1600亿` is not a plain number",
        Span(CLAIMS, 17, 33, 17, 38),
        help="write 160000000000 in `value` and -8 in `decimals`",
        label="expected digits",
    ),
    Diagnostic(UNUSED, "`chip_share` is never used", Span("rules/shares.rules", 3, 8, 3, 18)),
)

LINES = {
    (BUDGETS, 4): RULE_LINE,
    (BUDGETS, 14): SUM_LINE,
    (CLAIMS, 17): CSV_LINE,
    ("datapackage/data/metrics.csv", 2): "capex,Capital expenditure,CNY,flow,true",
}


def broken_report(**changes: Any) -> Report:  # noqa: ANN401 (any field)
    """A run that stopped at mistakes in the files."""
    made = report(
        rules=(), findings=(), problems=PROBLEMS, lines=LINES, claims_in_no_case=0, claims=0
    )
    return evolve(made, **changes)
