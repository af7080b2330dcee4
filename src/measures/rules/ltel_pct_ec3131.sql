-- name: ltel_pct_ec3131
-- counts: rate
-- needs: enrolment, language_status, student_info, elpac_result[-1..-1]
-- Long-term English learners by Education Code 313.1: English learners of grades 6-12 on Census Day; numerator 6
-- years in schools of the United States, no higher ELPAC level than the year before, and in grades 6-9 ELA not met.
-- Levels of the last two springs; a missing test excludes nobody.
create or replace temp table contribution as
select learner.district_cds, learner.school_cds, learner.grade, held.groups, 1 as n, ltel6::integer as numerator
from learners_on_census_day as learner
join groups_on_census_day as held on held.student_id = learner.student_id
where grade_6_to_12;
