-- The claims of a metric, entity and period agree within 5%, in yuan where not all are in dollars.
, grouped AS (
    SELECT metric_id, entity_id, period,
           max(lo) AS own_lo, min(hi) AS own_hi,
           max(lo * CASE WHEN money = 'USD' THEN lower ELSE 1 END) AS lo,
           min(hi * CASE WHEN money = 'USD' THEN upper ELSE 1 END) AS hi,
           min(money) = max(money) AS one_money
    FROM figure JOIN rate USING (period)
    GROUP BY metric_id, entity_id, period
),
verdict AS (
    SELECT 0 AS rule, metric_id, entity_id, period,
           CASE WHEN one_money AND own_lo - own_hi > 0.05 * own_lo * (1 + 1e-9) THEN 'violated'
                WHEN NOT one_money AND lo - hi > 0.05 * lo * (1 + 1e-9) THEN 'violated'
                ELSE 'holds' END AS verdict
    FROM grouped
)
SELECT * FROM verdict
