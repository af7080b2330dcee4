-- name: keepEnrolment
insert into superseded_enrolment select * from enrolment where file_id = $file;

-- name: keepAttendance
insert into superseded_attendance select * from attendance where file_id = $file;

-- name: keepTestResult
insert into superseded_test_result select * from test_result where file_id = $file;

-- name: keepElpacResult
insert into superseded_elpac_result select * from elpac_result where file_id = $file;
