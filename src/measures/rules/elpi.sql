-- name: elpi
-- counts: rate
-- needs: elpac_result[-1..0]
-- English Learner Progress: students of grades 1-12 with a score in the same test, summative or alternate, this year
-- and last; numerator a higher one of the six ELPI levels, or Level 4 kept; alternate: a higher level, Level 3 kept,
-- or 10 points more. Not done: the records that a participation under 95 % adds (the rule was not found).
create or replace temp table contribution as
with both_years as (
  select
    now.*,
    case
      when now.kind = 'alternate'
        then now.level > earlier.level or (now.level = 3 and earlier.level = 3)
          or now.scale_score >= earlier.scale_score + 10
      else elpi_level(now.grade, now.scale_score) > elpi_level(earlier.grade, earlier.scale_score)
        or (elpi_level(now.grade, now.scale_score) = 6 and elpi_level(earlier.grade, earlier.scale_score) = 6)
    end as progressed
  from (
    select * from elpac_record($year)
    qualify row_number() over (partition by student_id order by kind desc) = 1
  ) as now
  join elpac_record($year - 1) as earlier on earlier.student_id = now.student_id and earlier.kind = now.kind
  where now.grade between '01' and '12'
),
placed as (
  select *, school_cds as place from both_years
  union all
  select *, '00000000000000'::place_code from both_years
)
select
  placed.district_cds, placed.place as school_cds, grade_name(placed.grade) as grade,
  groups_at_testing(
    'EL', null::date, us_entry, test_day, sed, swd, migrant, foster, homeless, parent_education, race, gender,
    long_term.groups
  ) as groups,
  1 as n, coalesce(progressed, false)::integer as numerator
from placed
left join long_term_learner as long_term on long_term.student_id = placed.student_id;
