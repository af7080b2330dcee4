alter table mail add column reply_token text;

create table reply_address (
  partnership_id uuid not null,
  link_id uuid not null,
  token_hash bytea not null check (length(token_hash) = 32),
  primary key (partnership_id, link_id),
  foreign key (partnership_id, link_id) references signed_link
);
create unique index one_reply_address_of_hash on reply_address (partnership_id, token_hash);
create index reply_address_by_hash on reply_address (token_hash);
comment on table reply_address is 'placement=distributed:partnership_id. The hash of what stands after the plus in the address that a mail is answered to; what an answer may do is said by its signed link. A backup leaves it out.';
alter table reply_address enable row level security;
create policy reply_address_is_seen_inside on reply_address to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on reply_address to tandem_app;

create table reply (
  partnership_id uuid not null,
  reply_id uuid not null,
  link_id uuid not null,
  message_hash bytea not null check (length(message_hash) = 32),
  from_email text not null,
  words text not null,
  outcome text not null check (outcome in ('done', 'note', 'refused', 'automatic')),
  sentence text not null check (sentence <> ''),
  arrived_at timestamptz not null,
  seen_at timestamptz,
  seen_by uuid references person,
  primary key (partnership_id, reply_id),
  unique (partnership_id, message_hash),
  foreign key (partnership_id, link_id) references signed_link,
  check ((seen_at is null) = (seen_by is null))
);
comment on table reply is 'placement=distributed:partnership_id. An answer to a mail: what came of it and why, and its words without what they quoted. A refused one is kept to be read, too.';
alter table reply enable row level security;
create policy reply_is_seen_inside on reply to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (seen_at, seen_by) on reply to tandem_app;
