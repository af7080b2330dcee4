-- name: grade_code
-- The grades of a slice as one type, in their order; kept as small numbers.
create or replace temp type grade_code as enum (
  'TK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'
);
