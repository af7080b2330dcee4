create table practice (
  partnership_id uuid not null,
  practice_id uuid not null,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, practice_id)
);
comment on table practice is 'placement=distributed:partnership_id. Something that a district does and another may take up; what it is stands in its versions.';
alter table practice enable row level security;
create policy practice_is_seen_inside on practice to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on practice to tandem_app;

-- No index of the words: row-level security lets none be used for a search, and a library has hundreds of practices, not thousands.
create table practice_version (
  partnership_id uuid not null,
  practice_id uuid not null,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  done text not null check (done <> ''),
  focus_area text not null,
  strategy text not null,
  measure_id text not null,
  student_groups text[] not null check (cardinality(student_groups) between 1 and 3),
  grades text[] not null check (cardinality(grades) > 0),
  hours text,
  people text,
  materials text,
  link text,
  district_id uuid references district,
  need_id uuid,
  engagement_id uuid,
  claim_id uuid,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  search tsvector not null generated always as (
    setweight(to_tsvector('english', name), 'A')
    || setweight(to_tsvector('english', done), 'B')
    || setweight(to_tsvector('english', coalesce(hours, '') || ' ' || coalesce(people, '') || ' ' || coalesce(materials, '')), 'C')
  ) stored,
  primary key (partnership_id, practice_id, version),
  foreign key (partnership_id, practice_id) references practice,
  foreign key (partnership_id, need_id) references need,
  foreign key (partnership_id, engagement_id) references engagement,
  foreign key (partnership_id, claim_id) references claim,
  check ((version = 1) = (words is null))
);
comment on table practice_version is 'placement=distributed:partnership_id. A practice as it was described from one change to the next: what is done, for whom, what it takes, what it came from; words say why it changed. district_id is where it was begun, none for what both learned elsewhere. Earlier versions stay.';
alter table practice_version enable row level security;
create policy practice_version_is_seen_inside on practice_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on practice_version to tandem_app;

create table study (
  partnership_id uuid not null,
  study_id uuid not null,
  practice_id uuid not null,
  citation text not null check (citation <> ''),
  link text,
  design text not null check (design in (
    'randomised trial', 'regression discontinuity', 'matched comparison', 'correlational', 'rationale'
  )),
  students int check (students >= 0),
  groups_of_ten int check (groups_of_ten >= 0),
  districts int check (districts >= 0),
  schools int check (schools >= 0),
  favourable boolean not null,
  unfavourable boolean not null,
  attrition text check (attrition in ('low', 'high')),
  baseline_shown boolean not null,
  same_population boolean not null,
  same_setting boolean not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  primary key (partnership_id, study_id),
  foreign key (partnership_id, practice_id) references practice,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (design <> 'rationale' or not (favourable or unfavourable))
);
comment on table study is 'placement=distributed:partnership_id. A study of a practice by what its evidence tier is derived from: its design, size, effect, and whom and where it was about beside our own students and schools. Only withdrawn, never taken away.';
alter table study enable row level security;
create policy study_is_seen_inside on study to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at, withdrawn_by) on study to tandem_app;

create table adoption (
  partnership_id uuid not null,
  adoption_id uuid not null,
  practice_id uuid not null,
  practice_version int not null,
  from_adoption_id uuid,
  district_id uuid not null references district,
  setting text not null,
  schools int check (schools > 0),
  since date not null,
  engagement_id uuid,
  changes text[] not null,
  changed text,
  why text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  search tsvector not null generated always as (
    to_tsvector('english', coalesce(changed, '') || ' ' || coalesce(why, ''))
  ) stored,
  primary key (partnership_id, adoption_id),
  foreign key (partnership_id, practice_id, practice_version) references practice_version,
  foreign key (partnership_id, from_adoption_id) references adoption,
  foreign key (partnership_id, engagement_id) references engagement,
  check ((cardinality(changes) = 0) = (changed is null)),
  check ((changed is null) = (why is null)),
  check (from_adoption_id <> adoption_id)
);
comment on table adoption is 'placement=distributed:partnership_id. A district, or so many of its schools, takes up a version of a practice since a day, as it is or changed; from_adoption_id is whose way of doing it was taken up. Schools are counted, never named. A row is only ever added.';
alter table adoption enable row level security;
create policy adoption_is_seen_inside on adoption to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on adoption to tandem_app;

create table adoption_result (
  partnership_id uuid not null,
  adoption_id uuid not null,
  result_number int not null check (result_number > 0),
  result text not null check (result in ('works', 'too early', 'did not work', 'entered by mistake')),
  student_group text,
  setting text,
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  search tsvector not null generated always as (to_tsvector('english', coalesce(words, ''))) stored,
  primary key (partnership_id, adoption_id, result_number),
  foreign key (partnership_id, adoption_id) references adoption,
  check ((result = 'did not work') = (reason is not null)),
  check ((result = 'did not work') = (student_group is not null)),
  check ((result = 'did not work') = (setting is not null))
);
comment on table adoption_result is 'placement=distributed:partnership_id. What a district said came of taking up a practice; of what did not work for whom, where, and why by a closed list. The newest counts, earlier ones stay.';
alter table adoption_result enable row level security;
create policy adoption_result_is_seen_inside on adoption_result to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on adoption_result to tandem_app;
