create table funding_source (
  partnership_id uuid not null,
  source_id uuid not null,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, source_id)
);
comment on table funding_source is 'placement=distributed:partnership_id. Money that pays for work of the partnership; what it is called and how much it is stands in its versions.';
alter table funding_source enable row level security;
create policy funding_source_is_seen_inside on funding_source to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on funding_source to tandem_app;

create table funding_source_version (
  partnership_id uuid not null,
  source_id uuid not null,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  kind text not null check (kind in ('state categorical', 'state general', 'federal title', 'grant', 'foundation', 'district general', 'other')),
  district_id uuid references district,
  resource_code text check (resource_code ~ '^[0-9]{4}$'),
  restricted boolean not null,
  from_day date not null,
  until_day date not null,
  amount_cents bigint not null check (amount_cents >= 0),
  words text,
  reason text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, source_id, version),
  foreign key (partnership_id, source_id) references funding_source,
  check (from_day <= until_day),
  check ((version = 1) = (reason is null))
);
comment on table funding_source_version is 'placement=distributed:partnership_id. A funding source as it stood from one change to the next; no district is both. resource_code is the four digits of the state''s account code. Earlier versions stay.';
alter table funding_source_version enable row level security;
create policy funding_source_version_is_seen_inside on funding_source_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on funding_source_version to tandem_app;

create table flexibility (
  partnership_id uuid not null,
  flexibility_id uuid not null,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, flexibility_id)
);
comment on table flexibility is 'placement=distributed:partnership_id. A rule that was asked to be waived so that money can be used otherwise; what it says stands in its versions.';
alter table flexibility enable row level security;
create policy flexibility_is_seen_inside on flexibility to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on flexibility to tandem_app;

create table flexibility_version (
  partnership_id uuid not null,
  flexibility_id uuid not null,
  version int not null check (version > 0),
  title text not null check (title <> ''),
  district_id uuid references district,
  rule_words text not null check (rule_words <> ''),
  rule_citation text not null check (rule_citation <> ''),
  authority text not null check (authority in ('state board waiver', 'statute', 'federal waiver', 'local board', 'grant terms', 'other')),
  authority_words text,
  decision text not null check (decision in ('requested', 'granted', 'denied', 'withdrawn')),
  requested_on date not null,
  decided_on date,
  from_day date not null,
  until_day date not null,
  freed_cents bigint not null check (freed_cents >= 0),
  from_source_id uuid,
  to_source_id uuid,
  use_words text not null check (use_words <> ''),
  reason text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, flexibility_id, version),
  foreign key (partnership_id, flexibility_id) references flexibility,
  foreign key (partnership_id, from_source_id) references funding_source, foreign key (partnership_id, to_source_id) references funding_source,
  check (from_day <= until_day),
  check ((decision = 'requested') = (decided_on is null)),
  check (authority <> 'other' or authority_words is not null),
  check ((version = 1) = (reason is null))
);
comment on table flexibility_version is 'placement=distributed:partnership_id. A flexibility from one change to the next: the rule, who may waive it, what was decided, the money it freed and where it went; no district is both. Whether it is in force follows from its days. Earlier versions stay.';
alter table flexibility_version enable row level security;
create policy flexibility_version_is_seen_inside on flexibility_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on flexibility_version to tandem_app;

create table flexibility_engagement (
  partnership_id uuid not null,
  flexibility_id uuid not null,
  version int not null,
  engagement_id uuid not null,
  primary key (partnership_id, flexibility_id, version, engagement_id),
  foreign key (partnership_id, flexibility_id, version) references flexibility_version,
  foreign key (partnership_id, engagement_id) references engagement
);
comment on table flexibility_engagement is 'placement=distributed:partnership_id. Work that a version of a flexibility pays for.';
alter table flexibility_engagement enable row level security;
create policy flexibility_engagement_is_seen_inside on flexibility_engagement to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on flexibility_engagement to tandem_app;

