-- name: selectStudents
-- a row is a student
select student_id, ssid, local_id from student order by student_id;

-- name: linkStudents
-- a row of the lists is a student whose other id became known; '' is none
update student set ssid = nullif(linked.ssid, ''), local_id = nullif(linked.local_id, '')
from (
  select unnest($ids)::integer as student_id, unnest($ssids) as ssid, unnest($locals) as local_id
) as linked
where student.student_id = linked.student_id;

-- name: selectSchools
-- a row is a school of the district that a list of schools names
select cds from place where level = 'school' and type is not null and cds[1:7] = $district[1:7];

-- name: selectCodes
-- a row is a combination of codes that a loaded table allows
select name, codes from code_table order by name, line;

-- name: selectIncidents
-- a row is an incident by the school's own number
select school_year || '|' || school_cds || '|' || local_id as key, incident_id from incident;

-- name: selectSections
-- a row is a section of a course
select school_year || '|' || school_cds || '|' || local_course || '|' || section as key, * from course_section;

-- name: selectStaff
-- a row is a member of staff, once for each id
select distinct staff_id, seid, local_id from staff;

-- name: selectLastIncident
select coalesce(max(incident_id), 0) as last from incident;

-- name: selectLastStaff
select greatest(
  (select coalesce(max(staff_id), 0) from staff), (select coalesce(max(staff_id), 0) from staff_assignment)
) as last;

-- name: insertPlaces
-- a row of the lists is a school or district; '' is not known. A list of schools writes over what is known, another
-- file does not
insert into place (cds, level, name, charter, type, alternative)
select cds, level, name, nullif(charter, '')::boolean, nullif(type, ''), nullif(alternative, '')::boolean
from (
  select
    unnest($cds) as cds, unnest($levels) as level, unnest($names) as name, unnest($charters) as charter,
    unnest($types) as type, unnest($alternatives) as alternative, unnest($overwrites)::boolean as overwrite
) as new
where overwrite or not exists (select 1 from place where place.cds = new.cds)
on conflict (cds) do update set
  level = excluded.level, name = excluded.name, charter = excluded.charter, type = excluded.type,
  alternative = excluded.alternative;

-- name: selectHeaders
-- a row is a column of a record type in the loaded list
select codes from code_table where name = 'calpads_header' order by line;
