-- What the measures came to. Counts are raw and exist only in the vault.

-- A row is one time that measures were computed.
create table measure_run (
  run_id integer primary key,
  started_at timestamptz not null,
  ended_at timestamptz            -- null: it did not come to its end
);

-- A row is one measure of one slice: district or school x year x grade x group. numerator is for rates, sum for
-- means; the other is null.
create table count (
  run_id integer not null,
  measure_id varchar not null,
  definition_hash varchar not null,
  rule_hash varchar not null,     -- of the SQL that made it
  district_cds varchar not null,
  school_cds varchar not null,    -- 14 zeros: the district as a whole
  school_year smallint not null,
  grade varchar not null,         -- or all
  student_group varchar not null,
  n integer not null,
  numerator integer,
  sum decimal(18, 4),
  denominator decimal(18, 4)      -- what sum is divided by where that is not n: expected days
);
