create table deputy (
  partnership_id uuid not null,
  person_id uuid not null references person,
  version int not null check (version > 0),
  deputy_id uuid references person,
  deputy_name text,
  deputy_email text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, person_id, version),
  check ((deputy_name is null) = (deputy_email is null)),
  check (deputy_id is null or deputy_name is not null),
  check (deputy_id <> person_id)
);
comment on table deputy is 'placement=distributed:partnership_id. Who stands in for a member in their role: another member, or somebody by name and mail address; nobody where the name is null. The newest version counts, earlier ones stay.';
alter table deputy enable row level security;
create policy deputy_is_seen_inside on deputy to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on deputy to tandem_app;

create table leaving (
  partnership_id uuid not null,
  leaving_id uuid not null,
  person_id uuid not null references person,
  role text not null,
  district_id uuid references district,
  focus_area text,
  leaves_on date not null,
  successor_id uuid references person,
  words text,
  made_at timestamptz not null,
  made_by uuid references person,
  ended_at timestamptz,
  called_off_at timestamptz,
  called_off_by uuid references person,
  primary key (partnership_id, leaving_id),
  check (successor_id <> person_id),
  check ((called_off_at is null) = (called_off_by is null)),
  check (ended_at is null or called_off_at is null)
);
comment on table leaving is 'placement=distributed:partnership_id. A member leaves their role on a day, with a successor or nobody yet; ended_at is when the membership ended. made_by is nobody where the operator said so.';
create unique index one_leaving on leaving (partnership_id, person_id) where ended_at is null and called_off_at is null;
alter table leaving enable row level security;
create policy leaving_is_seen_inside on leaving to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (successor_id, ended_at, called_off_at, called_off_by) on leaving to tandem_app;

create table handover_pack (
  partnership_id uuid not null,
  leaving_id uuid not null,
  pack_number int not null check (pack_number > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content text not null check (content <> ''),
  made_at timestamptz not null,
  primary key (partnership_id, leaving_id, pack_number),
  foreign key (partnership_id, leaving_id) references leaving
);
comment on table handover_pack is 'placement=distributed:partnership_id. What somebody who leaves hands over, as it was on a day: canonical JSON and the SHA-256 over it. A row is only ever added.';
alter table handover_pack enable row level security;
create policy handover_pack_is_seen_inside on handover_pack to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on handover_pack to tandem_app;

create table orphan_notice (
  partnership_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  owner text not null,
  told text not null check (told in ('coordinator', 'partner')),
  told_on date not null,
  primary key (partnership_id, kind, subject_id, owner, told)
);
comment on table orphan_notice is 'placement=distributed:partnership_id. Whom it was told, and when, that something has no owner any more; owner is whoever had it last, so that a second loss is told again.';
alter table orphan_notice enable row level security;
create policy orphan_notice_is_seen_inside on orphan_notice to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on orphan_notice to tandem_app;
