-- name: selectSidesToPrompt
-- a row is a district's side of a cycle whose day of study has come and that has not acted, in every partnership the view shows;
-- with the mails its leader was sent for this day, and who set it up
select s.partnership_id as "partnershipId", y.slug, y.name as "partnership", s.cycle_id as "cycleId", s.district_id as "districtId",
  d.name as "district", c.idea, c.measure_id as "measureId", c.student_group as "group", c.prediction, c.amount,
  s.study_on as "studyOn", s.leader_name as "leaderName", s.leader_email as "leaderEmail",
  s.made_by as "giverId", g.name as "giverName", g.email as "giverEmail",
  coalesce((
    select jsonb_agg(m.kind)
    from cycle_prompt m
    where m.partnership_id = s.partnership_id and m.cycle_id = s.cycle_id and m.district_id = s.district_id
      and m.study_on = s.study_on
  ), '[]'::jsonb) as sent
from cycle_side s
join cycle c on c.partnership_id = s.partnership_id and c.cycle_id = s.cycle_id
join partnership y on y.partnership_id = s.partnership_id
join district d on d.district_id = s.district_id
join person g on g.person_id = s.made_by
where s.study_on <= $today::date
  and s.version = (
    select max(n.version) from cycle_side n
    where n.partnership_id = s.partnership_id and n.cycle_id = s.cycle_id and n.district_id = s.district_id
  )
  and not exists (
    select from cycle_log l
    where l.partnership_id = s.partnership_id and l.cycle_id = s.cycle_id and l.district_id = s.district_id and l.step = 'act'
  )
order by s.partnership_id, s.cycle_id, s.district_id;

-- name: insertCyclePrompt
-- a row is the mail that is noted now; none when another run was quicker
insert into cycle_prompt (partnership_id, cycle_id, district_id, study_on, kind, made_at)
values ($partnershipId::uuid, $cycleId::uuid, $districtId::uuid, $studyOn::date, $kind, $at::timestamptz)
on conflict do nothing
returning cycle_id as id;
