alter table release_signer add column holder_id uuid references person;
alter table release_signer add column mail text;
alter table release_signer add column let_at timestamptz;
alter table release_signer add column let_by uuid references person;
alter table release_signer add constraint a_signer_is_let_by_somebody_else
  check ((let_at is null) = (let_by is null) and (let_by is null or (holder_id is not null and let_by <> holder_id)));
comment on column release_signer.holder_id is 'The account that registered this key as its own, having answered a challenge with it; none: registered for somebody else before that was asked, and counts no more.';
comment on column release_signer.let_by is 'Who of the same district, another account, let it sign; until then it does not count.';
create unique index one_key_of_signer on release_signer (partnership_id, holder_id) where removed_at is null;
grant update (let_at, let_by) on release_signer to tandem_app;
