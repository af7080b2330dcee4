-- name: selectCadences
-- a row is how often a level holds its reviews, as it stands
select distinct on (c.level) c.level, c.version, c.weeks, c.first_day::text as "firstDay", c.words, c.made_at as "madeAt",
  p.name as "madeBy"
from review_cadence c
join person p on p.person_id = c.made_by
where c.partnership_id = $partnershipId::uuid
order by c.level, c.version desc;

-- name: insertCadence
-- a row is the rhythm as it was written; none when somebody else wrote this version first
insert into review_cadence (partnership_id, level, version, weeks, first_day, words, made_at, made_by)
values (
  $partnershipId::uuid, $level, $version::int, $weeks::int, $firstDay::date, $words, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning version;

-- name: selectReviews
-- a row is one review as it stands; of the whole partnership, or one
select r.review_id as id, r.level, r.version, v.step, v.title, v.planned_on::text as "plannedOn",
  v.period_from::text as "periodFrom", v.period_until::text as "periodUntil", v.focus_area as "focusArea",
  v.sign_days as "signDays", v.words, v.made_at as "changedAt", p.name as "changedBy", r.made_at as "madeAt",
  (
    select f.planned_on::text from review_version f
    where f.partnership_id = r.partnership_id and f.review_id = r.review_id and f.version = 1
  ) as "firstPlannedOn"
from review r
join review_version v on v.partnership_id = r.partnership_id and v.review_id = r.review_id and v.version = r.version
join person p on p.person_id = v.made_by
where r.partnership_id = $partnershipId::uuid
  and ($reviewId::uuid is null or r.review_id = $reviewId::uuid)
order by v.planned_on desc, r.review_id;

-- name: insertReview
insert into review (partnership_id, review_id, level, version, made_at, made_by)
values ($partnershipId::uuid, $reviewId::uuid, $level, 1, $at::timestamptz, $personId::uuid);

-- name: advanceReview
-- a row is the review moved on to its next version; none when somebody else moved it on first
update review set version = $version::int
where partnership_id = $partnershipId::uuid and review_id = $reviewId::uuid and version = $version::int - 1
returning review_id as id;

-- name: lockReview
-- whoever seals, unlocks or signs waits for whoever else does, to the end of their transaction
select review_id as id from review
where partnership_id = $partnershipId::uuid and review_id = $reviewId::uuid
for update;

-- name: insertReviewVersion
insert into review_version (
  partnership_id, review_id, version, step, title, planned_on, period_from, period_until, focus_area, sign_days, words,
  made_at, made_by
)
values (
  $partnershipId::uuid, $reviewId::uuid, $version::int, $step, $title, $plannedOn::date, $periodFrom::date,
  $periodUntil::date, $focusArea, $signDays::int, $words, $at::timestamptz, $personId::uuid
);

-- name: selectItems
-- a row is something that somebody put on the agenda of a review
select i.item_id as id, i.district_id as "districtId", i.words, i.made_at as "madeAt", p.name as "madeBy"
from review_item i
join person p on p.person_id = i.made_by
where i.partnership_id = $partnershipId::uuid and i.review_id = $reviewId::uuid and i.withdrawn_at is null
order by i.made_at, i.item_id;

-- name: insertItem
insert into review_item (partnership_id, review_id, item_id, district_id, words, made_at, made_by)
values (
  $partnershipId::uuid, $reviewId::uuid, $itemId::uuid, $districtId::uuid, $words, $at::timestamptz, $personId::uuid
);

-- name: withdrawItem
-- a row is an item that was taken off an agenda by the district that put it there; none when it was off already
update review_item set withdrawn_at = $at::timestamptz
where partnership_id = $partnershipId::uuid and review_id = $reviewId::uuid and item_id = $itemId::uuid
  and district_id is not distinct from $districtId::uuid and withdrawn_at is null
returning words;
