-- name: selectLedgerImports
-- a row is a ledger file that was handed in, newest first; of the whole partnership, or one
select i.import_id as id, i.district_id as "districtId", i.holds, i.file_name as "fileName", i.sha256, i.bytes, i.state, i.version,
  i.mapping, i.from_day::text as "fromDay", i.until_day::text as "untilDay", i.lines, i.total_cents::float8 as "totalCents",
  i.left_out as "leftOut", i.replaces, i.made_at as "madeAt", p.name as "madeBy", i.decided_at as "decidedAt", d.name as "decidedBy"
from ledger_import i
join person p on p.person_id = i.made_by
left join person d on d.person_id = i.decided_by
where i.partnership_id = $partnershipId::uuid and ($importId::uuid is null or i.import_id = $importId::uuid)
order by i.made_at desc, i.import_id desc;

-- name: selectLedgerFile
-- a row is the bytes of a file that waits to be applied
select file
from ledger_import
where partnership_id = $partnershipId::uuid and import_id = $importId::uuid and state = 'waiting';

-- name: lockLedger
-- whoever brings or applies a file of a district's ledger waits for whoever else does, to the end of their transaction
select pg_advisory_xact_lock(hashtextextended($ledger, 0)) is null as locked;

-- name: insertLedgerImport
insert into ledger_import (
  partnership_id, import_id, district_id, holds, file_name, sha256, bytes, file, state, version, mapping, from_day, until_day,
  made_at, made_by
)
values (
  $partnershipId::uuid, $importId::uuid, $districtId::uuid, $holds, $fileName, $sha256, $bytes::int, $file::bytea, 'waiting', 1,
  $mapping::jsonb, $fromDay::date, $untilDay::date, $at::timestamptz, $personId::uuid
);

-- name: updateLedgerMapping
-- a row is the waiting file with its new mapping; none when somebody else changed or decided it first
update ledger_import
set mapping = $mapping::jsonb, from_day = $fromDay::date, until_day = $untilDay::date, version = $version::int
where partnership_id = $partnershipId::uuid and import_id = $importId::uuid and state = 'waiting' and version = $version::int - 1
returning import_id as id;

-- name: applyLedgerImport
-- a row is the file that is applied now; none when somebody else changed or decided it first
update ledger_import
set state = 'applied', file = null, version = $version::int, lines = $lines::int, total_cents = $totalCents::bigint,
  left_out = $leftOut::int, replaces = $replaces::uuid, decided_at = $at::timestamptz, decided_by = $personId::uuid
where partnership_id = $partnershipId::uuid and import_id = $importId::uuid and state = 'waiting' and version = $version::int - 1
returning import_id as id;

-- name: supersedeLedgerImport
update ledger_import
set state = 'superseded', version = version + 1
where partnership_id = $partnershipId::uuid and import_id = $importId::uuid and state = 'applied';

-- name: discardLedgerImport
-- a row is the file that is set aside now; none when somebody else changed or decided it first
update ledger_import
set state = 'discarded', file = null, version = $version::int, decided_at = $at::timestamptz, decided_by = $personId::uuid
where partnership_id = $partnershipId::uuid and import_id = $importId::uuid and state = 'waiting' and version = $version::int - 1
returning import_id as id;

-- name: insertResourceLines
insert into resource_line (
  partnership_id, import_id, line, day, description, reference, resource_code, object_code, amount_cents
)
select $partnershipId::uuid, $importId::uuid, l.line, l.day, l.description, l.reference, l."resourceCode", l."objectCode",
  l."amountCents"
from jsonb_to_recordset($lines::jsonb) as l (
  line int, day date, description text, reference text, "resourceCode" text, "objectCode" text, "amountCents" bigint
);

-- name: selectResourceLines
-- a row is a line of the ledger files that are applied, or of one file whatever became of it
select l.import_id as "importId", i.district_id as "districtId", i.holds, l.line, l.day::text as day, l.description, l.reference,
  l.resource_code as "resourceCode", l.object_code as "objectCode", l.amount_cents::float8 as "amountCents"
from resource_line l
join ledger_import i on i.partnership_id = l.partnership_id and i.import_id = l.import_id
where l.partnership_id = $partnershipId::uuid
  and (($importId::uuid is null and i.state = 'applied') or l.import_id = $importId::uuid)
order by l.day, l.import_id, l.line;