create table flexibility_benchmark (
  partnership_id uuid not null,
  flexibility_id uuid not null,
  version int not null,
  benchmark_id uuid not null,
  primary key (partnership_id, flexibility_id, version, benchmark_id),
  foreign key (partnership_id, flexibility_id, version) references flexibility_version,
  foreign key (partnership_id, benchmark_id) references benchmark
);
comment on table flexibility_benchmark is 'placement=distributed:partnership_id. A benchmark that a version of a flexibility is meant to move.';
alter table flexibility_benchmark enable row level security;
create policy flexibility_benchmark_is_seen_inside on flexibility_benchmark to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on flexibility_benchmark to tandem_app;

create table condition (
  partnership_id uuid not null,
  condition_id uuid not null,
  flexibility_id uuid,
  source_id uuid,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, condition_id),
  foreign key (partnership_id, flexibility_id) references flexibility,
  foreign key (partnership_id, source_id) references funding_source,
  check ((flexibility_id is null) <> (source_id is null))
);
comment on table condition is 'placement=distributed:partnership_id. Something that must come true for a flexibility to stand or for money to be kept; what it asks stands in its versions.';
alter table condition enable row level security;
create policy condition_is_seen_inside on condition to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on condition to tandem_app;

create table condition_version (
  partnership_id uuid not null,
  condition_id uuid not null,
  version int not null check (version > 0),
  kind text not null check (kind in ('target reached', 'pace on track', 'report sent', 'spend at least', 'spend at most')),
  due_on date not null,
  benchmark_id uuid,
  district_id uuid references district,
  school_year int,
  baseline_year int,
  baseline_value numeric,
  target_year int,
  target_value numeric,
  amount_cents bigint check (amount_cents > 0),
  engagement_id uuid,
  first_object text check (first_object ~ '^[0-9]{4}$'),
  last_object text check (last_object ~ '^[0-9]{4}$'),
  sent_on date,
  is_dropped boolean not null,
  words text,
  reason text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, condition_id, version),
  foreign key (partnership_id, condition_id) references condition,
  foreign key (partnership_id, benchmark_id) references benchmark,
  foreign key (partnership_id, engagement_id) references engagement,
  check ((kind in ('target reached', 'pace on track')) = (benchmark_id is not null)),
  check (num_nulls(benchmark_id, district_id, school_year, baseline_year, baseline_value, target_year, target_value) in (0, 7)),
  check ((kind in ('spend at least', 'spend at most')) = (amount_cents is not null)),
  check ((first_object is null) = (last_object is null)),
  check (sent_on is null or kind = 'report sent'),
  check ((version = 1) = (reason is null))
);
comment on table condition_version is 'placement=distributed:partnership_id. A condition from one change to the next. The target it asks for is kept as it stood when the condition was written: a district that lowers its target does not lower the condition. Earlier versions stay.';
alter table condition_version enable row level security;
create policy condition_version_is_seen_inside on condition_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on condition_version to tandem_app;

create table ledger_import (
  partnership_id uuid not null,
  import_id uuid not null,
  district_id uuid not null references district,
  holds text not null check (holds in ('spending', 'budget')),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int not null check (bytes >= 0),
  file bytea,
  state text not null check (state in ('waiting', 'applied', 'superseded', 'discarded')),
  version int not null check (version > 0),
  mapping jsonb,
  from_day date,
  until_day date,
  lines int check (lines >= 0),
  total_cents bigint,
  left_out int check (left_out >= 0),
  replaces uuid,
  made_at timestamptz not null,
  made_by uuid not null references person,
  decided_at timestamptz,
  decided_by uuid references person,
  primary key (partnership_id, import_id),
  foreign key (partnership_id, replaces) references ledger_import,
  check (from_day <= until_day),
  check ((state = 'waiting') = (file is not null)),
  check (state not in ('applied', 'superseded') or (mapping is not null and from_day is not null and until_day is not null and lines is not null and total_cents is not null)),
  check ((state = 'waiting') = (decided_at is null))
);
comment on table ledger_import is 'placement=distributed:partnership_id. An export of a district''s ledger that was handed in. The file itself is kept only until it is applied or set aside; replaces is the file of the same period that this one corrects.';
create unique index one_applied_ledger_file on ledger_import (partnership_id, district_id, holds, sha256) where state = 'applied';
alter table ledger_import enable row level security;
create policy ledger_import_is_seen_inside on ledger_import to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (file, state, version, mapping, from_day, until_day, lines, total_cents, left_out, replaces, decided_at, decided_by) on ledger_import to tandem_app;

