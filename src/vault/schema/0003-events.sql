-- What happened in a school year: attendance, incidents, courses, exams, college; and the staff.

-- A row is a student's year at one school (STAS). Days may be fractions.
create table attendance (
  student_id integer not null,
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  expected_days decimal(6, 2),                      -- 13.15
  attended_days decimal(6, 2),                      -- 13.16
  out_of_school_suspension_days decimal(6, 2),      -- 13.17
  in_school_suspension_days decimal(6, 2),          -- 13.18
  excused_days decimal(6, 2),                       -- 13.19
  unexcused_days decimal(6, 2),                     -- 13.20
  incomplete_independent_study_days decimal(6, 2),  -- 13.21
  exempt boolean not null,                          -- 13.13
  file_id integer not null,
  line integer not null
);

-- A row is an incident at a school (SINC).
create table incident (
  incident_id integer not null,
  local_id varchar not null,      -- 18.13, the school's own number
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  occurred_on date,
  file_id integer not null,
  line integer not null
);

-- A row is what followed for one student (SIRS).
create table incident_student (
  incident_id integer not null,
  student_id integer not null,
  result varchar,                 -- 19.14: 100 suspension, 110 in-school suspension, 200 expulsion, 300 other …
  days decimal(6, 2),             -- 19.16
  file_id integer not null,
  line integer not null
);

-- A row is an offence of one student in an incident (SOFF).
create table offence (
  incident_id integer not null,
  student_id integer not null,
  code varchar not null,          -- 20.14
  file_id integer not null,
  line integer not null
);

-- A row is a course that a student took in a term (SCSC, with its section from CRSC).
create table student_course (
  student_id integer not null,
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  term varchar,                   -- 10.15: FY, S1, S2, T1 …
  state_course varchar,           -- 9.07, four digits
  local_course varchar,           -- 9.08
  level varchar,                  -- 9.19
  uc_csu varchar,                 -- 10.19: A … G
  ap_ib varchar,                  -- 9.32
  college_credit boolean,         -- taught for college credit
  cte_pathway varchar,            -- three digits
  capstone boolean,
  credits_attempted decimal(6, 3), -- 10.16
  credits_earned decimal(6, 3),   -- 10.17
  mark varchar,                   -- 10.18: A+ … F, P, NP …
  file_id integer not null,
  line integer not null
);

-- A row is an exam of a college board: AP 1-5, IB 1-7.
create table exam (
  student_id integer not null,
  school_year smallint not null,
  kind varchar not null,          -- AP, IB
  subject varchar not null,
  score tinyint,
  file_id integer not null,
  line integer not null
);

-- A row is an enrolment in a college, found by the National Student Clearinghouse or another match.
create table college_enrolment (
  student_id integer not null,
  from_date date not null,
  file_id integer not null,
  line integer not null
);

-- A row is a member of staff (SDEM).
create table staff (
  staff_id integer not null,
  seid varchar,                   -- ten digits, kept over districts and years
  local_id varchar,
  district_cds varchar not null,
  file_id integer not null,
  line integer not null
);

-- A row is a job of a member of staff on census day (SASS).
create table staff_assignment (
  staff_id integer not null,
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  job_class varchar not null,     -- 8.13: 12 teacher, 10 administrator …
  assignment varchar,             -- 0301 principal, 0302 vice principal …
  fte decimal(7, 4),              -- 8.14, percent
  file_id integer not null,
  line integer not null
);
