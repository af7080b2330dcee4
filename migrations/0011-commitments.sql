create table contact (
  partnership_id uuid not null,
  contact_id uuid not null,
  kind text not null check (kind in ('visit', 'call', 'meeting')),
  engagement_id uuid,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, contact_id),
  foreign key (partnership_id, engagement_id) references engagement
);
comment on table contact is 'placement=distributed:partnership_id. A visit, call or meeting of people of the districts; engagement_id is the work it belongs to. When, where and what for is in its versions.';
alter table contact enable row level security;
create policy contact_is_seen_inside on contact to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version, kind, engagement_id) on contact to tandem_app;

create table contact_version (
  partnership_id uuid not null,
  contact_id uuid not null,
  version int not null check (version > 0),
  step text not null check (step in ('planned', 'changed', 'held', 'cancelled')),
  state text not null check (state in ('planned', 'held', 'cancelled')),
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  place text not null check (place <> ''),
  host_id uuid not null references district,
  first_question text,
  second_question text,
  offers_back text,
  practical text,
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, contact_id, version),
  foreign key (partnership_id, contact_id) references contact,
  check (starts_at < ends_at),
  check ((state = 'cancelled') = (reason is not null))
);
comment on table contact_version is 'placement=distributed:partnership_id. A contact as it stood from one change to the next: planned, held, or cancelled with a reason. host_id is the district that receives the others. Earlier versions stay.';
alter table contact_version enable row level security;
create policy contact_version_is_seen_inside on contact_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on contact_version to tandem_app;

create table contact_person (
  partnership_id uuid not null,
  contact_id uuid not null,
  version int not null,
  place_in_list int not null check (place_in_list > 0),
  side text not null check (side in ('host', 'guest')),
  person_id uuid references person,
  name text not null check (name <> ''),
  email text not null,
  attended boolean,
  primary key (partnership_id, contact_id, version, place_in_list),
  unique (partnership_id, contact_id, version, email),
  foreign key (partnership_id, contact_id, version) references contact_version
);
comment on table contact_person is 'placement=distributed:partnership_id. Somebody who is to come to a contact in one of its versions: a member, or somebody by name and mail address. attended is known once it was held.';
alter table contact_person enable row level security;
create policy contact_person_is_seen_inside on contact_person to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on contact_person to tandem_app;

create table contact_agenda_item (
  partnership_id uuid not null,
  contact_id uuid not null,
  item_id uuid not null,
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (partnership_id, contact_id, item_id),
  foreign key (partnership_id, contact_id) references contact
);
comment on table contact_agenda_item is 'placement=distributed:partnership_id. Something a person put on the agenda of a contact, above what is generated. Only withdrawn, never taken away.';
alter table contact_agenda_item enable row level security;
create policy contact_agenda_item_is_seen_inside on contact_agenda_item to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at) on contact_agenda_item to tandem_app;

create table contact_minutes (
  partnership_id uuid not null,
  contact_id uuid not null,
  minutes_version int not null check (minutes_version > 0),
  notes text not null check (notes <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, contact_id, minutes_version),
  foreign key (partnership_id, contact_id) references contact
);
comment on table contact_minutes is 'placement=distributed:partnership_id. What was written down of a contact; a correction is a new version, earlier ones stay.';
alter table contact_minutes enable row level security;
create policy contact_minutes_is_seen_inside on contact_minutes to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on contact_minutes to tandem_app;

create table contact_decision (
  partnership_id uuid not null,
  contact_id uuid not null,
  decision_id uuid not null,
  decision text not null check (decision <> ''),
  reason text not null check (reason <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, contact_id, decision_id),
  foreign key (partnership_id, contact_id) references contact
);
comment on table contact_decision is 'placement=distributed:partnership_id. Something that was decided at a contact, and why.';
alter table contact_decision enable row level security;
create policy contact_decision_is_seen_inside on contact_decision to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on contact_decision to tandem_app;

create table contact_note (
  partnership_id uuid not null,
  contact_id uuid not null,
  note_id uuid not null,
  took_away text not null check (took_away <> ''),
  will_try text,
  should_have_asked text,
  made_at timestamptz not null,
  made_by uuid references person,
  by_name text,
  primary key (partnership_id, contact_id, note_id),
  foreign key (partnership_id, contact_id) references contact,
  check ((made_by is null) = (by_name is not null))
);
comment on table contact_note is 'placement=distributed:partnership_id. What somebody says after a contact: taken away, will try, should have been asked. by_name is somebody without account, by a signed link.';
alter table contact_note enable row level security;
create policy contact_note_is_seen_inside on contact_note to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on contact_note to tandem_app;

