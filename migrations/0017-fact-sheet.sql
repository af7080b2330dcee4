create table fact_sheet (
  partnership_id uuid not null,
  sheet_id uuid not null,
  pack_hash text not null,
  part_hash text not null check (part_hash ~ '^[0-9a-f]{64}$'),
  content text not null check (content <> ''),
  published_at timestamptz not null,
  published_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_words text,
  primary key (partnership_id, sheet_id),
  foreign key (partnership_id, pack_hash) references pack,
  check (num_nulls(withdrawn_at, withdrawn_by, withdrawn_words) in (0, 3))
);
comment on table fact_sheet is 'placement=distributed:partnership_id. A fact sheet that was published: the open data of a sealed pack''s public part, as anybody reads it. Never changed; withdrawing it is kept beside it.';
create unique index one_public_fact_sheet on fact_sheet (partnership_id, pack_hash) where withdrawn_at is null;
alter table fact_sheet enable row level security;
create policy fact_sheet_is_seen_inside on fact_sheet to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
create policy public_fact_sheet_is_seen_outside on fact_sheet for select to tandem_app
  using (withdrawn_at is null and current_setting('tandem.partnership', true) = '00000000-0000-0000-0000-000000000000');
grant select, insert, update (withdrawn_at, withdrawn_by, withdrawn_words) on fact_sheet to tandem_app;
