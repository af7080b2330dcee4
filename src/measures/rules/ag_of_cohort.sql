-- name: ag_of_cohort
-- counts: rate
-- needs: enrolment[-3..0]
-- Graduates who met all UC/CSU requirements, of the whole four-year cohort: it cannot rise by graduating fewer.
create or replace temp table contribution as
select
  district_cds, school_cds, grade, groups, 1 as n, (graduate and coalesce(met_uc_csu, false))::integer as numerator
from cohort_at_level;
