-- What somebody took out of the vault again, and why.

-- A row is a file (or set) whose facts were taken out. Its row in loaded_file, and those of the files that it had
-- replaced, have kept 0 from then on, so that any of them can be loaded again.
create table forgotten_file (
  file_id integer not null,       -- as it was in loaded_file; the same content loaded again has another
  name varchar not null,
  sha256 varchar not null,
  layout varchar not null,
  school_year smallint,
  loaded_at timestamptz not null,
  removed integer not null,       -- rows of facts that went with it
  students integer not null,      -- students whom no other file names
  forgotten_at timestamptz not null,
  why varchar not null
);
