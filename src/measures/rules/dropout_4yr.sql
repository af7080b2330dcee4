-- name: dropout_4yr
-- counts: rate
-- needs: enrolment[-3..0]
-- Dropouts of the four-year cohort by the state's list of exits. Assumed: a transfer within California (T160) that no
-- later stay in this vault confirms is a dropout; the state, which sees other districts, confirms more.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, dropout::integer as numerator
from cohort_at_level;
