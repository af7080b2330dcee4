-- name: science_met_pct
-- counts: rate
-- needs: test_result
-- Met or exceeded the standard in the California Science Test: scored records with a level; numerator Level 3 or 4.
-- The alternate test is reported apart.
create or replace temp table contribution as
with record as (
  select
    * replace (district_cds::place_code as district_cds, school_cds::place_code as school_cds),
    coalesce(first_test_day, make_date($year, 4, 1)) as test_day
  from test_result
  where school_year = $year and test = 'CAST'
    and include in ('Y', 'T') and scale_score is not null and level between 1 and 4
  qualify row_number() over (partition by student_id order by level desc, file_id desc, line desc) = 1
),
placed as (
  select *, school_cds as place from record
  union all
  select *, '00000000000000'::place_code from record
)
select
  placed.district_cds, placed.place as school_cds, grade_name(placed.grade_assessed) as grade,
  groups_at_testing(
    el_status, rfep_date, us_entry, test_day, sed, swd, migrant, foster, homeless, parent_education, race, gender,
    long_term.groups
  ) as groups,
  1 as n, (placed.level >= 3)::integer as numerator
from placed
left join long_term_learner as long_term on long_term.student_id = placed.student_id;
