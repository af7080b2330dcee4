-- name: grade_name
-- A grade as a slice names it: TK K 1 … 12; null for ungraded (UE, US), which counts in all grades only.
create or replace temp macro grade_name(code) as
  (case
    when code = 'KN' then 'K'
    when code = 'TK' then 'TK'
    when code between '01' and '09' then code[2]
    when code in ('10', '11', '12') then code
  end)::grade_code;
