-- name: met_standard
-- A row is a scored record of the general test with a level, once at its school and once at its district.
create or replace temp view met_standard as
select subject, tested_district as district_cds, school_cds, grade, groups, level
from academic_record
where scored and not alternate and level between 1 and 4
union all
select subject, tested_district, '00000000000000'::place_code, grade, groups, level
from academic_record
where scored and not alternate and level between 1 and 4;
