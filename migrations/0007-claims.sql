create table claim (
  partnership_id uuid not null,
  claim_id uuid not null,
  registration text not null check (registration <> ''),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  registered_at timestamptz not null,
  registered_by uuid not null references person,
  primary key (partnership_id, claim_id)
);
comment on table claim is 'placement=distributed:partnership_id. A question about the pace of change as it was registered: canonical JSON and the SHA-256 over it. A row is only ever added; a correction is another claim that names this one.';
alter table claim enable row level security;
create policy claim_is_seen_inside on claim to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on claim to tandem_app;

create table claim_estimate (
  partnership_id uuid not null,
  estimate_id uuid not null,
  claim_id uuid not null,
  claim_hash text not null check (claim_hash ~ '^[0-9a-f]{64}$'),
  data_hash text not null check (data_hash ~ '^[0-9a-f]{64}$'),
  software text not null check (software <> ''),
  panel jsonb not null,
  result jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, estimate_id),
  unique (partnership_id, claim_id, data_hash, software),
  foreign key (partnership_id, claim_id) references claim
);
comment on table claim_estimate is 'placement=distributed:partnership_id. What one claim''s estimators found on one state of the data by one version of the program: the figures they read, their SHA-256, and the result. New data or a new version adds a row; earlier ones stay.';
alter table claim_estimate enable row level security;
create policy claim_estimate_is_seen_inside on claim_estimate to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on claim_estimate to tandem_app;

create table initiative (
  partnership_id uuid not null,
  initiative_id uuid not null,
  name text not null check (name <> ''),
  from_year int not null,
  to_year int check (to_year >= from_year),
  statewide boolean not null,
  district_ids uuid[] not null,
  words text not null check (words <> ''),
  source text not null check (source <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, initiative_id),
  check (statewide or cardinality(district_ids) > 0)
);
comment on table initiative is 'placement=distributed:partnership_id. Another reform that ran beside the partnership, from a year to a year or still, in some of its districts or in the whole state: whatever changed may be its doing.';
alter table initiative enable row level security;
create policy initiative_is_seen_inside on initiative to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (to_year) on initiative to tandem_app;
