-- name: elpac_record
-- A row is the record of a student in the ELPAC of the year ending in y, summative or alternate, that has a valid
-- score; of several the later test day, then the one loaded last.
create or replace temp macro elpac_record(y) as table
select
  * replace (district_cds::place_code as district_cds, school_cds::place_code as school_cds),
  coalesce(first_test_day, make_date(y, 4, 1)) as test_day
from elpac_result
where school_year = y
  and kind in ('summative', 'alternate')
  and scale_score is not null
  and coalesce(include in ('Y', 'T'), true)
qualify row_number() over (
  partition by student_id, kind
  order by coalesce(first_test_day, make_date(y, 4, 1)) desc, file_id desc, line desc
) = 1;
