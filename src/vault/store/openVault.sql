-- name: checkpoint
checkpoint;
