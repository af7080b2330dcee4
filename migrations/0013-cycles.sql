create table cycle (
  partnership_id uuid not null,
  cycle_id uuid not null,
  engagement_id uuid not null,
  district_id uuid not null references district,
  follows_id uuid,
  change_kind text not null,
  idea text not null check (idea <> ''),
  measure_id text not null,
  student_group text not null,
  prediction text not null check (prediction in ('rises', 'falls', 'stays')),
  amount numeric check (amount > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, cycle_id),
  foreign key (partnership_id, engagement_id) references engagement,
  foreign key (partnership_id, follows_id) references cycle,
  check ((prediction = 'stays') = (amount is null))
);
comment on table cycle is 'placement=distributed:partnership_id. A change that is tested in small: the idea, and what was predicted before anybody saw a result. It is never reworded; what is learned leads to a cycle that follows it. district_id planned it.';
create index cycle_of_engagement on cycle (partnership_id, engagement_id);
alter table cycle enable row level security;
create policy cycle_is_seen_inside on cycle to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on cycle to tandem_app;

create table cycle_side (
  partnership_id uuid not null,
  cycle_id uuid not null,
  district_id uuid not null references district,
  version int not null check (version > 0),
  step text not null check (step in ('joined', 'moved', 'handed over')),
  schools int not null check (schools > 0),
  school_names text,
  names_shared boolean not null,
  leader_id uuid references person,
  leader_name text not null check (leader_name <> ''),
  leader_email text not null,
  starts_on date not null,
  study_on date not null,
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, cycle_id, district_id, version),
  foreign key (partnership_id, cycle_id) references cycle,
  check (starts_on <= study_on),
  check ((step = 'joined') = (reason is null)),
  check (school_names is not null or not names_shared)
);
comment on table cycle_side is 'placement=distributed:partnership_id. One district tests the change of a cycle: in how many schools, who leads it, from when, and when it is studied. A moved day, and another leader, is a new version with its reason. Schools are named to the other districts only where names_shared.';
alter table cycle_side enable row level security;
create policy cycle_side_is_seen_inside on cycle_side to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on cycle_side to tandem_app;

create table cycle_log (
  partnership_id uuid not null,
  cycle_id uuid not null,
  district_id uuid not null references district,
  entry int not null check (entry > 0),
  step text not null check (step in ('do', 'study', 'act')),
  done text check (done in ('as planned', 'partly', 'not done')),
  counted text,
  numerator int check (numerator >= 0 and numerator <= n),
  n int check (n >= 11),
  too_few boolean,
  figures jsonb,
  act text check (act in ('adopt', 'adapt', 'abandon')),
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid references person,
  by_link uuid,
  primary key (partnership_id, cycle_id, district_id, entry),
  foreign key (partnership_id, cycle_id) references cycle,
  foreign key (partnership_id, by_link) references signed_link,
  check ((step = 'do') = (done is not null)),
  check ((step = 'study') = (too_few is not null)),
  check ((step = 'study') = (figures is not null)),
  check ((step = 'act') = (act is not null)),
  check ((act is null) = (reason is null)),
  check ((numerator is null) = (n is null)),
  check (not too_few or n is null),
  check ((made_by is null) <> (by_link is null))
);
comment on table cycle_log is 'placement=distributed:partnership_id. A step of a test as one district logged it: what was done, what was seen and learned (words), what follows. Of each step the newest entry counts; earlier ones stay. Counts of fewer than 11 students are not kept at all. by_link is somebody without account.';
alter table cycle_log enable row level security;
create policy cycle_log_is_seen_inside on cycle_log to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on cycle_log to tandem_app;

create table cycle_prompt (
  partnership_id uuid not null,
  cycle_id uuid not null,
  district_id uuid not null references district,
  study_on date not null,
  kind text not null check (kind in ('due', 'late')),
  made_at timestamptz not null,
  primary key (partnership_id, cycle_id, district_id, study_on, kind),
  foreign key (partnership_id, cycle_id) references cycle
);
comment on table cycle_prompt is 'placement=distributed:partnership_id. That the leader of a test was asked by mail to study it: on its day, and once more when it was late.';
alter table cycle_prompt enable row level security;
create policy cycle_prompt_is_seen_inside on cycle_prompt to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on cycle_prompt to tandem_app;
