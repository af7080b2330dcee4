-- name: group_bit
-- The bit that stands for a student group in the number of a student's groups.
create or replace temp macro group_bit(code) as
  case code
    when 'ALL' then 1 when 'EL' then 2 when 'ELO' then 4 when 'RFP' then 8 when 'EVER' then 16
    when 'LTEL' then 32 when 'LTEL6' then 64 when 'ARL' then 128 when 'EO' then 256 when 'SED' then 512
    when 'SWD' then 1024 when 'FOS' then 2048 when 'HOM' then 4096 when 'MIG' then 8192
    when 'AA' then 16384 when 'AI' then 32768 when 'AS' then 65536 when 'FI' then 131072
    when 'HI' then 262144 when 'PI' then 524288 when 'WH' then 1048576 when 'MR' then 2097152
    when 'NR' then 4194304 when 'F' then 8388608 when 'M' then 16777216 when 'X' then 33554432
    when 'GNR' then 67108864
  end;
