-- name: selectDistrictCounts
-- A row is a measure of all students of a district in a year, every grade together.
select
  measure_id as measure, school_year::integer as year, n, numerator, sum::varchar as sum,
  denominator::varchar as denominator
from count
where run_id = $run and district_cds = $district and school_cds = '00000000000000'
  and grade = 'all' and student_group = 'ALL'
order by measure_id, school_year;
