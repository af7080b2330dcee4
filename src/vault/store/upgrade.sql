-- name: createUpgrades
-- a row is a file of the schema that this vault has been through
create table if not exists upgrade (name varchar primary key, sha256 varchar not null, landed_at timestamptz not null);

-- name: selectUpgrades
select name, sha256 from upgrade order by name;

-- name: insertUpgrade
insert into upgrade (name, sha256, landed_at) values ($name, $sha256, $at);
