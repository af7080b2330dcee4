-- The section that a student's course belonged to: a corrected file of sections (CRSC) brings the courses in line.
-- Null where the file that brought the course has no sections.
alter table student_course add column section varchar;  -- 10.14
