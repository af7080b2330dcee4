-- What leaves the vault, and who said so: the people whose keys sign, drafts, releases, and the record of disclosures.

-- A row is a key that may sign releases of this district, and whose it is. One that may no more keeps its row.
create table release_signer (
  name varchar not null,
  role varchar not null,
  public_key varchar not null,    -- the 32 bytes of an Ed25519 key in base64
  registered_at timestamptz not null,
  ended_at timestamptz            -- null: may sign
);

-- A row is a release from its preparation on: a draft, one that was withdrawn, or one that left and stays for good.
create table release (
  sha256 varchar not null,        -- of its canonical JSON: its name
  sequence integer not null,      -- its place among those that left; a draft that was withdrawn had the same
  prepared_at timestamptz not null,
  grant_text varchar not null,    -- canonical JSON of the grant that it was made under
  canonical varchar not null,     -- canonical JSON of the release: what is signed and leaves
  preview varchar not null,       -- JSON: why each cell is hidden and how narrowly; never leaves
  released_at timestamptz,        -- null: has not left
  withdrawn_at timestamptz,       -- null: was not taken back; what has left never is
  withdrawn_why varchar
);

-- A row is a signature under a draft or a release.
create table release_signature (
  sha256 varchar not null,
  name varchar not null,
  role varchar not null,
  public_key varchar not null,
  signed_at varchar not null,     -- as the signature covers it, in UTC
  signature varchar not null
);

-- A row is a count as it stood when a release was prepared, hidden ones too: what the audits of later releases need.
create table released_count (
  sha256 varchar not null,
  measure_id varchar not null,
  school_cds varchar not null,    -- 14 zeros: the district as a whole
  school_year smallint not null,
  grade varchar not null,
  student_group varchar not null,
  n integer not null,
  numerator integer,
  sum decimal(18, 4),
  denominator decimal(18, 4)
);

-- A row is what was disclosed to whom and why (34 CFR 99.32 (a)(3)): written for anything that leaves, though cells that
-- nobody can undo are no personal information of a student (34 CFR 99.31 (b)(1)).
create table disclosure_record (
  disclosed_at timestamptz not null,
  sha256 varchar not null,        -- the release
  parties varchar[] not null,     -- CDS codes of the districts that may see it
  interest varchar not null,      -- the legitimate interest that the parties had
  basis varchar not null,
  signed_by varchar not null
);
