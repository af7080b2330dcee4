-- name: begin
begin transaction;

-- name: commit
commit;

-- name: rollback
rollback;
