-- The files that were loaded, what was found wrong in them, and the code tables that rules run from.
--
-- House rules of this schema. An id is an integer that the vault makes. A school year is the calendar year in
-- which it ends. A CDS code is 14 digits of text. Every row of a fact says of which file and line it came.
-- The big tables have neither primary nor foreign keys: an index of DuckDB lies in memory and slows every load;
-- the intake keeps what a key would. Rows are written in the order of year and school, by which scans skip.

-- A row is a file that was loaded, once. One that a corrected file replaced stays and names its successor;
-- its facts are taken out in the transaction that loads the successor.
create table loaded_file (
  file_id integer primary key,
  name varchar not null,
  sha256 varchar not null,
  layout varchar not null,        -- caaspp, elpac, cers, calpads_senr …, oneroster, edfi, code_table …
  profile varchar,                -- the year or version of the layout by which it was read
  school_year smallint,           -- null where the file spans years
  district_cds varchar not null,
  rows integer not null,          -- lines of data in the file
  kept integer not null,          -- of them, became facts
  findings integer not null,
  loaded_at timestamptz not null,
  superseded_by integer           -- file_id of the file that replaced it
);

-- A row is something wrong in a line of a file. value_class describes the value and is never the value of a
-- field that identifies: "text of 9 characters", "number above 2900", "blank".
create table finding (
  file_id integer not null,
  line integer,                   -- counts from 1 as an editor does; null for the file as a whole
  column_name varchar,
  rule varchar not null,
  severity varchar not null,      -- error: the line (or file) was not kept; note: it was
  value_class varchar not null,
  message varchar not null,
  remedy varchar not null
);

-- A row is one combination of codes that an executable table of CALPADS allows (or corrects). The district loads
-- the state's own table; columns are the table's own, in its order, joined as text in codes[1], codes[2] ….
create table code_table (
  name varchar not null,          -- exit_reason_grade_level …: the file's name without version and year
  codes varchar[] not null,
  file_id integer not null,
  line integer not null
);
