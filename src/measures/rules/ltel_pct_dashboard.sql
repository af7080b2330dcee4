-- name: ltel_pct_dashboard
-- counts: rate
-- needs: enrolment, language_status, student_info
-- Long-term English learners as the Dashboard says it: English learners on Census Day; numerator those who entered a
-- school of the United States 7 years before or earlier.
create or replace temp table contribution as
select learner.district_cds, learner.school_cds, learner.grade, held.groups, 1 as n, ltel::integer as numerator
from learners_on_census_day as learner
join groups_on_census_day as held on held.student_id = learner.student_id;
