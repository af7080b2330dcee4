-- name: reclassified
-- A row is a student who was reclassified: the first day as RFEP, when an EL status began before it. Only the first
-- time.
create or replace temp table reclassified as
with dates as (
  select
    student_id,
    min(start_date) filter (where status = 'EL') as el_from,
    min(start_date) filter (where status = 'RFEP') as rfep_from
  from language_status
  where status in ('EL', 'RFEP')
  group by student_id
)
select student_id, rfep_from from dates where el_from < rfep_from;
