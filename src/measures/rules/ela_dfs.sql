-- name: ela_dfs
-- counts: mean with penalty records
-- needs: test_result, enrolment
-- Distance from standard, English language arts: score less the Level 3 low of the grade assessed, over continuously
-- enrolled students with a score that counts. Participation under 95 % adds records of -333, the fewest that bring
-- the rounded rate to 95, per slice. Assumed: alternate tests count from 2023 by their last two digits less 60; a
-- newcomer (EL in the first 12 months) does not count; without a test day 1 April is taken.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, n, sum, expected, tested, -333 as penalty
from academic_contribution
where subject = 'ELA';
