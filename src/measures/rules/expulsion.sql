-- name: expulsion
-- counts: rate
-- needs: enrolment, incident
-- Expelled (200) at least once, of all who were enrolled at the place in the year.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, (expulsions > 0)::integer as numerator
from conduct_in_year;
