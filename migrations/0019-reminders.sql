create table told (
  partnership_id uuid not null,
  about text not null check (about <> ''),
  told_at timestamptz not null,
  primary key (partnership_id, about)
);
comment on table told is 'placement=distributed:partnership_id. That a mail which goes out by itself on its day has gone out: what it was about, so that none goes out twice.';
alter table told enable row level security;
create policy told_is_seen_inside on told to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on told to tandem_app;

create table digest_choice (
  partnership_id uuid not null,
  person_id uuid not null references person,
  version int not null check (version > 0),
  wanted boolean not null,
  made_at timestamptz not null,
  primary key (partnership_id, person_id, version)
);
comment on table digest_choice is 'placement=distributed:partnership_id. Whether somebody wants the weekly mail of a partnership; without a row they get it. A change is a new version.';
alter table digest_choice enable row level security;
create policy digest_choice_is_seen_inside on digest_choice to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on digest_choice to tandem_app;
