-- name: capstone_completer
-- A row is a student who finished a career pathway: its capstone course with C- or better, from the first to the last
-- year given. (The 300 hours in one pathway cannot be told from the records.)
create or replace temp macro capstone_completer(first_year, last_year) as table
select distinct student_id
from student_course
where capstone and good_mark(mark) and school_year between first_year and last_year;
