-- name: ag_of_grads
-- counts: rate
-- needs: enrolment[-3..0]
-- Graduates of the four-year cohort whose deciding stay says that all UC/CSU requirements were met (SENR 1.29).
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, coalesce(met_uc_csu, false)::integer as numerator
from cohort_at_level
where graduate;
