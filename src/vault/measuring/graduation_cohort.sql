-- name: graduation_cohort
-- A row is a student of the Dashboard's combined graduation cohort, once at the deciding school and once at the
-- district: the four-year cohort of the year, and those of the class before who graduated in a fifth year.
create or replace temp table graduation_cohort as
with combined as (
  select
    student_id, district_cds, school_cds, groups, graduate, met_uc_csu, seal_of_biliteracy, transition_status,
    workforce_readiness, pre_apprenticeship, pre_apprenticeship_other, job_programme
  from cohort
  union all
  select
    fifth.student_id, fifth.district_cds, fifth.school_cds, held.groups, true, met_uc_csu, seal_of_biliteracy,
    transition_status, workforce_readiness, pre_apprenticeship, pre_apprenticeship_other, job_programme
  from fifth_year_graduate($year) as fifth
  join groups_in_cohort as held on held.student_id = fifth.student_id
)
select *, school_cds as deciding_school, null::varchar as grade from combined
union all
select * replace ('00000000000000'::place_code as school_cds), school_cds, null::varchar from combined;
