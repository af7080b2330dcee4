-- Results of the state's tests.

-- A row is one student's record of one test in one year (CAASPP), with the groups as they stood for testing.
create table test_result (
  student_id integer not null,
  school_year smallint not null,
  test varchar not null,          -- ELA MATH CAA_ELA CAA_MATH CAST CAA_SCIENCE CSA
  grade_assessed varchar not null, -- 03 … 12
  district_cds varchar not null,
  school_cds varchar not null,
  accountability_district varchar, -- special education only; else null
  scale_score smallint,
  level tinyint,                  -- 1-4; null where 9 or blank
  condition varchar,              -- INC0 INC1 LOSS NEL NT NTE PGE NER
  attemptedness varchar,          -- N P Y
  include varchar,                -- Y valid, T below threshold, E newcomer exempt, R invalidated, N not tested
  first_test_day date,            -- the earliest test start of the record
  el_status varchar,              -- TBD EO IFEP EL RFEP ADEL
  el_entry date,
  rfep_date date,
  us_entry date,
  sed boolean,                    -- economically disadvantaged for testing (without parent education)
  swd boolean,
  migrant boolean,
  foster boolean,
  homeless boolean,
  military boolean,
  race varchar,                   -- as in student_info
  gender varchar,
  parent_education varchar,
  ltel varchar,                   -- LTELorARLTEL as published
  file_id integer not null,
  line integer not null
);

-- A row is one student's record of the ELPAC in one year.
create table elpac_result (
  student_id integer not null,
  school_year smallint not null,
  kind varchar not null,          -- summative, initial, alternate
  grade varchar not null,         -- KN 01 … 12
  district_cds varchar not null,
  school_cds varchar not null,
  scale_score smallint,
  level tinyint,                  -- 1-4; initial 1-3; alternate 1-3
  condition varchar,
  attemptedness varchar,
  include varchar,
  first_test_day date,
  el_entry date,
  us_entry date,
  sed boolean,
  swd boolean,
  migrant boolean,
  foster boolean,
  homeless boolean,
  military boolean,
  race varchar,
  gender varchar,
  parent_education varchar,
  ltel varchar,
  file_id integer not null,
  line integer not null
);
