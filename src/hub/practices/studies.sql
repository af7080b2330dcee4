-- name: selectStudies
-- a row is a study of a practice, withdrawn ones too, oldest first; of the whole partnership, or of one practice
select s.study_id as id, s.practice_id as "practiceId", s.citation, s.link, s.design, s.students, s.groups_of_ten as "groupsOfTen",
  s.districts, s.schools, s.favourable, s.unfavourable, s.attrition, s.baseline_shown as "baselineShown",
  s.same_population as "samePopulation", s.same_setting as "sameSetting", s.made_at as "madeAt", p.name as "madeBy",
  s.withdrawn_at as "withdrawnAt", w.name as "withdrawnBy"
from study s
join person p on p.person_id = s.made_by
left join person w on w.person_id = s.withdrawn_by
where s.partnership_id = $partnershipId::uuid
  and ($practiceId::uuid is null or s.practice_id = $practiceId::uuid)
order by s.made_at, s.study_id;

-- name: insertStudy
insert into study (
  partnership_id, study_id, practice_id, citation, link, design, students, groups_of_ten, districts, schools, favourable,
  unfavourable, attrition, baseline_shown, same_population, same_setting, made_at, made_by
)
values (
  $partnershipId::uuid, $studyId::uuid, $practiceId::uuid, $citation, $link, $design, $students::int, $groupsOfTen::int,
  $districts::int, $schools::int, $favourable::boolean, $unfavourable::boolean, $attrition, $baselineShown::boolean,
  $samePopulation::boolean, $sameSetting::boolean, $at::timestamptz, $personId::uuid
);

-- name: withdrawStudy
-- a row is the study that was withdrawn; none when it had been before
update study set withdrawn_at = $at::timestamptz, withdrawn_by = $personId::uuid
where partnership_id = $partnershipId::uuid and practice_id = $practiceId::uuid and study_id = $studyId::uuid
  and withdrawn_at is null
returning citation;
