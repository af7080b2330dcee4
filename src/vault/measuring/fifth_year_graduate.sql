-- name: fifth_year_graduate
-- A row is a student of the class of y - 1 who had no diploma by 15 August y - 1 and has one from a primary stay in
-- the year ending in y, by 15 August y. The last such stay decides.
create or replace temp macro fifth_year_graduate(y) as table
select stay.*
from stay
join first_high_school_stay as first on first.student_id = stay.student_id and first.class = y - 1
left join class_member(y - 1) as earlier
  on earlier.student_id = stay.student_id and earlier.district_cds = stay.district_cds and earlier.graduate
where stay.status = '10'
  and stay.grade in ('09', '10', '11', '12')
  and stay.school_year = y
  and stay.completion = '100'
  and stay.end_date > make_date(y - 1, 8, 15)
  and stay.end_date <= make_date(y, 8, 15)
  and earlier.student_id is null
qualify row_number() over (
  partition by stay.student_id, stay.district_cds
  order by stay.start_date desc, stay.end_date desc, stay.grade desc, stay.school_cds desc,
    stay.file_id desc, stay.line desc
) = 1;
