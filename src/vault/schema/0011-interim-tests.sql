-- Results of interim assessments, which districts give in the year and no measure of the state counts.

-- A row is one student's result of one interim assessment (CERS).
create table interim_result (
  student_id integer not null,
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  assessment varchar not null,    -- its name in CERS
  kind varchar not null,          -- ICA comprehensive, IAB block, FIAB focused block
  subject varchar not null,       -- ELA MATH ELPAC
  grade_assessed varchar not null,
  session varchar,                -- the number of the test session
  submitted_on date,
  completeness varchar,           -- Complete, Partial
  condition varchar,              -- Valid, SD standardised, NS not standardised
  scale_score smallint,
  standard_error smallint,
  level tinyint,                  -- 1-4 of an ICA; 1-3 of a block: below, near, above the standard
  file_id integer not null,
  line integer not null
);
