-- Fifty rules of one shape as one plan: part ≈ half of whole within the tolerance of the rule.
, rule AS (
    SELECT i AS rule, 'part_' || (i % $blocks) AS part, 'whole_' || (i % $blocks) AS whole,
           (90 - i // $blocks) / 100.0 AS keep
    FROM range(50) AS numbers(i)
),
brought AS (
    SELECT rule, part, whole, keep, a.entity_id, a.period,
           a.lo * CASE WHEN a.money = 'USD' AND b.money <> 'USD' THEN lower ELSE 1 END AS a_lo,
           a.hi * CASE WHEN a.money = 'USD' AND b.money <> 'USD' THEN upper ELSE 1 END AS a_hi,
           0.5 * b.lo * CASE WHEN b.money = 'USD' AND a.money <> 'USD' THEN lower ELSE 1 END AS b_lo,
           0.5 * b.hi * CASE WHEN b.money = 'USD' AND a.money <> 'USD' THEN upper ELSE 1 END AS b_hi
    FROM rule
    JOIN figure AS a ON a.metric_id = rule.part
    JOIN figure AS b ON b.metric_id = rule.whole
        AND b.entity_id = a.entity_id AND b.period = a.period
    JOIN rate ON rate.period = a.period
),
verdict AS (
    SELECT rule, part, whole, entity_id, period,
           CASE WHEN bool_or(a_hi < keep * b_lo * (1 - 1e-9) OR b_hi < keep * a_lo * (1 - 1e-9))
                THEN 'violated'
                WHEN bool_and(a_lo >= keep * b_hi * (1 - 1e-9) AND b_lo >= keep * a_hi * (1 - 1e-9))
                THEN 'holds' ELSE 'undetermined' END AS verdict
    FROM brought GROUP BY rule, part, whole, entity_id, period
)
SELECT * FROM verdict
