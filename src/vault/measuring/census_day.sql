-- name: census_day
-- The first Wednesday of October in the school year that ends in y.
create or replace temp macro census_day(y) as
  make_date(y - 1, 10, 1) + ((10 - dayofweek(make_date(y - 1, 10, 1))) % 7)::integer;
