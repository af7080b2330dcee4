-- name: selectColumnNames
-- a row is a column of a table, in the order of the table
select column_name
from information_schema.columns
where table_name = $table and table_schema = 'main'
order by ordinal_position;
