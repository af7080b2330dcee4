-- Who was in which class, of rosters that have neither the state's course codes nor marks. Apart from student_course,
-- of which measures count: a course without its code would count as one that nobody took.

-- A row is a student's time in a class (OneRoster); homerooms are none.
create table class_membership (
  student_id integer not null,
  school_year smallint not null,
  district_cds varchar not null,
  school_cds varchar not null,
  local_course varchar not null,
  section varchar not null,
  title varchar,                  -- of the course
  term varchar,                   -- FY S1 S2 T1 … Q1 …
  start_date date not null,
  end_date date,                  -- inclusive; null: to the end of the term
  file_id integer not null,
  line integer not null
);
