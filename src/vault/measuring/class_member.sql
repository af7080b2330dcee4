-- name: class_member
-- A row is a student of the class of y in a district, with the stay that decides: the last one with a diploma
-- (completion 100) by 15 August y, else the last of the four years. removed: a documented transfer out, emigration
-- or death. dropout: by the state's list of exits, among them a transfer to a California school (T160) that no later
-- stay in this vault confirms.
create or replace temp macro class_member(y) as table
with deciding as (
  select
    stay.*,
    coalesce(stay.completion = '100' and stay.end_date <= make_date(y, 8, 15), false) as graduate
  from stay
  join first_high_school_stay as first on first.student_id = stay.student_id and first.class = y
  where stay.status = '10'
    and stay.grade in ('09', '10', '11', '12')
    and stay.school_year between y - 3 and y
  qualify row_number() over (
    partition by stay.student_id, stay.district_cds
    order by
      coalesce(stay.completion = '100' and stay.end_date <= make_date(y, 8, 15), false) desc,
      stay.school_year desc, stay.start_date desc, stay.end_date desc, stay.grade desc, stay.school_cds desc,
      stay.file_id desc, stay.line desc
  ) = 1
)
select
  *,
  not graduate and coalesce(exit_reason in ('T180', 'T200', 'T240', 'T370', 'E130'), false) as removed,
  not graduate and (
    coalesce(completion = '360', false)
    or coalesce(
      exit_reason in (
        'E140', 'E150', 'E155', 'E300', 'E400', 'E410', 'E490', 'T160', 'T165', 'T167', 'T380'
      ),
      false
    )
  ) as dropout
from deciding;
