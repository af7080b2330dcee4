-- name: lockCapacity
-- whoever asks or changes an offer waits for whoever else does so on the same one, to the end of their transaction
select pg_advisory_xact_lock(hashtextextended($offer, 0)) is null as locked;

-- name: selectOffers
-- a row is what a district offers in one focus area and term as it stands, with what open and accepted asks use of it
select c.district_id as "districtId", c.focus_area as "focusArea", c.school_year as "schoolYear", c.term, c.version,
  c.visits, c.hours, c.person_id as "personId", coalesce(o.name, c.contact_name) as "contactName",
  coalesce(o.email, c.contact_email) as "contactEmail",
  c.person_id is not null and not exists (
    select from membership m
    where m.partnership_id = c.partnership_id and m.person_id = c.person_id and m.district_id = c.district_id
  ) as "personLeft", c.until, c.words, c.made_at as "madeAt", p.name as "madeBy",
  (
    select count(*)::int from ask a
    where a.partnership_id = c.partnership_id and a.district_id = c.district_id and a.focus_area = c.focus_area
      and a.school_year = c.school_year and a.term = c.term and a.state in ('asked', 'accepted') and a.kind = 'visit'
  ) as "usedVisits",
  (
    select coalesce(sum(a.hours), 0)::int from ask a
    where a.partnership_id = c.partnership_id and a.district_id = c.district_id and a.focus_area = c.focus_area
      and a.school_year = c.school_year and a.term = c.term and a.state in ('asked', 'accepted')
  ) as "usedHours"
from capacity c
join person p on p.person_id = c.made_by
left join person o on o.person_id = c.person_id
where c.partnership_id = $partnershipId::uuid
  and ($districtId::uuid is null or c.district_id = $districtId::uuid)
  and ($focusArea::text is null or c.focus_area = $focusArea)
  and not exists (
    select from capacity later
    where later.partnership_id = c.partnership_id and later.district_id = c.district_id and later.focus_area = c.focus_area
      and later.school_year = c.school_year and later.term = c.term and later.version > c.version
  )
order by c.school_year, c.term, c.focus_area, c.district_id;

-- name: selectOfferVersions
-- a row is one version of what a district offers in one focus area and term, newest first
select c.version, c.visits, c.hours, coalesce(o.name, c.contact_name) as "contactName", c.until, c.words,
  c.made_at as "madeAt", p.name as "madeBy"
from capacity c
join person p on p.person_id = c.made_by
left join person o on o.person_id = c.person_id
where c.partnership_id = $partnershipId::uuid and c.district_id = $districtId::uuid and c.focus_area = $focusArea
  and c.school_year = $schoolYear::int and c.term = $term
order by c.version desc;

-- name: insertCapacity
-- a row is the next version of an offer; none comes back when somebody else wrote that version first
insert into capacity (
  partnership_id, district_id, focus_area, school_year, term, version, visits, hours, person_id, contact_name, contact_email,
  until, words, made_at, made_by
)
values (
  $partnershipId::uuid, $districtId::uuid, $focusArea, $schoolYear::int, $term, $version::int, $visits::int, $hours::int,
  $personId::uuid, $contactName, $contactEmail, $until::date, $words, $at::timestamptz, $madeBy::uuid
)
on conflict do nothing
returning version;
