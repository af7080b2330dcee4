create table external_partner (
  partnership_id uuid not null,
  external_partner_id uuid not null,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, external_partner_id)
);
comment on table external_partner is 'placement=distributed:partnership_id. An organisation outside both districts that works with them; what it is called and whom to write to stands in its versions.';
alter table external_partner enable row level security;
create policy external_partner_is_seen_inside on external_partner to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on external_partner to tandem_app;

create table external_partner_version (
  partnership_id uuid not null,
  external_partner_id uuid not null,
  version int not null check (version > 0),
  name text not null check (name <> ''),
  kind text not null check (kind in (
    'university', 'foundation', 'business', 'county office', 'state agency', 'community organisation'
  )),
  contact_name text,
  contact_email text,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, external_partner_id, version),
  foreign key (partnership_id, external_partner_id) references external_partner,
  check ((contact_name is null) = (contact_email is null))
);
comment on table external_partner_version is 'placement=distributed:partnership_id. An external partner as it stood from one change to the next. Earlier versions stay.';
alter table external_partner_version enable row level security;
create policy external_partner_version_is_seen_inside on external_partner_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on external_partner_version to tandem_app;

create table engagement (
  partnership_id uuid not null,
  engagement_id uuid not null,
  mode text not null check (mode in ('assistance', 'joint', 'external')),
  ask_id uuid,
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id),
  unique (partnership_id, ask_id),
  foreign key (partnership_id, ask_id) references ask,
  check (ask_id is null or mode = 'assistance')
);
comment on table engagement is 'placement=distributed:partnership_id. A piece of work of the districts in one of the three modes; ask_id is the accepted ask it grew from. What it is called and how it stands is in its versions.';
alter table engagement enable row level security;
create policy engagement_is_seen_inside on engagement to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on engagement to tandem_app;

create table engagement_version (
  partnership_id uuid not null,
  engagement_id uuid not null,
  version int not null check (version > 0),
  step text not null check (step in (
    'asked', 'offered', 'proposed', 'agreed', 'changed', 'tested', 'not yet', 'suspended', 'resumed', 'closed'
  )),
  state text not null check (state in ('asked', 'offered', 'proposed', 'agreed', 'testing', 'suspended', 'closed')),
  district_id uuid not null references district,
  title text not null check (title <> ''),
  purpose text not null check (purpose <> ''),
  product text,
  focus_area text not null,
  strategy text not null,
  need_id uuid,
  benchmark_id uuid,
  starts_on date not null,
  ends_on date not null,
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, version),
  foreign key (partnership_id, engagement_id) references engagement,
  foreign key (partnership_id, need_id) references need,
  foreign key (partnership_id, benchmark_id) references benchmark,
  check (starts_on <= ends_on),
  check (state not in ('suspended', 'closed') or reason is not null)
);
comment on table engagement_version is 'placement=distributed:partnership_id. An engagement as it stood from one act to the next; district_id is the district that acted, reason is one of a closed list, words are the person''s own. Earlier versions stay.';
alter table engagement_version enable row level security;
create policy engagement_version_is_seen_inside on engagement_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on engagement_version to tandem_app;

create table engagement_party (
  partnership_id uuid not null,
  engagement_id uuid not null,
  version int not null,
  district_id uuid not null references district,
  part text not null check (part in ('helps', 'is helped', 'develops', 'asks')),
  brings text,
  owner_id uuid references person,
  owner_name text,
  owner_email text,
  deputy_id uuid references person,
  deputy_name text,
  deputy_email text,
  primary key (partnership_id, engagement_id, version, district_id),
  foreign key (partnership_id, engagement_id, version) references engagement_version,
  check ((owner_name is null) = (owner_email is null)),
  check (owner_id is null or owner_name is not null),
  check ((deputy_name is null) = (deputy_email is null)),
  check (deputy_id is null or deputy_name is not null),
  check (deputy_name is null or owner_name is not null)
);
comment on table engagement_party is 'placement=distributed:partnership_id. What one district does in a version of an engagement, and who owns it there: a member, or somebody by name and mail address. No owner is one that the district has yet to name.';
alter table engagement_party enable row level security;
create policy engagement_party_is_seen_inside on engagement_party to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on engagement_party to tandem_app;

create table engagement_partner (
  partnership_id uuid not null,
  engagement_id uuid not null,
  version int not null,
  external_partner_id uuid not null,
  brings text,
  exclusivity text,
  primary key (partnership_id, engagement_id, version, external_partner_id),
  foreign key (partnership_id, engagement_id, version) references engagement_version,
  foreign key (partnership_id, external_partner_id) references external_partner
);
comment on table engagement_partner is 'placement=distributed:partnership_id. An external partner of a version of an engagement: what it brings, and what it may ask to be exclusive.';
alter table engagement_partner enable row level security;
create policy engagement_partner_is_seen_inside on engagement_partner to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on engagement_partner to tandem_app;

