create table district_profile (
  district_id uuid primary key references district,
  school_year int not null,
  students int not null check (students > 0),
  own_students int check (own_students > 0),
  own_year int,
  factors jsonb not null,
  check (num_nulls(own_students, own_year) in (0, 2))
);
comment on table district_profile is 'placement=distributed:district_id. Roll-up made after each load: whom a district serves, by the factors that districts are compared on; a factor that is not known is absent. students counts everybody enrolled at some time in the year, charter schools included; own_students those outside charter schools on census day, where a loaded file says so.';
grant select on district_profile to tandem_app;

create table profile_space (
  school_year int primary key,
  districts int not null,
  caliper double precision not null,
  space jsonb not null
);
comment on table profile_space is 'placement=reference. Roll-up made after each load, one row: how profiles were compared (mean, deviation and shrunk covariance of the factors) and the largest distance that is called similar.';
grant select on profile_space to tandem_app;

create table expectation (
  measure_id text not null,
  student_group text not null,
  kind text not null check (kind in ('level', 'progress')),
  school_year int not null,
  years int[] not null,
  districts int not null,
  overdispersion double precision not null,
  deviation double precision not null,
  practical double precision not null,
  model jsonb not null,
  primary key (measure_id, student_group, kind)
);
comment on table expectation is 'placement=reference. Roll-up made after each load: the level in a school year, or the yearly progress over years, that a district with a given profile is expected to have; learned from all districts (Fay-Herriot). practical is the smallest difference that is called better or worse.';
grant select on expectation to tandem_app;
