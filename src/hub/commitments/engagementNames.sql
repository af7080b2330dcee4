-- name: selectEngagementNames
-- a row is what an engagement is called and how it stands, for a list to choose from
select e.engagement_id as id, e.mode, v.title, v.state, v.focus_area as "focusArea", v.need_id as "needId"
from engagement e
join engagement_version v
  on v.partnership_id = e.partnership_id and v.engagement_id = e.engagement_id and v.version = e.version
where e.partnership_id = $partnershipId::uuid
order by v.state = 'closed', v.title, e.engagement_id;