create table transfer_test (
  partnership_id uuid not null,
  engagement_id uuid not null,
  test int not null check (test > 0),
  district_id uuid not null references district,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, test),
  foreign key (partnership_id, engagement_id) references engagement
);
comment on table transfer_test is 'placement=distributed:partnership_id. A helped district answered whether it can do the work alone.';
alter table transfer_test enable row level security;
create policy transfer_test_is_seen_inside on transfer_test to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on transfer_test to tandem_app;

create table transfer_answer (
  partnership_id uuid not null,
  engagement_id uuid not null,
  test int not null,
  question text not null,
  answer text not null check (answer in ('yes', 'no')),
  words text,
  primary key (partnership_id, engagement_id, test, question),
  foreign key (partnership_id, engagement_id, test) references transfer_test
);
comment on table transfer_answer is 'placement=distributed:partnership_id. One question of a capacity-transfer test as it was answered; question is one of a closed list.';
alter table transfer_answer enable row level security;
create policy transfer_answer_is_seen_inside on transfer_answer to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on transfer_answer to tandem_app;

create table transfer_verdict (
  partnership_id uuid not null,
  engagement_id uuid not null,
  test int not null,
  district_id uuid not null references district,
  verdict text not null check (verdict in ('passed', 'not yet')),
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, test),
  foreign key (partnership_id, engagement_id, test) references transfer_test
);
comment on table transfer_verdict is 'placement=distributed:partnership_id. What the helping district said to a capacity-transfer test: passed only when every answer was yes.';
alter table transfer_verdict enable row level security;
create policy transfer_verdict_is_seen_inside on transfer_verdict to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on transfer_verdict to tandem_app;

create table product_version (
  partnership_id uuid not null,
  engagement_id uuid not null,
  product_version int not null check (product_version > 0),
  words text not null check (words <> ''),
  place text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, product_version),
  foreign key (partnership_id, engagement_id) references engagement
);
comment on table product_version is 'placement=distributed:partnership_id. A numbered version of what a joint development makes: what is new in it, and where it lies.';
alter table product_version enable row level security;
create policy product_version_is_seen_inside on product_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on product_version to tandem_app;

create table product_use (
  partnership_id uuid not null,
  engagement_id uuid not null,
  district_id uuid not null references district,
  use int not null check (use > 0),
  product_version int not null,
  adaptation text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, district_id, use),
  foreign key (partnership_id, engagement_id, product_version) references product_version
);
comment on table product_use is 'placement=distributed:partnership_id. The version of a product that one district uses from a moment on, and how it has adapted it; the newest counts.';
alter table product_use enable row level security;
create policy product_use_is_seen_inside on product_use to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on product_use to tandem_app;

create table pilot (
  partnership_id uuid not null,
  engagement_id uuid not null,
  pilot_id uuid not null,
  district_id uuid not null references district,
  product_version int not null,
  name text not null check (name <> ''),
  place text not null check (place <> ''),
  starts_on date not null,
  ends_on date not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, pilot_id),
  foreign key (partnership_id, engagement_id, product_version) references product_version,
  check (starts_on <= ends_on)
);
comment on table pilot is 'placement=distributed:partnership_id. One district tries a version of a product: where and when.';
alter table pilot enable row level security;
create policy pilot_is_seen_inside on pilot to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on pilot to tandem_app;

create table pilot_result (
  partnership_id uuid not null,
  engagement_id uuid not null,
  pilot_id uuid not null,
  result text not null check (result in ('worked', 'worked in part', 'did not work', 'not held')),
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, pilot_id),
  foreign key (partnership_id, engagement_id, pilot_id) references pilot
);
comment on table pilot_result is 'placement=distributed:partnership_id. What came of a pilot, said by the district that held it.';
alter table pilot_result enable row level security;
create policy pilot_result_is_seen_inside on pilot_result to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on pilot_result to tandem_app;

create table product_sign_off (
  partnership_id uuid not null,
  engagement_id uuid not null,
  product_version int not null,
  district_id uuid not null references district,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, product_version, district_id),
  foreign key (partnership_id, engagement_id, product_version) references product_version
);
comment on table product_sign_off is 'placement=distributed:partnership_id. A district signed off a version of a product; one that every district signed is the joint product.';
alter table product_sign_off enable row level security;
create policy product_sign_off_is_seen_inside on product_sign_off to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on product_sign_off to tandem_app;
