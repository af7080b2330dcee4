-- name: academic_record
-- A row is the record of a student in ELA or mathematics in the year, with its distance from the standard and the
-- groups as the record gives them at testing. EL is the Dashboard's group: English learners (ELO) and those reclassified
-- up to 4 years before (RFP). An alternate score says its level by its last two digits, 60 is Level 3.
create or replace temp table academic_record as
select
  record.student_id, record.subject, alternate, record.tested_district, record.accountable_district, record.school_cds,
  grade_name(record.grade_assessed) as grade, record.level, record.test_day, scored, expected, tested,
  coalesce(el_status = 'EL' and us_entry + interval 1 year > test_day, false) as newcomer,
  case when alternate then record.scale_score % 100 - 60 else record.scale_score - low.score end as distance,
  group_bit('ALL')
  + group_if(el_status = 'EL' or (el_status = 'RFEP' and rfep_date + interval 4 year >= test_day), 'EL')
  + group_if(el_status = 'EL', 'ELO')
  + group_if(el_status = 'RFEP' and rfep_date + interval 4 year >= test_day, 'RFP')
  + group_if(el_status in ('EL', 'RFEP'), 'EVER')
  + group_if(el_status = 'EL' and us_entry + interval 7 year <= test_day, 'LTEL')
  + case when el_status = 'EL' then coalesce(long_term.groups, 0) else 0 end
  + group_if(el_status = 'EO', 'EO')
  + group_if(
    coalesce(sed, false) or coalesce(migrant, false) or coalesce(foster, false) or coalesce(homeless, false)
      or parent_education = '14',
    'SED'
  )
  + group_if(swd, 'SWD') + group_if(foster, 'FOS') + group_if(homeless, 'HOM') + group_if(migrant, 'MIG')
  + race_and_gender(race, gender) as groups
from test_record($year) as record
join level_low as low on low.subject = record.subject and low.grade = record.grade_assessed
left join long_term_learner as long_term on long_term.student_id = record.student_id;
