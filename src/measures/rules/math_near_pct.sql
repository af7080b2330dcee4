-- name: math_near_pct
-- counts: rate
-- needs: test_result
-- One level short of the standard in mathematics: as math_met_pct, numerator Level 2.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, (level = 2)::integer as numerator
from met_standard
where subject = 'MATH';
