-- name: selectStatements
-- a row is one of the partnership's own statements for its fact sheet
select part, heading, words, said_by as "saidBy", as_of as "asOf", source
from statement
where partnership_id = $partnershipId::uuid
order by part, position;

-- name: insertStatement
insert into statement (partnership_id, part, position, heading, words, said_by, as_of, source)
values ($partnershipId::uuid, $part, $position::smallint, $heading, $words, $saidBy, $asOf::date, $source);
