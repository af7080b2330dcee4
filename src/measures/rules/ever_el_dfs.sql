-- name: ever_el_dfs
-- counts: mean with penalty records
-- needs: test_result, enrolment
-- Distance from standard in mathematics of everyone who is or was an English learner, reclassified however long ago:
-- a reclassification cannot move it. As math_dfs otherwise; the figure of ELA is the group EVER of ela_dfs.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, n, sum, expected, tested, -348 as penalty
from academic_contribution
where subject = 'MATH' and groups & group_bit('EVER') <> 0;
