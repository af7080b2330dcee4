create table kept_evidence (
  partnership_id uuid not null,
  evidence_id uuid not null,
  district_id uuid not null references district,
  measure_id text not null,
  student_group text not null,
  school_year int,
  status text not null check (status in ('strength', 'need', 'as expected', 'too few students', 'not reported', 'not judged')),
  synthetic boolean not null,
  definition_version int not null,
  definition_hash text not null check (definition_hash ~ '^[0-9a-f]{64}$'),
  source_ids uuid[] not null,
  value double precision,
  n int check (n >= 0),
  expected double precision,
  effect double precision,
  low double precision,
  high double precision,
  practical double precision,
  judgement text check (judgement in ('better', 'worse', 'as expected')),
  per_year double precision,
  expected_per_year double precision,
  progress_effect double precision,
  progress_low double precision,
  progress_high double precision,
  progress_practical double precision,
  progress_judgement text check (progress_judgement in ('better', 'worse', 'as expected')),
  first_year int,
  last_year int,
  kept_at timestamptz not null,
  primary key (partnership_id, evidence_id),
  check (num_nulls(expected, effect, low, high, practical, judgement) in (0, 6)),
  check (value is not null or expected is null),
  check (num_nulls(per_year, expected_per_year, progress_effect, progress_low, progress_high, progress_practical, progress_judgement, first_year, last_year) in (0, 9))
);
comment on table kept_evidence is 'placement=distributed:partnership_id. What the grid of needs and strengths said of one district, measure and group when somebody acted on it: kept as it was, whatever the figures say today.';
alter table kept_evidence enable row level security;
create policy kept_evidence_is_seen_inside on kept_evidence to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on kept_evidence to tandem_app;

create table need (
  partnership_id uuid not null,
  need_id uuid not null,
  district_id uuid not null references district,
  measure_id text not null,
  student_group text not null,
  is_open boolean not null,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, need_id)
);
comment on table need is 'placement=distributed:partnership_id. A need that somebody of a district has confirmed: one measure and student group. At most one of a district, measure and group is open.';
create unique index one_open_need on need (partnership_id, district_id, measure_id, student_group) where is_open;
alter table need enable row level security;
create policy need_is_seen_inside on need to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (is_open, version) on need to tandem_app;

create table need_version (
  partnership_id uuid not null,
  need_id uuid not null,
  version int not null check (version > 0),
  step text not null check (step in ('confirmed', 'changed', 'closed', 'reopened')),
  wording text not null check (wording <> ''),
  focus_area text not null,
  owner_id uuid not null references person,
  evidence_id uuid,
  reason text,
  words text,
  merged_into uuid,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, need_id, version),
  foreign key (partnership_id, need_id) references need,
  foreign key (partnership_id, evidence_id) references kept_evidence,
  foreign key (partnership_id, merged_into) references need,
  check ((step in ('confirmed', 'reopened')) = (evidence_id is not null)),
  check (step <> 'closed' or reason is not null),
  check (merged_into is null or step = 'closed')
);
comment on table need_version is 'placement=distributed:partnership_id. A need as it was worded and owned from one moment to the next change; reason is one of a closed list, words are the person''s own. Earlier versions stay.';
alter table need_version enable row level security;
create policy need_version_is_seen_inside on need_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on need_version to tandem_app;

create table comparison_note (
  partnership_id uuid not null,
  note_id uuid not null,
  district_id uuid not null references district,
  measure_id text,
  student_group text,
  similar_id uuid references district,
  reason text not null check (reason <> ''),
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (partnership_id, note_id),
  check ((measure_id is null) = (student_group is null)),
  check ((measure_id is null) <> (similar_id is null))
);
comment on table comparison_note is 'placement=distributed:partnership_id. Why somebody calls a comparison of a district unfair: of one measure and group, or with one district that is called similar. Only withdrawn, never taken away.';
alter table comparison_note enable row level security;
create policy comparison_note_is_seen_inside on comparison_note to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at) on comparison_note to tandem_app;

create table capacity (
  partnership_id uuid not null,
  district_id uuid not null references district,
  focus_area text not null,
  school_year int not null,
  term text not null check (term in ('fall', 'spring')),
  version int not null check (version > 0),
  visits int not null check (visits >= 0),
  hours int not null check (hours >= 0),
  person_id uuid references person,
  contact_name text,
  contact_email text,
  until date not null,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, district_id, focus_area, school_year, term, version),
  check ((person_id is null) = (contact_email is not null)),
  check ((contact_name is null) = (contact_email is null))
);
comment on table capacity is 'placement=distributed:partnership_id. What a district offers to give in one focus area and term: visits it can host, hours for calls, the person to ask, until when. A change is a new version; earlier versions stay.';
alter table capacity enable row level security;
create policy capacity_is_seen_inside on capacity to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on capacity to tandem_app;

create table ask (
  partnership_id uuid not null,
  ask_id uuid not null,
  need_id uuid not null,
  district_id uuid not null references district,
  focus_area text not null,
  school_year int not null,
  term text not null check (term in ('fall', 'spring')),
  kind text not null check (kind in ('visit', 'call')),
  hours int not null check (hours >= 0),
  words text not null check (words <> ''),
  person_id uuid references person,
  to_name text not null check (to_name <> ''),
  to_email text not null,
  evidence_id uuid not null,
  state text not null check (state in ('asked', 'accepted', 'declined', 'withdrawn')),
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, ask_id),
  foreign key (partnership_id, need_id) references need,
  foreign key (partnership_id, evidence_id) references kept_evidence,
  check ((kind = 'call') = (hours > 0))
);
comment on table ask is 'placement=distributed:partnership_id. What one district asks of another for a need: a visit, or hours of calls, in one term, of a named person, with the strength for which they are asked.';
create unique index one_unanswered_ask on ask (partnership_id, need_id, district_id) where state = 'asked';
create index ask_on_capacity on ask (partnership_id, district_id, focus_area, school_year, term);
alter table ask enable row level security;
create policy ask_is_seen_inside on ask to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (state, version) on ask to tandem_app;

create table ask_answer (
  partnership_id uuid not null,
  ask_id uuid not null,
  version int not null check (version > 1),
  state text not null check (state in ('accepted', 'declined', 'withdrawn')),
  reason text,
  words text,
  proposed_on date,
  suggested_id uuid references person,
  suggested_name text,
  suggested_email text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, ask_id, version),
  foreign key (partnership_id, ask_id) references ask,
  check ((state = 'declined') = (reason is not null)),
  check (proposed_on is null or state = 'accepted'),
  check ((suggested_name is null) = (suggested_email is null)),
  check (suggested_name is null or state = 'declined')
);
comment on table ask_answer is 'placement=distributed:partnership_id. How an ask was answered or withdrawn: a date or words, or the reason and, where the wrong person was asked, whom to ask.';
alter table ask_answer enable row level security;
create policy ask_answer_is_seen_inside on ask_answer to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on ask_answer to tandem_app;
