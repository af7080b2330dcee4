-- name: groups_at_testing
-- The groups of a student as a test record gives them, as one number of bits. EL is the Dashboard's academic group:
-- English learners (ELO) and those reclassified up to 4 years before the test day (RFP). long_term are the bits of
-- Education Code 313.1, told of English learners only.
create or replace temp macro groups_at_testing(
  el_status, rfep_date, us_entry, test_day, sed, swd, migrant, foster, homeless, parent_education, race, gender,
  long_term
) as
  group_bit('ALL')
  + group_if(el_status = 'EL' or (el_status = 'RFEP' and rfep_date + interval 4 year >= test_day), 'EL')
  + group_if(el_status = 'EL', 'ELO')
  + group_if(el_status = 'RFEP' and rfep_date + interval 4 year >= test_day, 'RFP')
  + group_if(el_status in ('EL', 'RFEP'), 'EVER')
  + group_if(el_status = 'EL' and us_entry + interval 7 year <= test_day, 'LTEL')
  + case when el_status = 'EL' then coalesce(long_term, 0) else 0 end
  + group_if(el_status = 'EO', 'EO')
  + group_if(
    coalesce(sed, false) or coalesce(migrant, false) or coalesce(foster, false) or coalesce(homeless, false)
      or coalesce(parent_education = '14', false),
    'SED'
  )
  + group_if(swd, 'SWD') + group_if(foster, 'FOS') + group_if(homeless, 'HOM') + group_if(migrant, 'MIG')
  + race_and_gender(race, gender);
