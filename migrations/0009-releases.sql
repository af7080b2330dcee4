create table release_signer (
  partnership_id uuid not null,
  signer_id uuid not null,
  district_id uuid not null references district,
  name text not null check (name <> ''),
  role text not null check (role <> ''),
  public_key text not null check (public_key ~ '^[A-Za-z0-9+/]{43}=$'),
  added_at timestamptz not null,
  added_by uuid not null references person,
  removed_at timestamptz,
  removed_by uuid references person,
  primary key (partnership_id, signer_id),
  check ((removed_at is null) = (removed_by is null))
);
comment on table release_signer is 'placement=distributed:partnership_id. Somebody whose signature a district puts under its releases: the public half of their key. Taken off, their earlier signatures stand.';
create unique index one_signer_of_key on release_signer (partnership_id, public_key) where removed_at is null;
alter table release_signer enable row level security;
create policy release_signer_is_seen_inside on release_signer to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (removed_at, removed_by) on release_signer to tandem_app;

create table push_token (
  partnership_id uuid not null,
  token_id uuid not null,
  district_id uuid not null references district,
  grant_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  made_at timestamptz not null,
  made_by uuid not null references person,
  used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid references person,
  primary key (partnership_id, token_id),
  check ((revoked_at is null) = (revoked_by is null))
);
create unique index one_token_of_hash on push_token (partnership_id, token_hash);
create index push_token_by_hash on push_token (token_hash);
comment on table push_token is 'placement=distributed:partnership_id. A token by which a district''s vault sends releases under one grant without anybody signing in; only its hash is kept.';
alter table push_token enable row level security;
create policy push_token_is_seen_inside on push_token to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (used_at, revoked_at, revoked_by) on push_token to tandem_app;

create table release_arrival (
  partnership_id uuid not null,
  arrival_id uuid not null,
  district_id uuid references district,
  via text not null check (via in ('page', 'push', 'command')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes int not null check (bytes >= 0),
  file bytea,
  state text not null check (state in ('checking', 'accepted', 'held already', 'refused')),
  sentences jsonb not null,
  release_hash text check (release_hash ~ '^[0-9a-f]{64}$'),
  arrived_at timestamptz not null,
  decided_at timestamptz,
  person_id uuid references person,
  token_id uuid,
  primary key (partnership_id, arrival_id),
  check ((state = 'checking') = (decided_at is null)),
  check ((state = 'checking') = (file is not null))
);
comment on table release_arrival is 'placement=distributed:partnership_id. A file that came to the door as a release, and what became of it: while it is checked the file itself, of a refused one only its hash and why.';
alter table release_arrival enable row level security;
create policy release_arrival_is_seen_inside on release_arrival to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (file, state, sentences, release_hash, decided_at) on release_arrival to tandem_app;

create table release (
  partnership_id uuid not null,
  release_hash text not null check (release_hash ~ '^[0-9a-f]{64}$'),
  district_id uuid not null references district,
  grant_id uuid not null,
  sequence int not null check (sequence > 0),
  supersedes text check (supersedes ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  embargo_until date,
  signed_by jsonb not null,
  certificate jsonb not null,
  file bytea not null,
  accepted_at timestamptz not null,
  primary key (partnership_id, release_hash),
  unique (partnership_id, district_id, sequence)
);
comment on table release is 'placement=distributed:partnership_id. A release that the door accepted: the signed file itself, and what is asked of it often. A later one may take its place; it stays.';
alter table release enable row level security;
create policy release_is_seen_inside on release to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on release to tandem_app;

create table released_table (
  partnership_id uuid not null,
  release_hash text not null,
  measure_id text not null,
  school_year int not null,
  definition_hash text not null check (definition_hash ~ '^[0-9a-f]{64}$'),
  primary key (partnership_id, release_hash, measure_id, school_year),
  foreign key (partnership_id, release_hash) references release
);
comment on table released_table is 'placement=distributed:partnership_id. That a release holds a measure of a school year, and under which definition. Of several releases that do, the newest that may be seen speaks alone.';
alter table released_table enable row level security;
create policy released_table_is_seen_inside on released_table to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on released_table to tandem_app;

create table released_cell (
  partnership_id uuid not null,
  release_hash text not null,
  measure_id text not null,
  school_year int not null,
  grade text not null,
  student_group text not null,
  place text not null check (place ~ '^[0-9]{14}$'),
  seen text not null check (seen in ('shown', 'coded', 'suppressed')),
  n int check (n >= 0),
  numerator int check (numerator >= 0 and numerator <= n),
  value numeric,
  coded_from smallint,
  coded_to smallint,
  reason text,
  primary key (partnership_id, measure_id, school_year, student_group, grade, place, release_hash),
  foreign key (partnership_id, release_hash, measure_id, school_year) references released_table,
  check ((seen = 'shown') = (value is not null)),
  check ((seen = 'coded') = (coded_from is not null and coded_to is not null)),
  check ((seen = 'suppressed') = (reason is not null)),
  check (seen <> 'suppressed' or (n is null and numerator is null))
);
comment on table released_cell is 'placement=distributed:partnership_id. What a release lets be seen of one slice of a district or of one of its schools. Never mixed with public cells: it is read through the live grants only.';
alter table released_cell enable row level security;
create policy released_cell_is_seen_inside on released_cell to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on released_cell to tandem_app;
