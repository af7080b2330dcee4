-- name: selectDeputies
-- a row is the newest word on who stands in for a member; the name is null where it is nobody
select d.person_id as "personId", d.version, d.deputy_id as "deputyId", d.deputy_name as "deputyName",
  d.deputy_email as "deputyEmail", d.made_at as "madeAt", p.name as "madeBy"
from deputy d
join person p on p.person_id = d.made_by
where d.partnership_id = $partnershipId::uuid and d.version = (
  select max(l.version) from deputy l where l.partnership_id = d.partnership_id and l.person_id = d.person_id
);

-- name: insertDeputy
-- a row is the next word on who stands in for a member; none when somebody else said so first
insert into deputy (partnership_id, person_id, version, deputy_id, deputy_name, deputy_email, made_at, made_by)
select $partnershipId::uuid, $personId::uuid, $version::int, $deputyId::uuid, $deputyName, $deputyEmail, $at::timestamptz, $byId::uuid
where $version::int - 1 = (
  select coalesce(max(version), 0) from deputy where partnership_id = $partnershipId::uuid and person_id = $personId::uuid
)
on conflict do nothing
returning version;
