create table statement (
  partnership_id uuid not null references partnership,
  part text not null check (part in ('quote', 'contact', 'board', 'note')),
  position smallint not null,
  heading text not null,
  words text not null check (words <> ''),
  said_by text,
  as_of date,
  source text,
  primary key (partnership_id, part, position)
);
comment on table statement is 'placement=reference. Words of the partnership for its fact sheet that no figure can give: a quotation, a contact, a board; as of a day, from a source.';
alter table statement enable row level security;
create policy statement_is_seen_inside on statement to tandem_app
  using (partnership_id = nullif(current_setting('tandem.partnership', true), '')::uuid);
grant select on statement to tandem_app;
