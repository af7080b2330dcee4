-- name: selectServedStudents
-- a row is one district: how many students each slice of its newest suspension and absence figures stands for (null when withheld),
-- and its students outside charter schools on census day, in the newest year that a loaded file gives
with live as (
  select s.source_id, s.dataset, s.synthetic, f.loaded_at
  from source s
  join loaded_file f on f.file_id = s.file_id
  where f.superseded_at is null
),
told as materialized (
  select distinct on (c.district_id, c.measure_id, c.school_year, c.grade, c.student_group)
    c.district_id, c.measure_id, c.school_year, c.grade, c.student_group, c.n
  from cell c
  join live s on s.source_id = c.source_id
  where c.measure_id in ('suspension', 'chronic_absence')
    and c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
    and (c.measure_id = 'suspension' and c.grade = 'all' or c.student_group = 'ALL')
  order by c.district_id, c.measure_id, c.school_year, c.grade, c.student_group, s.synthetic, s.loaded_at desc, c.source_id desc
),
own as (
  select distinct on (p.district_id) p.district_id, p.school_year, p.value::int as students
  from profile_fact p
  join live s on s.source_id = p.source_id
  where p.school_id = '00000000-0000-0000-0000-000000000000'::uuid
    and (p.factor = 'non_charter_enrolment' or p.factor = 'enrolment' and s.dataset like 'cde\_upc\_%')
    and p.value > 0
  order by p.district_id, p.school_year desc, s.synthetic, s.loaded_at desc, p.source_id desc
)
select t.district_id as "districtId", d.cds, t.school_year as "schoolYear",
  jsonb_object_agg(t.measure_id || ' ' || t.grade || ' ' || t.student_group, t.n) as students,
  o.students as "ownStudents", o.school_year as "ownYear"
from told t
join district d on d.district_id = t.district_id
left join own o on o.district_id = t.district_id
where d.level = 'district' and t.school_year = (select max(school_year) from told where measure_id = 'suspension')
group by t.district_id, d.cds, t.school_year, o.students, o.school_year
order by d.cds;

-- name: deleteSimilarDistricts
delete from similar_district;

-- name: deleteDistrictProfiles
delete from district_profile;

-- name: deleteProfileSpace
delete from profile_space;

-- name: insertProfileSpace
-- the row says how profiles were compared
insert into profile_space (school_year, districts, caliper, space)
values ($schoolYear::int, $districts::int, $caliper::double precision, $space::jsonb);
