-- name: group_if
-- The bit of a student group where the flag is true, nothing where it is false or not known.
create or replace temp macro group_if(flag, code) as coalesce(flag, false)::integer * group_bit(code);
