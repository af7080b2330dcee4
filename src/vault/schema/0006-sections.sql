-- Sections of courses, which the rows of students in them refer to.

-- A row is a section of a course in a school year (CRSC).
create table course_section (
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  local_course varchar not null,  -- 9.08
  section varchar not null,       -- 9.14
  term varchar,                   -- 10.15 where the file says it
  state_course varchar,           -- 9.07
  level varchar,                  -- 9.19
  ap_ib varchar,                  -- 9.32
  college_credit boolean,         -- 9.19 says college credit, or 9.12 articulated
  uc_csu varchar,
  file_id integer not null,
  line integer not null
);
