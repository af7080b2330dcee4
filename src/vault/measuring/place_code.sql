-- name: place_code
-- Every district and school that a fact names, and 14 zeros for a district as a whole, as one type: a code is kept
-- as a small number, by which places are grouped twice as fast. An enum is ordered as it was made: made in order of
-- the codes, it compares like text.
create or replace temp type place_code as enum (
  select cds from (
    select '00000000000000' as cds
    union select school_cds from enrolment union select district_cds from enrolment
    union select school_cds from test_result union select district_cds from test_result
    union select accountability_district from test_result where accountability_district is not null
    union select school_cds from elpac_result union select district_cds from elpac_result
    union select school_cds from attendance union select district_cds from attendance
    union select school_cds from incident union select district_cds from incident
  ) order by cds
);
