create table review_cadence (
  partnership_id uuid not null,
  level text not null check (level in ('sponsors', 'coordinators', 'focus-area-leads', 'schools')),
  version int not null check (version > 0),
  weeks int not null check (weeks >= 0),
  first_day date not null,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, level, version)
);
comment on table review_cadence is 'placement=distributed:partnership_id. How many weeks lie between the reviews of a level, from its first day on; no weeks: this level holds none. Earlier versions stay.';
alter table review_cadence enable row level security;
create policy review_cadence_is_seen_inside on review_cadence to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on review_cadence to tandem_app;

create table review (
  partnership_id uuid not null,
  review_id uuid not null,
  level text not null check (level in ('sponsors', 'coordinators', 'focus-area-leads', 'schools')),
  version int not null check (version > 0),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, review_id)
);
comment on table review is 'placement=distributed:partnership_id. A review of the partnership at one level. Its day and period stand in its versions.';
alter table review enable row level security;
create policy review_is_seen_inside on review to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (version) on review to tandem_app;

create table review_version (
  partnership_id uuid not null,
  review_id uuid not null,
  version int not null check (version > 0),
  step text not null check (step in ('planned', 'changed', 'called off')),
  title text not null check (title <> ''),
  planned_on date not null,
  period_from date not null,
  period_until date not null,
  focus_area text,
  sign_days int not null check (sign_days > 0),
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, review_id, version),
  foreign key (partnership_id, review_id) references review,
  check (period_from <= period_until),
  check (step = 'planned' or words is not null)
);
comment on table review_version is 'placement=distributed:partnership_id. A review as it was planned from one change to the next: its day, the period it looks back on, one focus area or all, and how many days districts have to sign what is sealed. Earlier versions stay.';
alter table review_version enable row level security;
create policy review_version_is_seen_inside on review_version to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on review_version to tandem_app;

create table review_item (
  partnership_id uuid not null,
  review_id uuid not null,
  item_id uuid not null,
  district_id uuid references district,
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (partnership_id, review_id, item_id),
  foreign key (partnership_id, review_id) references review
);
comment on table review_item is 'placement=distributed:partnership_id. What somebody put on the agenda of a review besides what the hub puts on it. Only withdrawn, never taken away.';
alter table review_item enable row level security;
create policy review_item_is_seen_inside on review_item to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at) on review_item to tandem_app;

create table pack (
  partnership_id uuid not null,
  pack_hash text not null check (pack_hash ~ '^[0-9a-f]{64}$'),
  review_id uuid not null,
  seal int not null check (seal > 0),
  content text not null check (content <> ''),
  sign_until date not null,
  sealed_at timestamptz not null,
  sealed_by uuid not null references person,
  primary key (partnership_id, pack_hash),
  unique (partnership_id, review_id, seal),
  foreign key (partnership_id, review_id) references review
);
comment on table pack is 'placement=distributed:partnership_id. What a review had before it, frozen: canonical JSON named by its SHA-256. Never changed; a later seal stands beside it.';
alter table pack enable row level security;
create policy pack_is_seen_inside on pack to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on pack to tandem_app;

create table pack_signature (
  partnership_id uuid not null,
  pack_hash text not null,
  district_id uuid not null references district,
  role text not null,
  signed_at timestamptz not null,
  signed_by uuid not null references person,
  primary key (partnership_id, pack_hash, district_id),
  foreign key (partnership_id, pack_hash) references pack
);
comment on table pack_signature is 'placement=distributed:partnership_id. The sponsor of a district signed a pack by the hash they read.';
alter table pack_signature enable row level security;
create policy pack_signature_is_seen_inside on pack_signature to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on pack_signature to tandem_app;

