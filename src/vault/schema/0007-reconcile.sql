-- The state's public figures of this district, kept beside the vault's own; what the vault's figures would be under
-- other rules; and the rows that a corrected file took the place of, so that a figure of then can be computed again.

-- A row is a public file that figures were taken from.
create table public_file (
  public_file_id integer primary key,
  name varchar not null,
  sha256 varchar not null,
  layout varchar not null,
  as_of date,                     -- the day on which the publisher took its data, where somebody said it
  kept integer not null,          -- figures of this district and its schools
  loaded_at timestamptz not null
);

-- A row is a figure as published. A newer file's figure of the same dataset and slice takes its place.
create table public_figure (
  public_file_id integer not null,
  line integer not null,
  dataset varchar not null,       -- the publisher's dataset, with its year: cde_acgr_2023_24
  publisher varchar not null,
  title varchar not null,
  difference varchar,             -- why its figures may differ from others of the measure
  measure_id varchar not null,
  school_year smallint not null,
  school_cds varchar not null,    -- 14 zeros: the district as a whole
  grade varchar not null,
  student_group varchar not null,
  seen varchar not null,          -- shown, coded, suppressed
  n integer,
  numerator integer,
  value varchar,                  -- decimal text as published; of a coded figure its words
  reason varchar                  -- of a suppressed one: few students, not reported …
);

-- A row is what the vault's figure of a published slice would be if something were otherwise: without charter
-- schools, before a file was loaded …. what_if says what, as keys joined by " + ".
create table what_if_count (
  what_if varchar not null,
  measure_id varchar not null,
  rule_hash varchar not null,
  school_year smallint not null,
  school_cds varchar not null,
  grade varchar not null,
  student_group varchar not null,
  n integer not null,
  numerator integer,
  sum decimal(18, 4),
  denominator decimal(18, 4),
  made_at timestamptz not null
);

-- A row is a what-if that was computed for a measure and year, also where it left no slice to count.
create table what_if_run (
  what_if varchar not null,
  measure_id varchar not null,
  school_year smallint not null,
  run_id integer not null,        -- the run of the counts it was compared with
  made_at timestamptz not null
);

-- A row is a row of the table without superseded_ in its name, as a file said it that a corrected one replaced.
create table superseded_enrolment as select * from enrolment limit 0;
create table superseded_attendance as select * from attendance limit 0;
create table superseded_test_result as select * from test_result limit 0;
create table superseded_elpac_result as select * from elpac_result limit 0;
