-- name: ela_participation
-- counts: rate
-- needs: test_result
-- Participation in English language arts: records expected to be tested, general or alternate; numerator tested
-- (attemptedness Y or P). The Dashboard asks for 95 after rounding to whole percent.
create or replace temp table contribution as
select district_cds, school_cds, grade, groups, 1 as n, tested::integer as numerator
from academic_contribution
where subject = 'ELA' and expected = 1;
