-- Counts as small numbers: what is alike in all counts of a measure, or of a place, is said once. `count` is what it
-- was, now a view over them.

create type counted_grade as enum (
  'TK', 'K', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12',
  'all', 'TK-K', '1-3', '4-6', '7-8', 'TK-8', '9-12'
);
create type counted_group as enum (
  'ALL', 'EL', 'ELO', 'RFP', 'EVER', 'LTEL', 'LTEL6', 'ARL', 'EO', 'SED', 'SWD', 'FOS', 'HOM', 'MIG',
  'AA', 'AI', 'AS', 'FI', 'HI', 'PI', 'WH', 'MR', 'NR', 'F', 'M', 'X', 'GNR'
);

-- A row is a measure counted for a school year.
create table measured (
  measured_id integer not null,
  run_id integer not null,
  measure_id varchar not null,
  definition_hash varchar not null,
  rule_hash varchar not null,     -- of the SQL that made it
  school_year smallint not null
);

-- A row is a school, or with 14 zeros a district as a whole, that something was counted of.
create table counted_place (
  place_id integer not null,
  district_cds varchar not null,
  school_cds varchar not null
);

-- A row is one measure of one slice: a place x grade x group in the year of `measured`. numerator is for rates, sum
-- for means; the other is null.
create table counted (
  measured_id integer not null,
  place_id integer not null,
  grade counted_grade not null,   -- or all, or a span
  student_group counted_group not null,
  n integer not null,
  numerator integer,
  sum decimal(18, 4),
  denominator decimal(18, 4)      -- what sum is divided by where that is not n: expected days
);

insert into measured
select row_number() over (order by measure_id, school_year), *
from (select distinct run_id, measure_id, definition_hash, rule_hash, school_year from count);

insert into counted_place
select row_number() over (order by district_cds, school_cds), *
from (select distinct district_cds, school_cds from count);

insert into counted
select
  measured_id, place_id, count.grade::counted_grade, count.student_group::counted_group, n, numerator, sum,
  denominator
from count
join measured using (run_id, measure_id, definition_hash, rule_hash, school_year)
join counted_place using (district_cds, school_cds);

drop table count;

-- A row is one measure of one slice: district or school x year x grade x group.
create view count as
select
  run_id, measure_id, definition_hash, rule_hash, district_cds, school_cds, school_year, grade::varchar as grade,
  student_group::varchar as student_group, n, numerator, sum, denominator
from counted
join measured using (measured_id)
join counted_place using (place_id);
