-- name: cci_prepared
-- counts: rate
-- needs: enrolment[-4..0], test_result[-1..-1], student_course, exam
-- College/Career Indicator, prepared: a graduate of the combined cohort who meets one rule of the year's rule set.
-- Assumed: the sets of 2018-2019 and from 2023 on (2020-2022 published no indicator); which rules entered in 2023 is
-- from memory. Military science is two school years of the state courses 2505 and 9373.
create or replace temp table contribution as
select
  district_cds, school_cds, grade, groups, 1 as n,
  (
    graduate and coalesce(
      (ela >= 3 and math >= 3)
      or ap_exams >= 2
      or ib_exams >= 2
      or college_sixths >= 6
      or (met_uc_csu and (capstone or three_and_two or college_sixths >= 3 or ap_exams >= 1 or ib_exams >= 1))
      or (capstone and (three_and_two or college_sixths >= 3))
      or (seal_of_biliteracy and ela >= 3)
      or ($year >= 2023 and military_years >= 2 and three_and_two)
      or ($year >= 2023 and pre_apprenticeship)
      or ($year >= 2023 and alternative and (pre_apprenticeship_other or job_programme))
      or ($year >= 2023 and transition_status and workforce_readiness),
      false
    )
  )::integer as numerator
from college_career_record
where $year in (2018, 2019) or $year >= 2023;
