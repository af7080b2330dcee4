create table benchmark (
  partnership_id uuid not null,
  benchmark_id uuid not null,
  focus_area text not null,
  measure_id text not null,
  student_group text not null,
  grade text not null,
  wording text not null check (wording <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, benchmark_id),
  unique (partnership_id, measure_id, student_group, grade)
);
comment on table benchmark is 'placement=distributed:partnership_id. A measure and a student group that both districts have promised to move.';
alter table benchmark enable row level security;
create policy benchmark_is_seen_inside on benchmark to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update on benchmark to tandem_app;

create table target_series (
  partnership_id uuid not null,
  benchmark_id uuid not null,
  district_id uuid not null references district,
  version int not null check (version > 0),
  baseline_year int not null,
  baseline_value numeric not null,
  provenance text not null check (provenance in ('agreed', 'proposed', 'placeholder')),
  reason text not null check (reason <> ''),
  plan_goal text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, benchmark_id, district_id, version),
  foreign key (partnership_id, benchmark_id) references benchmark
);
comment on table target_series is 'placement=distributed:partnership_id. One district''s own targets for a benchmark. A change is a new version with its reason; earlier versions stay.';
alter table target_series enable row level security;
create policy target_series_is_seen_inside on target_series to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on target_series to tandem_app;

create table target (
  partnership_id uuid not null,
  benchmark_id uuid not null,
  district_id uuid not null,
  version int not null,
  school_year int not null,
  value numeric not null,
  primary key (partnership_id, benchmark_id, district_id, version, school_year),
  foreign key (partnership_id, benchmark_id, district_id, version) references target_series
);
comment on table target is 'placement=distributed:partnership_id. The value one district means to reach in one school year.';
alter table target enable row level security;
create policy target_is_seen_inside on target to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on target to tandem_app;
