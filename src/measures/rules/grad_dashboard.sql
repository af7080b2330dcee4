-- name: grad_dashboard
-- counts: rate
-- needs: enrolment[-4..0]
-- The Dashboard's combined graduation rate: four-year graduates and those of the class before in their fifth year, of
-- the four-year cohort and the same fifth-year graduates.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, graduate::integer as numerator
from graduation_cohort;
