-- What the package asks of every row of claims: keys, references, words, numbers. All are 0 in a
-- package that is right. Files are $claims, and $tables is the folder of the others.
SELECT
    (SELECT count(*) - count(DISTINCT claim_id) FROM '$claims') AS equal_keys,
    (SELECT count(*) FROM '$claims'
     WHERE claim_id IS NULL OR claim_id = '' OR claim_id <> trim(claim_id)) AS keys,
    (SELECT count(*) FROM '$claims' WHERE value IS NULL OR NOT isfinite(value)) AS numbers,
    (SELECT count(*) FROM '$claims' JOIN '$tables/metrics.csv' AS m USING (metric_id)
     WHERE m.non_negative AND value < 0) AS below_zero,
    (SELECT count(*) FROM (SELECT DISTINCT source_id FROM '$claims')
     ANTI JOIN '$tables/sources.csv' USING (source_id)) AS sources,
    (SELECT count(*) FROM (SELECT DISTINCT entity_id FROM '$claims')
     ANTI JOIN '$tables/entities.csv' USING (entity_id)) AS entities,
    (SELECT count(*) FROM (SELECT DISTINCT metric_id, unit_id FROM '$claims') AS c
     LEFT JOIN '$tables/metrics.csv' AS m USING (metric_id)
     LEFT JOIN '$tables/units.csv' AS u ON u.unit_id = c.unit_id[:3]
     LEFT JOIN '$tables/units.csv' AS w ON w.unit_id = m.unit_id[:3]
     WHERE m.metric_id IS NULL OR u.dimension IS DISTINCT FROM w.dimension) AS units,
    (SELECT count(*) FROM (SELECT DISTINCT period FROM '$claims')
     WHERE period IS NULL OR NOT regexp_full_match(period, '[0-9]{4}(-(Q[1-4]|H[12]|[01][0-9]))?'))
     AS periods,
    (SELECT count(*) FROM (SELECT DISTINCT relation FROM '$claims')
     WHERE relation NOT IN ('eq', 'gt', 'ge', 'lt', 'le', 'order')) AS relations,
    (SELECT count(*) FROM (SELECT DISTINCT hedge FROM '$claims')
     WHERE hedge NOT IN ('about', 'nearly')) AS hedges,
    (SELECT count(*) FROM (SELECT DISTINCT status FROM '$claims') WHERE status NOT IN
     ('actual', 'estimate', 'plan', 'forecast', 'target', 'guidance')) AS statuses,
    (SELECT count(*) FROM (SELECT DISTINCT decimals FROM '$claims')
     WHERE NOT decimals BETWEEN -30 AND 30) AS places