create table resource_line (
  partnership_id uuid not null,
  import_id uuid not null,
  line int not null check (line > 0),
  day date not null,
  description text not null,
  reference text not null,
  resource_code text not null,
  object_code text not null,
  amount_cents bigint not null,
  primary key (partnership_id, import_id, line),
  foreign key (partnership_id, import_id) references ledger_import
);
comment on table resource_line is 'placement=distributed:partnership_id. A line of a ledger export as it was applied: line is its place in the file, cents above zero are spent or budgeted, below zero given back. What it pays for follows from the rules. Lines of a superseded file stay.';
alter table resource_line enable row level security;
create policy resource_line_is_seen_inside on resource_line to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on resource_line to tandem_app;

create table ledger_rule (
  partnership_id uuid not null,
  rule_id uuid not null,
  district_id uuid not null references district,
  resource_code text check (resource_code ~ '^[0-9]{4}$'),
  first_object text check (first_object ~ '^[0-9]{4}$'),
  last_object text check (last_object ~ '^[0-9]{4}$'),
  holds_text text check (holds_text <> ''),
  source_id uuid,
  flexibility_id uuid,
  engagement_id uuid,
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  primary key (partnership_id, rule_id),
  foreign key (partnership_id, source_id) references funding_source, foreign key (partnership_id, flexibility_id) references flexibility,
  foreign key (partnership_id, engagement_id) references engagement,
  check ((first_object is null) = (last_object is null)),
  check (num_nonnulls(resource_code, first_object, holds_text) > 0),
  check (num_nonnulls(source_id, flexibility_id, engagement_id) > 0)
);
comment on table ledger_rule is 'placement=distributed:partnership_id. Which lines of a district''s ledger belong to a funding source, a flexibility or a piece of work. Only withdrawn, never taken away.';
alter table ledger_rule enable row level security;
create policy ledger_rule_is_seen_inside on ledger_rule to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at, withdrawn_by) on ledger_rule to tandem_app;

create table in_kind (
  partnership_id uuid not null,
  in_kind_id uuid not null,
  district_id uuid not null references district,
  engagement_id uuid,
  kind text not null check (kind in ('room', 'materials', 'travel', 'other')),
  day date not null,
  description text not null check (description <> ''),
  value_cents bigint check (value_cents >= 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (partnership_id, in_kind_id),
  foreign key (partnership_id, engagement_id) references engagement
);
comment on table in_kind is 'placement=distributed:partnership_id. What a district gave that is no money and no hours. It informs, and is never billed. Only withdrawn, never taken away.';
alter table in_kind enable row level security;
create policy in_kind_is_seen_inside on in_kind to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at) on in_kind to tandem_app;

create table hour_rate (
  partnership_id uuid not null,
  district_id uuid not null references district,
  version int not null check (version > 0),
  cents_per_hour bigint check (cents_per_hour > 0),
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, district_id, version)
);
comment on table hour_rate is 'placement=distributed:partnership_id. What a district says an hour of its people is worth in its own account of what it gave, and why; none is: not valued. A change is a new version.';
alter table hour_rate enable row level security;
create policy hour_rate_is_seen_inside on hour_rate to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on hour_rate to tandem_app;
