-- The roster as OneRoster sets say it, record by record, so that a set of changes can be applied to it.

-- A row is a record of the roster as the set file_id left it: from that set, or held from the one before. Only columns
-- that the vault uses are kept; no name, mail address or password is.
create table oneroster_record (
  file varchar not null,          -- orgs academicSessions courses classes users roles enrollments demographics
  sourced_id varchar not null,
  active boolean not null,        -- false: deleted; kept so that an older word does not bring it back
  modified varchar,               -- dateLastModified, UTC as 2025-10-02T07:00:00.000Z; null where a bulk file has none
  fields varchar not null,        -- a JSON object of text by the standard's column names
  said_in integer,                -- file_id of the set that said it, and line is its; null: this one
  file_id integer not null,
  line integer not null
);