create table commitment (
  partnership_id uuid not null,
  commitment_id uuid not null,
  district_id uuid not null references district,
  engagement_id uuid,
  benchmark_id uuid,
  contact_id uuid,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, commitment_id),
  foreign key (partnership_id, engagement_id) references engagement,
  foreign key (partnership_id, benchmark_id) references benchmark,
  foreign key (partnership_id, contact_id) references contact
);
comment on table commitment is 'placement=distributed:partnership_id. What district_id has promised the others: for an engagement or a benchmark, perhaps at a contact. How it stands is in its versions.';
alter table commitment enable row level security;
create policy commitment_is_seen_inside on commitment to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on commitment to tandem_app;

create table commitment_version (
  partnership_id uuid not null,
  commitment_id uuid not null,
  version int not null check (version > 0),
  step text not null check (step in (
    'promised', 'worded', 'moved', 'handed over', 'done', 'dropped', 'reopened'
  )),
  state text not null check (state in ('open', 'done', 'dropped')),
  what text not null check (what <> ''),
  due date not null,
  owner_id uuid references person,
  owner_name text not null check (owner_name <> ''),
  owner_email text not null,
  deputy_id uuid references person,
  deputy_name text,
  deputy_email text,
  done_on date,
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid references person,
  by_name text,
  primary key (partnership_id, commitment_id, version),
  foreign key (partnership_id, commitment_id) references commitment,
  check ((deputy_name is null) = (deputy_email is null)),
  check (deputy_id is null or deputy_name is not null),
  check ((state = 'done') = (done_on is not null)),
  check (step not in ('moved', 'dropped') or reason is not null),
  check ((made_by is null) = (by_name is not null))
);
comment on table commitment_version is 'placement=distributed:partnership_id. A commitment as it stood from one act to the next: words, owner and deputy (a member, or somebody by name and mail address) and the day it is due. by_name is somebody without account. Earlier versions stay.';
alter table commitment_version enable row level security;
create policy commitment_version_is_seen_inside on commitment_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on commitment_version to tandem_app;

create table shared_hours (
  partnership_id uuid not null,
  shared_hours_id uuid not null,
  gives_id uuid not null references district,
  receives_id uuid not null references district,
  entered_id uuid not null references district,
  focus_area text not null,
  engagement_id uuid,
  contact_id uuid,
  ask_id uuid,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, shared_hours_id),
  foreign key (partnership_id, engagement_id) references engagement,
  foreign key (partnership_id, contact_id) references contact,
  foreign key (partnership_id, ask_id) references ask,
  check (gives_id <> receives_id),
  check (entered_id in (gives_id, receives_id))
);
comment on table shared_hours is 'placement=distributed:partnership_id. Working time that one district gave another, entered by one of the two; how much, and whether the other confirmed it, is in its versions.';
alter table shared_hours enable row level security;
create policy shared_hours_is_seen_inside on shared_hours to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on shared_hours to tandem_app;

create table shared_hours_version (
  partnership_id uuid not null,
  shared_hours_id uuid not null,
  version int not null check (version > 0),
  state text not null check (state in ('waiting', 'confirmed', 'disputed', 'withdrawn')),
  day date not null,
  quarter_hours int not null check (quarter_hours > 0),
  kind text not null check (kind in ('visit', 'call', 'coaching', 'materials')),
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid references person,
  by_name text,
  primary key (partnership_id, shared_hours_id, version),
  foreign key (partnership_id, shared_hours_id) references shared_hours,
  check ((state = 'disputed') = (reason is not null)),
  check ((made_by is null) = (by_name is not null))
);
comment on table shared_hours_version is 'placement=distributed:partnership_id. Shared hours as they stood from one act to the next, in quarters of an hour. They count once the district that did not enter them confirmed them. by_name is somebody without account. Earlier versions stay.';
alter table shared_hours_version enable row level security;
create policy shared_hours_version_is_seen_inside on shared_hours_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on shared_hours_version to tandem_app;