create table pack_key_signature (
  partnership_id uuid not null,
  pack_hash text not null,
  public_key text not null,
  district_id uuid not null references district,
  name text not null,
  role text not null,
  signed_at text not null,
  signature text not null,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, pack_hash, public_key),
  foreign key (partnership_id, pack_hash) references pack
);
comment on table pack_key_signature is 'placement=distributed:partnership_id. A detached Ed25519 signature of a pack by a key that a district registered, checked when it was brought; signed_at is the text that was signed.';
alter table pack_key_signature enable row level security;
create policy pack_key_signature_is_seen_inside on pack_key_signature to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on pack_key_signature to tandem_app;

create table pack_unlock (
  partnership_id uuid not null,
  pack_hash text not null,
  district_id uuid references district,
  reason text not null check (reason <> ''),
  words text not null check (words <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, pack_hash),
  foreign key (partnership_id, pack_hash) references pack
);
comment on table pack_unlock is 'placement=distributed:partnership_id. A sealed pack was unlocked, so that the review can be sealed anew: both districts are told why, and the pack stays.';
alter table pack_unlock enable row level security;
create policy pack_unlock_is_seen_inside on pack_unlock to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on pack_unlock to tandem_app;

create table decision (
  partnership_id uuid not null,
  decision_id uuid not null,
  review_id uuid not null,
  pack_hash text not null,
  about text not null check (about in ('benchmark', 'engagement')),
  about_id uuid not null,
  about_title text not null check (about_title <> ''),
  district_id uuid not null references district,
  choice text not null check (choice in ('continue', 'adapt', 'expand', 'stop')),
  reason text not null check (reason <> ''),
  words text not null check (words <> ''),
  saw text not null check (saw <> ''),
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, decision_id),
  foreign key (partnership_id, review_id) references review,
  foreign key (partnership_id, pack_hash) references pack
);
comment on table decision is 'placement=distributed:partnership_id. What a district proposes to do about a benchmark or an engagement after a review, with what the pack showed of it, quoted. Others agree or not.';
alter table decision enable row level security;
create policy decision_is_seen_inside on decision to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on decision to tandem_app;

create table decision_answer (
  partnership_id uuid not null,
  decision_id uuid not null,
  district_id uuid not null references district,
  agrees boolean not null,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, decision_id, district_id),
  foreign key (partnership_id, decision_id) references decision,
  check (agrees or words is not null)
);
comment on table decision_answer is 'placement=distributed:partnership_id. A district agreed to a decision that another proposed, or did not, and why. A decision that every district is behind stands.';
alter table decision_answer enable row level security;
create policy decision_answer_is_seen_inside on decision_answer to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on decision_answer to tandem_app;

create table public_statement (
  partnership_id uuid not null,
  statement_id uuid not null,
  pack_hash text not null,
  part text not null check (part <> ''),
  words text,
  preview_from date not null,
  preview_until date not null,
  embargo_until date,
  made_at timestamptz not null,
  made_by uuid not null references person,
  withdrawn_at timestamptz,
  primary key (partnership_id, statement_id),
  foreign key (partnership_id, pack_hash) references pack,
  check (preview_from <= preview_until)
);
comment on table public_statement is 'placement=distributed:partnership_id. Something that would be said in public from a sealed pack: a part of the fact sheet, or a line for the press in its own words. Nobody says it before every district consented, its preview is over and its embargo too.';
alter table public_statement enable row level security;
create policy public_statement_is_seen_inside on public_statement to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert, update (withdrawn_at) on public_statement to tandem_app;

create table statement_consent (
  partnership_id uuid not null,
  statement_id uuid not null,
  district_id uuid not null references district,
  version int not null check (version > 0),
  answer text not null check (answer in ('consents', 'objects')),
  reason text,
  words text,
  made_at timestamptz not null,
  made_by uuid not null references person,
  primary key (partnership_id, statement_id, district_id, version),
  foreign key (partnership_id, statement_id) references public_statement,
  check ((answer = 'objects') = (reason is not null))
);
comment on table statement_consent is 'placement=distributed:partnership_id. What a district said to a public statement; the newest counts. Silence is no consent.';
alter table statement_consent enable row level security;
create policy statement_consent_is_seen_inside on statement_consent to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select, insert on statement_consent to tandem_app;
