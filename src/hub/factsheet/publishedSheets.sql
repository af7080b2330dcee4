-- name: selectPublicSheets
-- a row is a fact sheet that anybody may read, newest first, without its content
select f.pack_hash as "packHash", f.published_at as "publishedAt"
from fact_sheet f
join partnership p on p.partnership_id = f.partnership_id
where p.slug = $slug and f.withdrawn_at is null
order by f.published_at desc, f.sheet_id desc;

-- name: selectPublicContent
-- a row is the open data of a fact sheet that anybody may read
select f.content
from fact_sheet f
join partnership p on p.partnership_id = f.partnership_id
where p.slug = $slug and f.pack_hash = $packHash and f.withdrawn_at is null;

-- name: selectSheets
-- a row is a fact sheet that the partnership published, newest first, withdrawn ones too
select f.sheet_id as id, f.pack_hash as "packHash", f.published_at as "publishedAt", p.name as "publishedBy",
  f.withdrawn_at as "withdrawnAt", w.name as "withdrawnBy", f.withdrawn_words as "withdrawnWords"
from fact_sheet f
join person p on p.person_id = f.published_by
left join person w on w.person_id = f.withdrawn_by
where f.partnership_id = $partnershipId::uuid
order by f.published_at desc, f.sheet_id desc;

-- name: insertSheet
-- a row is the sheet as it was published; none when the pack's was published meanwhile
insert into fact_sheet (partnership_id, sheet_id, pack_hash, part_hash, content, published_at, published_by)
values (
  $partnershipId::uuid, $sheetId::uuid, $packHash, $partHash, $content, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning sheet_id as id;

-- name: withdrawSheet
-- a row is a sheet that was withdrawn now; none when it was already
update fact_sheet set withdrawn_at = $at::timestamptz, withdrawn_by = $personId::uuid, withdrawn_words = $words
where partnership_id = $partnershipId::uuid and sheet_id = $sheetId::uuid and withdrawn_at is null
returning pack_hash as "packHash";

-- name: withdrawSheetOfPack
-- a row is the public sheet of a pack, withdrawn now; none when none was public
update fact_sheet set withdrawn_at = $at::timestamptz, withdrawn_by = $personId::uuid, withdrawn_words = $words
where partnership_id = $partnershipId::uuid and pack_hash = $packHash and withdrawn_at is null
returning pack_hash as "packHash";
