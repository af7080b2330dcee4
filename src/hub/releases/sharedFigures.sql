-- name: selectSharedFigures
-- a row is what may be seen today of one slice of a district, of its newest release that has it; a sight is a live grant,
-- or the district itself, which has no limits
with sight as (
  select *
  from jsonb_to_recordset($sights::jsonb) as s(
    "grantId" uuid, cds text, measures jsonb, schools boolean, "firstYear" int, "lastYear" int, "smallestGroup" int
  )
)
select distinct on (d.cds, c.measure_id, c.school_year, c.student_group, c.grade, c.place)
  d.cds, c.place, c.measure_id as "measureId", c.school_year as "schoolYear", c.grade, c.student_group as "group",
  case when c.seen <> 'suppressed' and c.n < s."smallestGroup" then 'suppressed' else c.seen end as seen,
  case when c.n < s."smallestGroup" then null else c.n end as n,
  case when c.n < s."smallestGroup" then null else c.numerator end as numerator,
  case when c.n < s."smallestGroup" then null else c.value::text end as value,
  case when c.n < s."smallestGroup" then null else c.coded_from end as "from",
  case when c.n < s."smallestGroup" then null else c.coded_to end as "to",
  case when c.seen <> 'suppressed' and c.n < s."smallestGroup" then 'agreement' else c.reason end as reason,
  c.definition_hash as "definitionHash", r.release_hash as "releaseHash"
from sight s
join release r on r.partnership_id = $partnershipId::uuid and r.grant_id = s."grantId"
join district d on d.district_id = r.district_id and d.cds = s.cds
join released_cell c on c.partnership_id = r.partnership_id and c.release_hash = r.release_hash
where ($measureId::text is null or c.measure_id = $measureId)
  and ($wholeOnly::boolean is false or (c.place = d.cds and c.grade = 'all' and c.student_group = 'ALL'))
  and (
    s.measures is null
    or (
      s.measures @> to_jsonb(c.measure_id) and c.school_year between s."firstYear" and s."lastYear"
      and (s.schools or c.place = d.cds) and (r.embargo_until is null or r.embargo_until <= $today::date)
    )
  )
order by d.cds, c.measure_id, c.school_year, c.student_group, c.grade, c.place, r.sequence desc;

-- name: selectPlaceNames
-- a row is the name of a school
select cds, name from school where cds = any($places::text[]);
