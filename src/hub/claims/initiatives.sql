-- name: selectInitiatives
-- a row is another reform that ran beside the partnership, the earliest first
select i.initiative_id as "id", i.name, i.from_year as "fromYear", i.to_year as "toYear", i.statewide,
  i.district_ids as "districtIds", i.words, i.source, i.made_at as "madeAt", p.name as "madeBy"
from initiative i
join person p on p.person_id = i.made_by
where i.partnership_id = $partnershipId::uuid
order by i.from_year, i.name, i.initiative_id;

-- name: insertInitiative
-- a row is a reform that nobody has listed yet
insert into initiative (
  partnership_id, initiative_id, name, from_year, to_year, statewide, district_ids, words, source, made_at, made_by
)
values (
  $partnershipId::uuid, $initiativeId::uuid, $name, $fromYear::int, $toYear::int, $statewide::boolean, $districtIds::uuid[],
  $words, $source, $at::timestamptz, $personId::uuid
);

-- name: closeInitiative
-- a row is a reform that was still running; none comes back when it has ended already, or would end before it began
update initiative set to_year = $toYear::int
where partnership_id = $partnershipId::uuid and initiative_id = $initiativeId::uuid and to_year is null and from_year <= $toYear::int
returning name;
