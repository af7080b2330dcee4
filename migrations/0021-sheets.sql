create table sheet_import (
  partnership_id uuid not null,
  import_id uuid not null,
  district_id uuid not null references district,
  file_name text not null,
  file bytea not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, import_id)
);
comment on table sheet_import is 'placement=distributed:partnership_id. A workbook of commitments and targets that somebody brought back: kept while its differences are looked at, and afterwards as what was applied.';
alter table sheet_import enable row level security;
create policy sheet_import_is_seen_inside on sheet_import to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on sheet_import to tandem_app;

create table sheet_applied (
  partnership_id uuid not null,
  import_id uuid not null,
  applied_at timestamptz not null,
  applied_by uuid not null references person,
  changes int not null check (changes >= 0),
  primary key (partnership_id, import_id),
  foreign key (partnership_id, import_id) references sheet_import
);
comment on table sheet_applied is 'placement=distributed:partnership_id. That the differences of a workbook were applied, once and as a whole.';
alter table sheet_applied enable row level security;
create policy sheet_applied_is_seen_inside on sheet_applied to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on sheet_applied to tandem_app;
