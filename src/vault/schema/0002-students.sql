-- Who the students are and where they stand: places, students, enrolments, and what changes with a date.

-- A row is a district or school. The district of a school is the first seven digits and seven zeros.
create table place (
  cds varchar primary key,
  level varchar not null,         -- district, school
  name varchar not null,
  charter boolean,
  type varchar,                   -- a school: elementary, middle, high, other; a district: elementary, high, unified
  alternative boolean             -- takes part in the Dashboard Alternative School Status (DASS)
);

-- A row is a child of one district, however many files name it.
create table student (
  student_id integer not null,
  ssid varchar,                   -- 10 digits, unique in a district
  local_id varchar,               -- the fallback where a file has no SSID
  district_cds varchar not null
);

-- A row is a stay at one school in one school year (SENR). Two stays in a year are two rows.
create table enrolment (
  student_id integer not null,
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  status varchar not null,        -- 10 primary, 20 secondary, 30 short term
  grade varchar not null,         -- TK KN 01 … 12, UE US
  start_date date not null,
  end_date date,                  -- the last day, inclusive; null: still enrolled
  exit_reason varchar,            -- SENR 1.26: T160, E230 …
  completion varchar,             -- SENR 1.27: 100, 120, 360 …
  met_uc_csu boolean,             -- SENR 1.29
  merit_diploma boolean,          -- SENR 1.32
  seal_of_biliteracy boolean,     -- SENR 1.33
  transition_status boolean,      -- SENR 1.34
  workforce_readiness boolean,    -- SENR 1.35
  food_handler boolean,           -- SENR 1.36
  pre_apprenticeship boolean,     -- SENR 1.37, certified
  pre_apprenticeship_other boolean, -- SENR 1.38, not certified
  job_programme boolean,          -- SENR 1.39, state or federal
  file_id integer not null,
  line integer not null
);

-- A row is what a file says of a student from a date on (SINF).
create table student_info (
  student_id integer not null,
  start_date date not null,
  end_date date,                  -- inclusive; null: still so
  birth_date date,
  gender varchar,                 -- F, M, X
  race varchar,                   -- AA AI AS FI HI PI WH MR NR by California's rule: Hispanic first, then two or more
  us_entry_date date,             -- SINF 2.36, first enrolment in a school of the United States, K-12
  parent_education varchar,       -- 10 graduate school … 14 no high-school diploma, 15 declined: the higher of the two published
  direct_certified boolean,
  file_id integer not null,
  line integer not null
);

-- A row is a status of English language acquisition, in force until the student's next one (SELA).
create table language_status (
  student_id integer not null,
  status varchar not null,        -- TBD EO IFEP EL RFEP ADEL
  start_date date not null,
  primary_language varchar,
  file_id integer not null,
  line integer not null
);

-- A row is a stretch of time in a programme (SPRG): 181 free meals, 182 reduced, 135 migrant, 144 special
-- education, 190 foster, 191 homeless, 185 …
create table programme (
  student_id integer not null,
  school_cds varchar not null,
  code varchar not null,
  membership varchar,             -- 1 eligible, 3 participating
  start_date date not null,
  end_date date,                  -- inclusive; null: still in it
  file_id integer not null,
  line integer not null
);
