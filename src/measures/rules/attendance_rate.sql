-- name: attendance_rate
-- counts: ratio
-- needs: attendance, enrolment
-- Days attended of days expected, of students who were expected at the place; exempt rows do not count.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, attended as sum, expected as denominator
from attendance_in_year
where expected > 0;
