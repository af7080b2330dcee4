-- name: selectContacts
-- a row is one contact as it stands, with its people; of the whole partnership, one, or one engagement; newest first
select c.contact_id as id, c.kind, c.engagement_id as "engagementId", c.version, c.made_at as "madeAt", v.state, v.title,
  v.purpose, v.starts_at as "startsAt", v.ends_at as "endsAt", v.place, v.host_id as "hostId", v.first_question as "firstQuestion",
  v.second_question as "secondQuestion", v.offers_back as "offersBack", v.practical, v.reason, v.words,
  v.made_at as "changedAt", p.name as "changedBy", o.person_id as "organiserId", o.name as "organiser", o.email as "organiserEmail",
  coalesce((
    select jsonb_agg(
      jsonb_build_object(
        'personId', g.person_id, 'name', coalesce(m.name, g.name), 'email', coalesce(m.email, g.email), 'side', g.side,
        'attended', g.attended
      ) order by g.place_in_list
    )
    from contact_person g
    left join person m on m.person_id = g.person_id
    where g.partnership_id = c.partnership_id and g.contact_id = c.contact_id and g.version = c.version
  ), '[]') as people
from contact c
join contact_version v on v.partnership_id = c.partnership_id and v.contact_id = c.contact_id and v.version = c.version
join person p on p.person_id = v.made_by
join person o on o.person_id = c.made_by
where c.partnership_id = $partnershipId::uuid
  and ($contactId::uuid is null or c.contact_id = $contactId::uuid)
  and ($engagementId::uuid is null or c.engagement_id = $engagementId::uuid)
order by v.starts_at desc, c.contact_id desc;

-- name: insertContact
insert into contact (partnership_id, contact_id, kind, engagement_id, version, made_at, made_by)
values ($partnershipId::uuid, $contactId::uuid, $kind, $engagementId::uuid, 1, $at::timestamptz, $personId::uuid);

-- name: advanceContact
-- a row is the contact moved on to its next version; none when somebody else moved it on first
update contact set version = $version::int, kind = $kind, engagement_id = $engagementId::uuid
where partnership_id = $partnershipId::uuid and contact_id = $contactId::uuid and version = $version::int - 1
returning contact_id as id;

-- name: insertContactVersion
insert into contact_version (
  partnership_id, contact_id, version, step, state, title, purpose, starts_at, ends_at, place, host_id, first_question,
  second_question, offers_back, practical, reason, words, made_at, made_by
)
values (
  $partnershipId::uuid, $contactId::uuid, $version::int, $step, $state, $title, $purpose, $startsAt::timestamptz,
  $endsAt::timestamptz, $place, $hostId::uuid, $firstQuestion, $secondQuestion, $offersBack, $practical, $reason, $words,
  $at::timestamptz, $personId::uuid
);

-- name: insertContactPerson
insert into contact_person (
  partnership_id, contact_id, version, place_in_list, side, person_id, name, email, attended
)
values (
  $partnershipId::uuid, $contactId::uuid, $version::int, $placeInList::int, $side, $guestId::uuid, $name, $email,
  $attended::boolean
);

-- name: selectAgendaItems
-- a row is something a person put on the agenda of a contact, oldest first
select a.item_id as id, a.words, a.made_at as "madeAt", p.name as "madeBy"
from contact_agenda_item a
join person p on p.person_id = a.made_by
where a.partnership_id = $partnershipId::uuid and a.contact_id = $contactId::uuid and a.withdrawn_at is null
order by a.made_at, a.item_id;

-- name: insertAgendaItem
insert into contact_agenda_item (partnership_id, contact_id, item_id, words, made_at, made_by, withdrawn_at)
values ($partnershipId::uuid, $contactId::uuid, $itemId::uuid, $words, $at::timestamptz, $personId::uuid, null);

-- name: withdrawAgendaItem
-- a row is the item that was taken off the agenda; none when it was not on it
update contact_agenda_item set withdrawn_at = $at::timestamptz
where partnership_id = $partnershipId::uuid and contact_id = $contactId::uuid and item_id = $itemId::uuid
  and withdrawn_at is null
returning words;
