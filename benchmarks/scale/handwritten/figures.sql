-- What every query begins with: bounds of the claims, and the hull of the rates of each period.
-- $claims and $rates are files; $metrics is a list of names, or a condition that is always true.
WITH claim AS (
    SELECT metric_id, entity_id, period, unit_id[:3] AS money, relation, value,
           CASE hedge WHEN 'about' THEN 0.1 ELSE 0.0 END AS hedge,
           CASE WHEN decimals IS NULL THEN 0.0 ELSE 0.5 * pow(10, -decimals) END AS half
    FROM '$claims'
    WHERE $metrics
),
figure AS (
    SELECT DISTINCT metric_id, entity_id, period, money,
           CASE WHEN relation IS NULL THEN greatest(0, least(value - half, value * (1 - hedge)))
                WHEN relation = 'ge' THEN value * (1 - hedge)
                ELSE 0 END AS lo,
           CASE WHEN relation IS NULL THEN greatest(value + half, value * (1 + hedge))
                WHEN relation = 'ge' THEN 'inf'::DOUBLE
                ELSE value * (1 + hedge) END AS hi
    FROM claim
),
rate AS (
    SELECT period, min(r.lower) AS lower, max(r.upper) AS upper
    FROM (
        SELECT DISTINCT period,
               CASE WHEN length(period) = 4 THEN make_date(period::INT, 1, 1)
                    ELSE make_date(period[:4]::INT, 3 * period[7:]::INT - 2, 1) END AS start,
               CASE WHEN length(period) = 4 THEN make_date(period::INT, 12, 31)
                    ELSE last_day(make_date(period[:4]::INT, 3 * period[7:]::INT, 1)) END AS finish
        FROM figure
    ) AS p
    JOIN '$rates' AS r ON r.start >= p.start AND r."end" <= p.finish
    GROUP BY period
)
