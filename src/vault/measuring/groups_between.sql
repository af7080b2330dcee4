-- name: groups_between
-- A row is a student with the groups that held on some day from first_day to last_day, as one number of bits. EL:
-- status EL on some day. RFP: not EL on any, RFEP at the end, and not more than 4 years since reclassification when
-- the days begin. EVER: EL or RFEP at any time until then. LTEL: EL, and 7 years since the first day in a school of
-- the United States. SED: meals, migrant, homeless, foster, directly certified, or no parent with a diploma.
create or replace temp macro groups_between(from_day, to_day) as table
with language as (
  select
    student_id,
    bool_or(status = 'EL' and first_day <= last_day and last_day >= from_day) as el,
    max(status) filter (where last_day >= to_day) as status_at_end,
    min(first_day) filter (where status = 'RFEP') as rfep_from,
    bool_or(status in ('EL', 'RFEP')) as ever_el
  from language_stretch
  where first_day <= to_day
  group by student_id
),
programmes as (
  select
    student_id,
    bool_or(code in ('181', '182', '135', '190', '191')) as disadvantaged,
    bool_or(code = '144') as swd,
    bool_or(code = '190') as foster,
    bool_or(code = '191') as homeless,
    bool_or(code = '135') as migrant
  from programme
  where code in ('181', '182', '135', '190', '191', '144')
    and start_date <= to_day and (end_date is null or end_date >= greatest(from_day, start_date))
  group by student_id
),
info as (
  select * from student_info_stretch where first_day <= to_day and last_day >= to_day
)
select
  student.student_id,
  group_bit('ALL')
  + group_if(el, 'EL')
  + group_if(not el and status_at_end = 'RFEP' and rfep_from + interval 4 year >= from_day, 'RFP')
  + group_if(ever_el, 'EVER')
  + group_if(el and us_entry_date + interval 7 year <= to_day, 'LTEL')
  + group_if(not el and status_at_end = 'EO', 'EO')
  + group_if(coalesce(disadvantaged, false) or coalesce(direct_certified, false) or parent_education = '14', 'SED')
  + group_if(swd, 'SWD') + group_if(foster, 'FOS') + group_if(homeless, 'HOM') + group_if(migrant, 'MIG')
  + race_and_gender(race, gender) as groups
from student
left join language on language.student_id = student.student_id
left join programmes on programmes.student_id = student.student_id
left join info on info.student_id = student.student_id;
