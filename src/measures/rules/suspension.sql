-- name: suspension
-- counts: rate
-- needs: enrolment, incident
-- Suspended for one full school day or more in all, in school (110) or out of it (100), at the place in the year
-- (Dashboard), of all who were enrolled there. Not done: counting students with disabilities at the district that is
-- accountable for them.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, (suspended_days >= 1)::integer as numerator
from conduct_in_year;
