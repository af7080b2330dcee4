-- name: insertSheetImport
insert into sheet_import (partnership_id, import_id, district_id, file_name, file, made_at, made_by)
values ($partnershipId::uuid, $importId::uuid, $districtId::uuid, $fileName, $file::bytea, $at::timestamptz, $personId::uuid);

-- name: selectSheetImport
-- a row is one workbook that was brought back, and when it was applied
select i.district_id as "districtId", i.file_name as "fileName", i.file, i.made_at as "madeAt", i.made_by as "madeById",
  a.applied_at as "appliedAt", a.changes
from sheet_import i
left join sheet_applied a on a.partnership_id = i.partnership_id and a.import_id = i.import_id
where i.partnership_id = $partnershipId::uuid and i.import_id = $importId::uuid;

-- name: insertSheetApplied
-- a row is a workbook that is applied now; none when it was before
insert into sheet_applied (partnership_id, import_id, applied_at, applied_by, changes)
values ($partnershipId::uuid, $importId::uuid, $at::timestamptz, $personId::uuid, $changes::int)
on conflict do nothing
returning import_id as id;
