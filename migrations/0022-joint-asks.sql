create table joint_ask (
  partnership_id uuid not null,
  engagement_id uuid not null,
  ask_version int not null check (ask_version > 0),
  wording text not null check (wording <> ''),
  sent_on date,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, ask_version),
  foreign key (partnership_id, engagement_id) references engagement
);
comment on table joint_ask is 'placement=distributed:partnership_id. What the districts together ask of external partners, as it was worded. A new wording is a new version; the one that was sent has its day.';
alter table joint_ask enable row level security;
create policy joint_ask_is_seen_inside on joint_ask to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (sent_on) on joint_ask to tandem_app;

create table joint_ask_agreement (
  partnership_id uuid not null,
  engagement_id uuid not null,
  ask_version int not null,
  district_id uuid not null references district,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, ask_version, district_id),
  foreign key (partnership_id, engagement_id, ask_version) references joint_ask
);
comment on table joint_ask_agreement is 'placement=distributed:partnership_id. A district agreed to the wording of a joint ask; it is sent when every district has.';
alter table joint_ask_agreement enable row level security;
create policy joint_ask_agreement_is_seen_inside on joint_ask_agreement to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on joint_ask_agreement to tandem_app;

create table partner_answer (
  partnership_id uuid not null,
  engagement_id uuid not null,
  answer_id uuid not null,
  external_partner_id uuid not null,
  ask_version int not null,
  answer text not null check (answer in ('yes', 'in part', 'not now', 'no')),
  answered_on date not null,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, engagement_id, answer_id),
  foreign key (partnership_id, external_partner_id) references external_partner,
  foreign key (partnership_id, engagement_id, ask_version) references joint_ask
);
comment on table partner_answer is 'placement=distributed:partnership_id. What an external partner said to a joint ask, written down by a district; the newest counts.';
alter table partner_answer enable row level security;
create policy partner_answer_is_seen_inside on partner_answer to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on partner_answer to tandem_app;

create table secured_resource (
  partnership_id uuid not null,
  engagement_id uuid not null,
  secured_resource_id uuid not null,
  external_partner_id uuid not null,
  what text not null check (what <> ''),
  amount_cents bigint check (amount_cents > 0),
  in_kind text,
  secured_on date not null,
  starts_on date not null,
  ends_on date not null,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  withdrawn_words text,
  primary key (partnership_id, engagement_id, secured_resource_id),
  foreign key (partnership_id, engagement_id) references engagement,
  foreign key (partnership_id, external_partner_id) references external_partner,
  check ((amount_cents is null) <> (in_kind is null)),
  check (starts_on <= ends_on),
  check ((withdrawn_at is null) = (withdrawn_words is null))
);
comment on table secured_resource is 'placement=distributed:partnership_id. What an external partner gives to an engagement: an amount in cents or something in kind, for which time, secured on which day. Only withdrawn with a reason, never taken away.';
alter table secured_resource enable row level security;
create policy secured_resource_is_seen_inside on secured_resource to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at, withdrawn_words) on secured_resource to tandem_app;
