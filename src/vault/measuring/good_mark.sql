-- name: good_mark
-- A mark of C- or better.
create or replace temp macro good_mark(mark) as mark in ('A+', 'A', 'A-', 'B+', 'B', 'B-', 'C+', 'C', 'C-');
