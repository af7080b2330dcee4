-- name: first_high_school_stay
-- A row is a student with the class of the first primary stay in grades 9-12 that is known: the year in which four
-- years of high school from it end. Whoever was first seen in grade 10 of 2022 is of the class of 2024.
create or replace temp table first_high_school_stay as
select student_id, min_by(school_year + 12 - grade::integer, (school_year, start_date, grade)) as class
from stay
where status = '10' and grade in ('09', '10', '11', '12')
group by student_id;
