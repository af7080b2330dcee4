-- name: suspension_any
-- counts: rate
-- needs: enrolment, incident
-- Suspended at least once, for any length of time (DataQuest), of all who were enrolled at the place in the year.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, (suspensions > 0)::integer as numerator
from conduct_in_year;
