-- Every table says where it lives (placement=…) so that the schema can be sharded by Citus unchanged.
-- The application role reads and writes through row-level security; the role that runs migrations owns the tables.

-- Roles belong to the whole server: an administrator may have made this one and granted it already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'tandem_app') then
    create role tandem_app nologin;
  end if;
exception
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'tandem_app', 'member') then
    execute format('grant tandem_app to %I', current_user);
  end if;
end
$$;

grant usage on schema public to tandem_app;

create table district (
  district_id uuid primary key,
  cds text not null unique check (cds ~ '^[0-9]{14}$'),
  level text not null check (level in ('state', 'county', 'district')),
  name text not null check (name <> ''),
  county text,
  nces text
);
comment on table district is 'placement=reference. A district; or a county or the state, whose own figures are published the same way.';
grant select, insert, update on district to tandem_app;

create table person (
  person_id uuid primary key,
  email text not null unique check (email = lower(email) and email like '%_@_%'),
  name text not null check (name <> ''),
  made_at timestamptz not null
);
comment on table person is 'placement=reference. Somebody who may sign in.';
grant select on person to tandem_app;

create table partnership (
  partnership_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  started_year int not null,
  is_sample boolean not null,
  made_at timestamptz not null
);
comment on table partnership is 'placement=reference. A learning partnership; its name and its districts are a public directory.';
grant select on partnership to tandem_app;

create table party (
  partnership_id uuid not null references partnership,
  district_id uuid not null references district,
  position smallint not null,
  primary key (partnership_id, district_id),
  unique (partnership_id, position)
);
comment on table party is 'placement=reference. A district that belongs to a partnership; position gives it its place and colour on every page.';
grant select on party to tandem_app;

create table membership (
  partnership_id uuid not null references partnership,
  person_id uuid not null references person,
  role text not null check (role in (
    'coordinator', 'sponsor', 'research-lead', 'focus-area-lead', 'school', 'finance', 'facilitator', 'external-partner'
  )),
  district_id uuid references district,
  focus_area text,
  made_at timestamptz not null,
  primary key (partnership_id, person_id)
);
comment on table membership is 'placement=reference. The role one person has in one partnership, and for which district.';
alter table membership enable row level security;
create policy membership_is_seen_inside on membership to tandem_app using (
  partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid
  or person_id = nullif(current_setting('tandem.person', true), '')::uuid
);
grant select on membership to tandem_app;

create table sign_in_link (
  link_hash bytea primary key,
  person_id uuid not null references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table sign_in_link is 'placement=local. A mailed link that signs one person in once; only its hash is kept.';
grant select, insert, update, delete on sign_in_link to tandem_app;

create table session (
  session_hash bytea primary key,
  person_id uuid not null references person,
  csrf_token text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
comment on table session is 'placement=local. A signed-in browser; only the hash of its token is kept.';
create index session_of_person on session (person_id);
grant select, insert, update, delete on session to tandem_app;

create table mail (
  mail_id uuid primary key,
  to_email text not null,
  subject text not null,
  body text not null,
  made_at timestamptz not null,
  sent_at timestamptz,
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_error text
);
comment on table mail is 'placement=local. A mail that is to be sent, or was; without a mail server it stays here for the operator.';
create index mail_to_send on mail (next_attempt_at) where sent_at is null;
grant select, insert, update, delete on mail to tandem_app;

create table attempt (
  bucket text not null,
  at timestamptz not null
);
comment on table attempt is 'placement=local. One use of something that is limited in number: a sign-in asked for, a link tried.';
create index attempt_in_bucket on attempt (bucket, at);
grant select, insert, delete on attempt to tandem_app;

create table audit_head (
  partnership_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);
comment on table audit_head is 'placement=distributed:partnership_id. The newest link of a partnership''s chain of audit lines.';
alter table audit_head enable row level security;
create policy audit_head_is_seen_inside on audit_head to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update on audit_head to tandem_app;

create table audit (
  partnership_id uuid not null,
  seq bigint not null,
  at timestamptz not null,
  person_id uuid references person,
  act text not null check (act <> ''),
  subject text not null,
  detail jsonb not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (partnership_id, seq)
);
comment on table audit is 'placement=distributed:partnership_id. One act of one person, chained to the line before it by its hash; lines are only ever added. The partnership of all zeros holds the acts that concern no partnership.';
alter table audit enable row level security;
create policy audit_is_seen_inside on audit to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on audit to tandem_app;
