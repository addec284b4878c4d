-- part ≈ half of whole within 10%: |a − b| ≤ 10% · max(a, b), every pair of a case a reading.
, brought AS (
    SELECT a.entity_id, a.period,
           a.lo * CASE WHEN a.money = 'USD' AND b.money <> 'USD' THEN lower ELSE 1 END AS a_lo,
           a.hi * CASE WHEN a.money = 'USD' AND b.money <> 'USD' THEN upper ELSE 1 END AS a_hi,
           0.5 * b.lo * CASE WHEN b.money = 'USD' AND a.money <> 'USD' THEN lower ELSE 1 END AS b_lo,
           0.5 * b.hi * CASE WHEN b.money = 'USD' AND a.money <> 'USD' THEN upper ELSE 1 END AS b_hi
    FROM figure AS a
    JOIN figure AS b USING (entity_id, period)
    JOIN rate USING (period)
    WHERE a.metric_id = 'part_$block' AND b.metric_id = 'whole_$block'
),
reading AS (
    SELECT entity_id, period,
           a_hi < 0.9 * b_lo * (1 - 1e-9) OR b_hi < 0.9 * a_lo * (1 - 1e-9) AS violated,
           a_lo >= 0.9 * b_hi * (1 - 1e-9) AND b_lo >= 0.9 * a_hi * (1 - 1e-9) AS holds
    FROM brought
),
verdict AS (
    SELECT 0 AS rule, entity_id, period,
           CASE WHEN bool_or(violated) THEN 'violated'
                WHEN bool_and(holds) THEN 'holds' ELSE 'undetermined' END AS verdict
    FROM reading GROUP BY entity_id, period
)
SELECT * FROM verdict
