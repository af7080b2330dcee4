-- name: race_and_gender
-- The bits of a student's race and gender; one that is not known is "not reported".
create or replace temp macro race_and_gender(race, gender) as
  (case when race in ('AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR') then group_bit(race) else group_bit('NR') end)
  + (case when gender in ('F', 'M', 'X') then group_bit(gender) else group_bit('GNR') end);
