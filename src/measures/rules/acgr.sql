-- name: acgr
-- counts: rate
-- needs: enrolment[-3..0]
-- Four-year adjusted cohort graduation: regular diplomas by 15 August of the fourth year, of the class that was first
-- in grade 9 four years before, with those who joined and without those whose leaving is documented.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, graduate::integer as numerator
from cohort_at_level;
