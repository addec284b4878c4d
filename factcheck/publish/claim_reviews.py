"""claimreviews.jsonld: the findings as schema.org ClaimReviews.

A rule judges how claims fit together, so one review has all the claims of a case, and its rating
is of their fit: 1 violated, 2 undetermined, of 3 for what holds. It does not say which claim errs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from factcheck.claims.model import Claim
from factcheck.publish.dataset import CONTEXT, creator, licence_of, without_nothing, work
from factcheck.publish.form import Content, Json
from factcheck.publish.verdict_tables import told_cases, verdict_id
from factcheck.values.truth import Truth
from factcheck.verdicts.verdict import CaseVerdict, RuleVerdict
from factcheck.vocabulary.model import Source

_RATINGS: Final[Mapping[Truth, tuple[int, str]]] = {
    Truth.VIOLATED: (1, "Violated: the claims contradict the rule"),
    Truth.UNDETERMINED: (2, "Undetermined: the claims leave it open"),
}
CASES_SHOWN: Final = 50
"""How many cases of one rule the README tells; all are in the tables and among the reviews."""


def claim_reviews(content: Content) -> Json:
    """A review of every case that is violated or undetermined, by rule."""
    ordered = sorted(content.result.verdicts, key=lambda verdict: verdict.plan.id)
    reviews = [
        _review(content, verdict, case, rank)
        for verdict in ordered
        for rank, case in enumerate(told_cases(verdict))
    ]
    return {"@context": CONTEXT, "@graph": without_nothing(reviews)}


def anchor(key: str) -> str:
    """Where the README tells of a verdict."""
    return f"verdict-{key}"


def _review(content: Content, verdict: RuleVerdict, case: CaseVerdict, rank: int) -> Json:
    source, told = content.source, case.explanation
    key = verdict_id(verdict, case)
    rating, words = _RATINGS[case.truth]
    place = anchor(key) if rank < CASES_SHOWN else verdict.plan.id
    return {
        "@type": "ClaimReview",
        "@id": f"urn:factcheck:{source['name']}:{key}",
        "url": f"{source.get('homepage') or 'README.md'}#{place}",
        "datePublished": source["created"][:10],
        "author": creator(source["contributors"][0]),
        "license": licence_of(source["licenses"][0]),
        "claimReviewed": told.message if told else verdict.plan.title,
        "reviewBody": _body(verdict, case),
        "itemReviewed": list(_claims(content, case)),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": rating,
            "worstRating": 1,
            "bestRating": 3,
            "alternateName": words,
        },
    }


def _body(verdict: RuleVerdict, case: CaseVerdict) -> str:
    told, plan = case.explanation, verdict.plan
    rule = f"Rule {plan.id}: {plan.title or plan.shown.text}"
    because = f"because {plan.because}" if plan.because else ""
    said = (told.substituted, told.margin, told.settle) if told else ()
    return "; ".join(part for part in (rule, because, *said) if part)


def _claims(content: Content, case: CaseVerdict) -> Iterator[Json]:
    vocabulary = content.result.vocabulary
    sources: Mapping[str, Source] = vocabulary.sources if vocabulary else {}
    for claim in case.claims:
        source = sources[claim.source]
        yield {
            "@type": "Claim",
            "@id": f"urn:factcheck:{content.source['name']}:claim:{claim.id}",
            "text": claim.quote or _statement(claim),
            "author": {"@type": "Organization", "name": _speaker(content, claim, source)},
            "datePublished": source.published.isoformat() if source.published else None,
            "appearance": work(source),
        }


def _speaker(content: Content, claim: Claim, source: Source) -> str:
    """Whom the source cites, else who published it, else its title."""
    vocabulary = content.result.vocabulary
    cited = vocabulary.entities.get(claim.attributed_to) if vocabulary else None
    return (cited.label if cited else claim.attributed_to) or source.publisher or source.title


def _statement(claim: Claim) -> str:
    """The row in words, for a claim without a quote."""
    words = (claim.metric, claim.entity, claim.period and claim.period.text, claim.value_text)
    return ", ".join(word for word in (*words, claim.unit.text) if word)
