-- The first cases to tell of each rule, or rule and verdict ($by), with the claims behind them.
-- $most of each; $same says which claims of a case's entity and period are its own.
WITH told AS (
    SELECT * FROM verdict WHERE verdict <> 'holds'
    QUALIFY row_number() OVER (
        PARTITION BY $by ORDER BY verdict DESC, entity_id, period
    ) <= $most
)
SELECT rule, verdict, c.*
FROM told AS v JOIN '$claims' AS c ON c.entity_id = v.entity_id AND c.period = v.period AND $same
ORDER BY rule, verdict, v.entity_id, v.period, claim_id
