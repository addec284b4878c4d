-- units × price ≤ budget, in yuan where the budget is in yuan.
, brought AS (
    SELECT u.entity_id, u.period,
           u.lo * p.lo * CASE WHEN b.money = 'CNY' THEN lower ELSE 1 END AS spent_lo,
           u.hi * p.hi * CASE WHEN b.money = 'CNY' THEN upper ELSE 1 END AS spent_hi,
           b.lo AS budget_lo, b.hi AS budget_hi
    FROM figure AS u
    JOIN figure AS p USING (entity_id, period)
    JOIN figure AS b USING (entity_id, period)
    JOIN rate USING (period)
    WHERE u.metric_id = 'units_0' AND p.metric_id = 'price_0' AND b.metric_id = 'budget_0'
),
verdict AS (
    SELECT 0 AS rule, entity_id, period,
           CASE WHEN bool_or(spent_lo > budget_hi * (1 + 1e-9)) THEN 'violated'
                WHEN bool_and(spent_hi <= budget_lo * (1 + 1e-9)) THEN 'holds'
                ELSE 'undetermined' END AS verdict
    FROM brought GROUP BY entity_id, period
)
SELECT * FROM verdict
