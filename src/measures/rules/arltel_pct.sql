-- name: arltel_pct
-- counts: rate
-- needs: enrolment, language_status, student_info, elpac_result[-1..-1]
-- At risk of becoming long-term English learners (Education Code 313.1): English learners of grades 3-12 on Census
-- Day; numerator 4 or 5 years in schools of the United States, last spring's ELPAC level 3 or below, and in grades
-- 3-9 ELA not met. Assumed: "intermediate or below" is level 3 or below.
create or replace temp table contribution as
select learner.district_cds, learner.school_cds, learner.grade, held.groups, 1 as n, arl::integer as numerator
from learners_on_census_day as learner
join groups_on_census_day as held on held.student_id = learner.student_id
where grade_3_to_12;
