create table agreement (
  partnership_id uuid not null,
  agreement_id uuid not null,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, agreement_id)
);
comment on table agreement is 'placement=distributed:partnership_id. What the districts of a partnership agree to share, under which conditions; version is that of its newest terms, signed or not.';
alter table agreement enable row level security;
create policy agreement_is_seen_inside on agreement to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on agreement to tandem_app;

create table agreement_version (
  partnership_id uuid not null,
  agreement_id uuid not null,
  version int not null check (version > 0),
  step text not null check (step in ('drafted', 'proposed', 'countered')),
  district_id uuid not null references district,
  terms text not null check (terms <> ''),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  words text not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, agreement_id, version),
  foreign key (partnership_id, agreement_id) references agreement
);
comment on table agreement_version is 'placement=distributed:partnership_id. The terms of an agreement as a district drafted, proposed or countered them: canonical JSON and the SHA-256 over it, with what the district says to them. Earlier versions stay.';
alter table agreement_version enable row level security;
create policy agreement_version_is_seen_inside on agreement_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on agreement_version to tandem_app;

create table agreement_signature (
  partnership_id uuid not null,
  agreement_id uuid not null,
  version int not null,
  district_id uuid not null references district,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  signed_by uuid not null references person,
  primary key (partnership_id, agreement_id, version, district_id),
  foreign key (partnership_id, agreement_id, version) references agreement_version
);
comment on table agreement_signature is 'placement=distributed:partnership_id. The sponsor of a district signed a version, by the hash of the terms they read. Terms that every district signed are in force.';
alter table agreement_signature enable row level security;
create policy agreement_signature_is_seen_inside on agreement_signature to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on agreement_signature to tandem_app;

create table agreement_end (
  partnership_id uuid not null,
  agreement_id uuid not null,
  grant_id uuid not null,
  district_id uuid not null references district,
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, agreement_id, grant_id),
  foreign key (partnership_id, agreement_id) references agreement
);
comment on table agreement_end is 'placement=distributed:partnership_id. A district ended an agreement before its date, or took one of its grants back: at once, and for good. A grant_id of all zeros is the agreement as a whole.';
alter table agreement_end enable row level security;
create policy agreement_end_is_seen_inside on agreement_end to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on agreement_end to tandem_app;
