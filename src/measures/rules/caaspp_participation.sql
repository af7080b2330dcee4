-- name: caaspp_participation
-- counts: rate
-- needs: test_result
-- Participation in ELA and mathematics together: a student expected in both is two records. The Dashboard judges
-- each subject apart: ela_participation, math_participation.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, tested::integer as numerator
from academic_contribution
where expected = 1;
