-- name: chronic_absence
-- counts: rate
-- spans: TK-8
-- needs: attendance, enrolment
-- Chronically absent: absent on a tenth or more of the expected days, of students with at least 31 expected days at
-- the place. Absent are suspension out of school, excused, unexcused and independent study not done, not suspension
-- in school. Exempt rows do not count. All grades is DataQuest's figure, TK-8 the Dashboard's.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, (10 * absent >= expected)::integer as numerator
from attendance_in_year
where expected >= 31;
