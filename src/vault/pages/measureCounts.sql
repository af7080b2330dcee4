-- name: selectDistrictYears
-- A row is a measure of all students of the district in a year, every grade together, by whichever run counted it.
select
  measure_id as measure, school_year::integer as year, n, numerator, sum::varchar as sum,
  denominator::varchar as denominator
from count
where district_cds = $district and school_cds = '00000000000000' and grade = 'all' and student_group = 'ALL'
order by measure_id, school_year;

-- name: selectChoices
-- A row is a place, a group, a grade or a year that a measure was counted for.
select distinct 'school' as kind, school_cds as value, coalesce(place.name, school_cds) as name
from count left join place on place.cds = school_cds
where measure_id = $measure and district_cds = $district
union all
select distinct 'group', student_group, student_group from count
where measure_id = $measure and district_cds = $district
union all
select distinct 'grade', grade, grade from count where measure_id = $measure and district_cds = $district
union all
select distinct 'year', school_year::varchar, school_year::varchar from count
where measure_id = $measure and district_cds = $district
order by kind, name;

-- name: countLines
-- How many lines of place, group and grade there are of what is wanted; what is empty or 0 is every one.
select count(*)::integer as lines from (
  select distinct school_cds, grade, student_group from count
  where measure_id = $measure and district_cds = $district and ($school = '' or school_cds = $school)
    and ($group = '' or student_group = $group) and ($grade = '' or grade = $grade)
    and ($year = 0 or school_year = $year)
);

-- name: selectLines
-- A row is a slice of a year, of the lines of place, group and grade from one on; the district first, then schools by name.
with line as (
  select school_cds, grade, student_group from count
  where measure_id = $measure and district_cds = $district and ($school = '' or school_cds = $school)
    and ($group = '' or student_group = $group) and ($grade = '' or grade = $grade)
    and ($year = 0 or school_year = $year)
  group by all
),
page as (
  select
    line.school_cds, line.grade, line.student_group, coalesce(place.name, line.school_cds) as place,
    row_number() over (
      order by line.school_cds <> '00000000000000', place.name, line.school_cds,
        list_position($groups, line.student_group), line.student_group, list_position($grades, line.grade), line.grade
    ) as turn
  from line left join place on place.cds = line.school_cds
  order by turn
  limit $most offset $first
)
select
  count.measure_id as measure, page.school_cds as school, page.place, page.grade, page.student_group as "group",
  count.school_year::integer as year, count.n, count.numerator, count.sum::varchar as sum,
  count.denominator::varchar as denominator, count.definition_hash as "definitionHash", count.rule_hash as "ruleHash"
from page
join count on count.measure_id = $measure and count.district_cds = $district and count.school_cds = page.school_cds
  and count.grade = page.grade and count.student_group = page.student_group
  and ($year = 0 or count.school_year = $year)
order by page.turn, count.school_year;
