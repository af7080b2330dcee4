-- name: el_acad_group_dfs
-- counts: mean with penalty records
-- needs: test_result, enrolment
-- Distance from standard in mathematics of the Dashboard's English learners: EL at testing, and those reclassified
-- up to 4 years before. As math_dfs otherwise; the figure of ELA is the group EL of ela_dfs.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, n, sum, expected, tested, -348 as penalty
from academic_contribution
where subject = 'MATH' and groups & group_bit('EL') <> 0;
