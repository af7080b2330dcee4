-- name: student_groups
-- A row is a student group that the vault measures: its code and its bit. The groups of one student are one number.
create or replace temp table student_groups as
select code::counted_group as code, group_bit(code) as bit
from (select unnest([
  'ALL', 'EL', 'ELO', 'RFP', 'EVER', 'LTEL', 'LTEL6', 'ARL', 'EO', 'SED', 'SWD', 'FOS', 'HOM', 'MIG',
  'AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR', 'NR', 'F', 'M', 'X', 'GNR'
]) as code);
