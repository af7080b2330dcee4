-- name: math_met_pct
-- counts: rate
-- needs: test_result
-- Met or exceeded the standard, mathematics: records of the general test with a score and a level; numerator Level 3
-- or 4. Everyone tested at the place counts, however short the enrolment; alternate tests are reported apart.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, (level >= 3)::integer as numerator
from met_standard
where subject = 'MATH';
