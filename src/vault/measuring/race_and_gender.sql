-- name: race_and_gender
-- The bits of a student's race and gender; one that is not known is "not reported". The frequent ones are asked first.
create or replace temp macro race_and_gender(race, gender) as
  (case race
    when 'HI' then group_bit('HI') when 'WH' then group_bit('WH') when 'AS' then group_bit('AS')
    when 'AA' then group_bit('AA') when 'MR' then group_bit('MR') when 'FI' then group_bit('FI')
    when 'AI' then group_bit('AI') when 'PI' then group_bit('PI') else group_bit('NR')
  end)
  + (case gender
    when 'F' then group_bit('F') when 'M' then group_bit('M') when 'X' then group_bit('X') else group_bit('GNR')
  end);
