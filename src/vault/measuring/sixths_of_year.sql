-- name: sixths_of_year
-- How much of a school year a term is, in sixths: a full year 6, a semester 3, a quarter or trimester 2. Two
-- semesters or three quarters are 6.
create or replace temp macro sixths_of_year(term) as
  case when term = 'FY' then 6 when term like 'S%' then 3 else 2 end;
