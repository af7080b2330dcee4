-- name: level_low
-- A row is the lowest score of Level 3, the standard, of a Smarter Balanced test in a grade.
create or replace temp table level_low as
select * from (values
  ('ELA', '03', 2432), ('ELA', '04', 2473), ('ELA', '05', 2502), ('ELA', '06', 2531), ('ELA', '07', 2552),
  ('ELA', '08', 2567), ('ELA', '11', 2583),
  ('MATH', '03', 2436), ('MATH', '04', 2485), ('MATH', '05', 2528), ('MATH', '06', 2552), ('MATH', '07', 2567),
  ('MATH', '08', 2586), ('MATH', '11', 2628)
) as low(subject, grade, score);
