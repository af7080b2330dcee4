create table signed_link (
  partnership_id uuid not null,
  link_id uuid not null,
  kind text not null check (kind in ('brief', 'contact-note', 'cycle', 'hours', 'commitment', 'calendar')),
  subject_id uuid not null,
  district_id uuid references district,
  holder_name text not null check (holder_name <> ''),
  holder_email text not null check (holder_email like '%_@_%'),
  until date not null,
  uses int not null check (uses >= 0),
  used_at timestamptz,
  made_at timestamptz not null,
  made_by uuid not null references person,
  revoked_at timestamptz,
  revoked_by uuid references person,
  primary key (partnership_id, link_id),
  check ((revoked_at is null) = (revoked_by is null)),
  check ((uses = 0) = (used_at is null))
);
comment on table signed_link is 'placement=distributed:partnership_id. A link by which one named person without account does one thing with one subject until a day: who gave it to whom, how often it was used, whether it was revoked. What is done by it refers to it.';
alter table signed_link enable row level security;
create policy signed_link_is_seen_inside on signed_link to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (uses, used_at, revoked_at, revoked_by) on signed_link to tandem_app;

create table signed_link_token (
  partnership_id uuid not null,
  link_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  primary key (partnership_id, link_id),
  foreign key (partnership_id, link_id) references signed_link
);
create unique index one_signed_link_of_hash on signed_link_token (partnership_id, token_hash);
create index signed_link_by_hash on signed_link_token (token_hash);
comment on table signed_link_token is 'placement=distributed:partnership_id. The hash of the token that a signed link carries; the token itself is kept nowhere. A backup leaves it out, so that no revoked link comes back.';
alter table signed_link_token enable row level security;
create policy signed_link_token_is_seen_inside on signed_link_token to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on signed_link_token to tandem_app;
