-- The claims, one row for each fact and source of it; every figure follows from its place alone.
-- $blocks, $entities, $periods, $sources_of_a_fact, $sources, $failing and $tied are put in.
WITH place AS (
    SELECT
        range AS row,
        range % $sources_of_a_fact AS source_of_fact,
        range // $sources_of_a_fact AS fact
    FROM range($entities * $periods * $blocks * 5 * $sources_of_a_fact)
),
named AS (
    SELECT
        row, source_of_fact, fact,
        fact % 5 AS part,
        (fact // 5) % $blocks AS block,
        (fact // (5 * $blocks)) % $periods AS period,
        fact // (5 * $blocks * $periods) AS entity,
        fact // 5 AS subject
    FROM place
),
drawn AS (
    SELECT
        *,
        (hash(subject, 1) % 1000000) / 1e6 AS size_draw,
        (hash(subject, 2) % 1000000) / 1e6 AS wrong_draw,
        (hash(subject, 3) % 1000000) / 1e6 AS units_draw,
        (hash(subject, 4) % 1000000) / 1e6 AS noise_draw,
        (hash(fact, 8) % 1000000) / 1e6 AS error_draw,
        (hash(fact, source_of_fact, 5) % 1000000) / 1e6 AS hedge_draw,
        source_of_fact = 1 AND part IN (0, 1, 4) AND NOT $tied AS in_dollars
    FROM named
),
truth AS (
    SELECT
        *,
        pow(10, 7 + 4 * size_draw) AS whole,
        floor(pow(10, 2 + 3 * units_draw)) AS units,
        wrong_draw < $failing AS wrong
    FROM drawn
),
exact AS (
    SELECT
        *,
        CASE part
            WHEN 0 THEN whole
            WHEN 1 THEN whole * 0.5 * CASE WHEN wrong THEN 1.4 ELSE 0.98 + 0.04 * noise_draw END
            WHEN 2 THEN units
            WHEN 3 THEN whole * 0.4 / units / 7.0
            ELSE whole * 0.4 * CASE WHEN wrong THEN 0.8 ELSE 1.25 END
        END / CASE WHEN in_dollars THEN 7.0 ELSE 1.0 END
            * CASE WHEN source_of_fact = 1 AND NOT $tied AND error_draw < $failing / 3
                   THEN 1.2 ELSE 1.0 END AS number
    FROM truth
),
digits AS (
    SELECT
        *,
        CASE WHEN part = 2 THEN 0
             ELSE CAST(floor(log10(number)) AS INTEGER) - CASE WHEN in_dollars THEN 2 ELSE 3 END
        END AS place_of_last
    FROM exact
),
printed AS (
    SELECT
        *,
        CASE
            WHEN $tied AND part = 0 THEN round(whole / 100) * 200
            WHEN $tied AND part = 1 THEN round(whole / 100) * 90
            WHEN $tied AND part = 3 THEN 100.0
            WHEN $tied AND part = 4 THEN units * 700
            WHEN place_of_last >= 0
                THEN round(number / pow(10, place_of_last)) * pow(10, place_of_last)
            ELSE round(number * pow(10, -place_of_last)) / pow(10, -place_of_last)
        END AS value
    FROM digits
)
SELECT
    'c' || row AS claim_id,
    's' || CASE WHEN source_of_fact < 2
                THEN (hash(fact, source_of_fact, 6) % ($sources // 2))
                ELSE $sources // 2 + (hash(fact, source_of_fact, 7) % ($sources - $sources // 2))
           END AS source_id,
    'e' || entity AS entity_id,
    CASE part WHEN 0 THEN 'whole_' WHEN 1 THEN 'part_' WHEN 2 THEN 'units_'
              WHEN 3 THEN 'price_' ELSE 'budget_' END || block AS metric_id,
    CASE WHEN period < 25 THEN CAST(2001 + period AS VARCHAR)
         ELSE (2001 + (period - 25) // 4) || '-Q' || (1 + (period - 25) % 4) END AS period,
    value,
    CASE WHEN part = 2 THEN 'item' WHEN part = 3 THEN 'USD/item'
         WHEN in_dollars THEN 'USD' ELSE 'CNY' END AS unit_id,
    CASE WHEN $tied OR hedge_draw >= 0.02 THEN NULL ELSE 'ge' END AS relation,
    CASE WHEN $tied OR source_of_fact <> 1 OR part = 2 OR hedge_draw < 0.02 OR hedge_draw > 0.05
         THEN NULL ELSE 'about' END AS hedge,
    CASE WHEN $tied OR part = 2 THEN NULL ELSE -place_of_last END AS decimals,
    'actual' AS status
FROM printed
