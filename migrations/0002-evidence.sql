create table school (
  district_id uuid not null references district,
  school_id uuid not null,
  cds text not null check (cds ~ '^[0-9]{14}$'),
  name text not null check (name <> ''),
  city text,
  charter boolean,
  grade_span text,
  enrolment int,
  latitude double precision,
  longitude double precision,
  primary key (district_id, school_id),
  unique (district_id, cds)
);
comment on table school is 'placement=distributed:district_id. A school of a district, charters it authorised included.';
grant select on school to tandem_app;

create table loaded_file (
  file_id uuid primary key,
  name text not null,
  sha256 text not null unique check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  layout text not null,
  coverage text not null,
  rows bigint not null,
  facts bigint not null,
  suppressed bigint not null,
  notes bigint not null,
  loaded_at timestamptz not null,
  superseded_at timestamptz,
  superseded_by uuid
);
comment on table loaded_file is 'placement=reference. A public file as it was loaded. A later file of the same layout and coverage supersedes it; its cells stay.';
grant select on loaded_file to tandem_app;

create table source (
  source_id uuid primary key,
  file_id uuid not null references loaded_file,
  dataset text not null,
  publisher text not null,
  title text not null,
  school_year int,
  synthetic boolean not null,
  difference text,
  unique (file_id, dataset)
);
comment on table source is 'placement=reference. One published dataset inside a loaded file; difference says why its figures may differ from others of the same measure.';
grant select on source to tandem_app;

create table definition (
  measure_id text not null,
  version int not null,
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  words jsonb not null,
  recorded_at timestamptz not null,
  primary key (measure_id, version)
);
comment on table definition is 'placement=reference. A measure''s definition in the words that were in force when figures were loaded under it.';
grant select on definition to tandem_app;

create table source_measure (
  source_id uuid not null references source,
  measure_id text not null,
  version int not null,
  primary key (source_id, measure_id),
  foreign key (measure_id, version) references definition
);
comment on table source_measure is 'placement=reference. Under which definition a source gives its figures of a measure.';
grant select on source_measure to tandem_app;

create table cell (
  district_id uuid not null references district,
  school_id uuid not null,
  measure_id text not null,
  school_year int not null,
  grade text not null,
  student_group text not null,
  -- No key to source: only a load writes cells, in the transaction that writes their sources, and the check doubled its time.
  source_id uuid not null,
  seen text not null check (seen in ('shown', 'coded', 'suppressed')),
  n int check (n >= 0),
  numerator int check (numerator >= 0),
  value numeric,
  words text,
  primary key (district_id, school_id, measure_id, school_year, grade, student_group, source_id),
  check (case seen when 'shown' then value is not null and words is null else value is null and numerator is null and words is not null end),
  check (numerator <= n or n is null)
);
comment on table cell is 'placement=distributed:district_id. What may be seen of one slice, from one source: a shown figure, or the words of a coded or suppressed one. A school_id of all zeros is the district as a whole.';
grant select on cell to tandem_app;

create table profile_fact (
  district_id uuid not null references district,
  school_id uuid not null,
  school_year int not null,
  factor text not null,
  source_id uuid not null references source,
  value numeric,
  words text,
  primary key (district_id, school_id, school_year, factor, source_id),
  check (value is not null or words is not null)
);
comment on table profile_fact is 'placement=distributed:district_id. A fact about whom a district or school serves, or about its size and money: never an outcome.';
grant select on profile_fact to tandem_app;

create table assistance (
  district_id uuid not null references district,
  school_year int not null,
  student_group text not null,
  source_id uuid not null references source,
  letter text not null check (letter ~ '^[A-K]$'),
  priorities text not null,
  primary key (district_id, school_year, student_group, source_id)
);
comment on table assistance is 'placement=distributed:district_id. A student group that met the state''s criteria for differentiated assistance, with the priorities it failed.';
grant select on assistance to tandem_app;

create table assistance_status (
  district_id uuid not null references district,
  school_year int not null,
  source_id uuid not null references source,
  status text not null,
  primary key (district_id, school_year, source_id)
);
comment on table assistance_status is 'placement=distributed:district_id. The level of state assistance a district was given in a year, in the state''s words.';
grant select on assistance_status to tandem_app;

create table local_indicator (
  district_id uuid not null references district,
  school_id uuid not null,
  school_year int not null,
  priority smallint not null,
  item text not null,
  source_id uuid not null references source,
  rating smallint check (rating between 1 and 5),
  words text,
  primary key (district_id, school_id, school_year, priority, item, source_id),
  check (rating is not null or words is not null)
);
comment on table local_indicator is 'placement=distributed:district_id. A district''s own rating (1 to 5) or account of itself under a state priority; never mixed with measures.';
grant select on local_indicator to tandem_app;

create table similar_district (
  district_id uuid not null references district,
  similar_id uuid not null references district,
  distance double precision not null,
  contributions jsonb not null,
  primary key (district_id, similar_id)
);
comment on table similar_district is 'placement=distributed:district_id. Roll-up made after each load: a district that serves like students, with what each factor adds to the squared distance.';
grant select on similar_district to tandem_app;

create table band (
  district_id uuid not null references district,
  measure_id text not null,
  school_year int not null,
  grade text not null,
  student_group text not null,
  districts int not null,
  lowest numeric not null,
  lower_quartile numeric not null,
  median numeric not null,
  upper_quartile numeric not null,
  highest numeric not null,
  primary key (district_id, measure_id, school_year, grade, student_group)
);
comment on table band is 'placement=distributed:district_id. Roll-up made after each load: how a figure spreads over the districts similar to this one.';
grant select on band to tandem_app;

create table measure_spread (
  measure_id text not null,
  student_group text not null,
  within_variance double precision not null,
  pairs int not null,
  primary key (measure_id, student_group)
);
comment on table measure_spread is 'placement=reference. Roll-up made after each load: the variance of a mean measure between the students of a group, estimated from year-to-year changes of districts.';
grant select on measure_spread to tandem_app;
