-- name: lockMembers
-- whoever ends a membership of a partnership waits for whoever else does, to the end of their transaction
select pg_advisory_xact_lock(hashtextextended('members ' || $partnershipId, 0)) is null as locked;

-- name: selectDueLeavings
-- a row is a leaving of any partnership whose last day is over, with whoever said it as long as they are a member, else the leaver
select l.leaving_id as "leavingId", p.person_id as "personId", p.name, m.role, m.district_id as "districtId",
  s.partnership_id as "partnershipId", s.slug, s.name as partnership, s.is_sample as "isSample"
from leaving l
join partnership s on s.partnership_id = l.partnership_id
join membership m on m.partnership_id = l.partnership_id and m.person_id = coalesce(
  (select b.person_id from membership b where b.partnership_id = l.partnership_id and b.person_id = l.made_by), l.person_id
)
join person p on p.person_id = m.person_id
where l.leaves_on < $today::date and l.ended_at is null and l.called_off_at is null
order by l.leaves_on, l.leaving_id;
