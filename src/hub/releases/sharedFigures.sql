-- name: selectSharedFigures
-- a row is what may be seen today of one slice of a district; a sight is a live grant, or the district itself, which has
-- no limits. Of each measure and year the newest release that may be seen speaks alone: what it leaves out is gone
with sight as (
  select *
  from jsonb_to_recordset($sights::jsonb) as s(
    "grantId" uuid, cds text, measures jsonb, schools boolean, "firstYear" int, "lastYear" int, "smallestGroup" int
  )
),
newest as (
  select distinct on (s.cds, t.measure_id, t.school_year)
    s.cds, s.measures is null or s.schools as "withSchools", s."smallestGroup", t.measure_id, t.school_year,
    t.definition_hash, r.release_hash
  from sight s
  join release r on r.partnership_id = $partnershipId::uuid and r.grant_id = s."grantId"
  join district d on d.district_id = r.district_id and d.cds = s.cds
  join released_table t on t.partnership_id = r.partnership_id and t.release_hash = r.release_hash
  where ($measureId::text is null or t.measure_id = $measureId)
    and (
      s.measures is null
      or (
        s.measures @> to_jsonb(t.measure_id) and t.school_year between s."firstYear" and s."lastYear"
        and (r.embargo_until is null or r.embargo_until <= $today::date)
      )
    )
  order by s.cds, t.measure_id, t.school_year, r.sequence desc
)
select v.cds, c.place, c.measure_id as "measureId", c.school_year as "schoolYear", c.grade, c.student_group as "group",
  case when c.seen <> 'suppressed' and c.n < v."smallestGroup" then 'suppressed' else c.seen end as seen,
  case when c.n < v."smallestGroup" then null else c.n end as n,
  case when c.n < v."smallestGroup" then null else c.numerator end as numerator,
  case when c.n < v."smallestGroup" then null else c.value::text end as value,
  case when c.n < v."smallestGroup" then null else c.coded_from end as "from",
  case when c.n < v."smallestGroup" then null else c.coded_to end as "to",
  case when c.seen <> 'suppressed' and c.n < v."smallestGroup" then 'agreement' else c.reason end as reason,
  v.definition_hash as "definitionHash", v.release_hash as "releaseHash"
from newest v
join released_cell c on c.partnership_id = $partnershipId::uuid and c.measure_id = v.measure_id
  and c.school_year = v.school_year and c.release_hash = v.release_hash
where (v."withSchools" or c.place = v.cds)
  and ($wholeOnly::boolean is false or (c.place = v.cds and c.grade = 'all' and c.student_group = 'ALL'))
order by v.cds, c.measure_id, c.school_year, c.student_group, c.grade, c.place;

-- name: selectPlaceNames
-- a row is the name of a school
select cds, name from school where cds = any($places::text[]);
