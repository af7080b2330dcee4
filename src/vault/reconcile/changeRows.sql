-- name: copyEnrolment
-- a copy is a temporary table of the table's own name, which every rule then reads in its place; all changes below
-- say temp., so that no real row can be meant
create temp table enrolment as select * from enrolment;

-- name: copyTestResult
create temp table test_result as select * from test_result;

-- name: copyElpacResult
create temp table elpac_result as select * from elpac_result;

-- name: copyAttendance
create temp table attendance as select * from attendance;

-- name: copyIncident
create temp table incident as select * from incident;

-- name: copyLanguageStatus
create temp table language_status as select * from language_status;

-- name: copyProgramme
create temp table programme as select * from programme;

-- name: leaveSchoolsOutOfEnrolment
delete from temp.enrolment where list_contains($schools, school_cds);

-- name: leaveSchoolsOutOfTests
delete from temp.test_result where list_contains($schools, school_cds);

-- name: leaveSchoolsOutOfElpac
delete from temp.elpac_result where list_contains($schools, school_cds);

-- name: leaveSchoolsOutOfAttendance
delete from temp.attendance where list_contains($schools, school_cds);

-- name: leaveSchoolsOutOfIncidents
delete from temp.incident where list_contains($schools, school_cds);

-- name: leaveLaterEnrolmentOut
-- what began after the day was not known on it, nor how a stay would end that had not ended
delete from temp.enrolment where start_date > $day::date;

-- name: forgetLaterExits
update temp.enrolment set end_date = null, exit_reason = null, completion = null where end_date > $day::date;

-- name: leaveLaterStatusOut
delete from temp.language_status where start_date > $day::date;

-- name: leaveLaterProgrammesOut
delete from temp.programme where start_date > $day::date;

-- name: forgetLaterProgrammeEnds
update temp.programme set end_date = null where end_date > $day::date;

-- name: leaveLaterIncidentsOut
delete from temp.incident where occurred_on > $day::date;

-- name: leaveSuccessorOutOfEnrolment
delete from temp.enrolment where file_id = $file;

-- name: leaveSuccessorOutOfTests
-- a file of all tests takes the place of one of some: of the others nothing is taken back
delete from temp.test_result
where file_id = $file and test in (select test from superseded_test_result where file_id = $before);

-- name: leaveSuccessorOutOfElpac
delete from temp.elpac_result
where file_id = $file and kind in (select kind from superseded_elpac_result where file_id = $before);

-- name: leaveSuccessorOutOfAttendance
delete from temp.attendance where file_id = $file;

-- name: takeSupersededEnrolment
insert into temp.enrolment select * from superseded_enrolment where file_id = $file;

-- name: takeSupersededTests
insert into temp.test_result select * from superseded_test_result where file_id = $file;

-- name: takeSupersededElpac
insert into temp.elpac_result select * from superseded_elpac_result where file_id = $file;

-- name: takeSupersededAttendance
insert into temp.attendance select * from superseded_attendance where file_id = $file;

-- name: leaveUntestedOut
-- whoever has neither been tested nor scored was expected: without them participation is whole
delete from temp.test_result
where not coalesce(attemptedness in ('Y', 'P'), false)
  and not coalesce(include in ('Y', 'T') and scale_score is not null, false);

-- name: takeScoredAsTested
update temp.test_result set attemptedness = 'Y'
where not coalesce(attemptedness in ('Y', 'P'), false);

-- name: enrolEverybodyTested
-- a stay of the whole year where each record says the student was tested, and at the district accountable for the test
insert into temp.enrolment (student_id, school_year, district_cds, school_cds, status, grade, start_date, file_id, line)
select distinct
  student_id, school_year, district, school_cds, '10', 'UE', make_date(school_year - 1, 7, 1), 0, 0
from (
  select student_id, school_year, district_cds as district, school_cds from temp.test_result
  union all
  select student_id, school_year, accountability_district, school_cds from temp.test_result
  where accountability_district is not null
)
where school_year = $year;

-- name: leaveAlternateOut
delete from temp.test_result where test in ('CAA_ELA', 'CAA_MATH');

-- name: takeNewcomers
-- a first day in the United States a year before the test makes no newcomer any more, and no long-term learner
update temp.test_result
set us_entry = coalesce(first_test_day, make_date(school_year, 4, 1)) - interval 1 year
where el_status = 'EL'
  and us_entry + interval 1 year > coalesce(first_test_day, make_date(school_year, 4, 1));

-- name: forgetScoresBelowThreshold
update temp.test_result set scale_score = null, level = null where include = 'T';

-- name: countWhereTested
update temp.test_result set accountability_district = null
where accountability_district <> district_cds;

-- name: takeExempt
update temp.attendance set exempt = false where exempt;

-- name: confirmTransfers
update temp.enrolment set exit_reason = 'T180' where exit_reason = 'T160';

-- name: takeSecondary
update temp.enrolment set status = '10' where status = '20';

-- name: leaveShortTermOut
delete from temp.enrolment where status = '30';

-- name: takeNoShows
update temp.enrolment set exit_reason = null where exit_reason in ('N420', 'N470');
