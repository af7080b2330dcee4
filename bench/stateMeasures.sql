-- name: writeTraits
-- A row is a student of a made-up state, drawn by hashes of a seed: the class, the neighbourhood by which the schools
-- follow, and who the student is. How many are poor and how many speak another language differs from neighbourhood to
-- neighbourhood; the rest follows from that. A class is a thirteenth of the enrolment, so that every year has as many
-- students as were asked for.
copy (
  with numbered as (
    select
      id::integer as student_id,
      ($first + id // ($students // 13) - 12)::smallint as kindergarten,
      (hash(id // 30, 'home', $seed) % $elementaries)::integer as home
    from range(($students // 13) * (12 + $years)) as one(id)
  ),
  drawn as (
    select
      *,
      hash(home, 'poverty', $seed) % 1000 / 1000 as poverty,
      hash(student_id, 'poor', $seed) % 1000 / 1000 as poor,
      hash(student_id, 'language', $seed) % 1000 / 1000 as language,
      hash(student_id, 'parents', $seed) % 1000 / 1000 as parents,
      hash(student_id, 'entry', $seed) % 100 as entry,
      hash(student_id, 'reclassified', $seed) % 15 as turn
    from numbered
  )
  select
    student_id, kindergarten, home,
    ($districts * (home / $elementaries) ** 2)::integer as district,
    poor < 0.2 + 0.8 * poverty as meals,
    language < 0.15 + 0.5 * poverty as other_language,
    case when turn < 8 then make_date(kindergarten + 2 + turn::integer, 1, 15) end as rfep_date,
    make_date(kindergarten - 1 + case when entry < 85 then 0 else (entry % 7)::integer end, 8, 14) as us_entry,
    hash(student_id, 'swd', $seed) % 100 < 13 as swd,
    hash(student_id, 'foster', $seed) % 100 < 1 as foster,
    hash(student_id, 'homeless', $seed) % 100 < 4 as homeless,
    hash(student_id, 'migrant', $seed) % 100 < 1 as migrant,
    case when parents < 0.05 + 0.2 * poverty then '14' else (10 + (hash(student_id, 'college') % 4))::varchar end
      as parent_education,
    ['HI', 'HI', 'HI', 'HI', 'HI', 'HI', 'WH', 'WH', 'AS', 'AA', 'FI', 'MR', 'AI', 'PI', 'NR'][
      (1 + hash(student_id, 'race', $seed) % case when poverty > 0.6 then 12 else 15 end)::integer
    ] as race,
    case when hash(student_id, 'gender', $seed) % 200 = 0 then 'X' when student_id % 2 = 0 then 'F' else 'M' end
      as gender,
    (hash(student_id, 1, $seed) % 1000 + hash(student_id, 2, $seed) % 1000 + hash(student_id, 3, $seed) % 1000)
      / 500 - 3 as ability
  from drawn
) to 'trait.parquet' (format parquet);

-- name: writeEnrolment
-- A row is a stay: everybody at the school of the neighbourhood, one in twenty moves to another in January.
copy (
  with attended as (
    select student_id, home, district, year.school_year, school_year - kindergarten as number, half.part
    from 'trait.parquet'
    cross join range($first, $first + $years) as year(school_year)
    cross join range(2) as half(part)
    where school_year - kindergarten between 0 and 12
      and (part = 0 or hash(student_id, school_year, 'moves', $seed) % 20 = 0)
  ),
  placed as (
    select
      *,
      case when part = 0 then home else (home + 1 + hash(student_id, school_year) % 3)::integer end as near,
      hash(student_id, school_year, 'moves', $seed) % 20 = 0 as moves
    from attended
  )
  select
    student_id, school_year::smallint as school_year,
    '19' || lpad(district::varchar, 5, '0') || '0000000' as district_cds,
    '19' || lpad(district::varchar, 5, '0') || case
      when number < 6 then '1' || lpad(near::varchar, 6, '0')
      when number < 9 then '2' || lpad((near // 3)::varchar, 6, '0')
      else '3' || lpad((near * 3 // 13)::varchar, 6, '0')
    end as school_cds,
    '10' as status,
    case when number = 0 then 'KN' else lpad(number::varchar, 2, '0') end as grade,
    case part when 0 then make_date(school_year - 1, 8, 14) else make_date(school_year, 1, 8) end as start_date,
    case when moves and part = 0 then make_date(school_year - 1, 12, 20) else make_date(school_year, 6, 6) end
      as end_date,
    case
      when moves and part = 0 then 'T160'
      when number = 12 and hash(student_id, 'diploma', $seed) % 100 < 87 then 'E230'
      when number = 12 then 'E140'
    end as exit_reason,
    case when number = 12 and hash(student_id, 'diploma', $seed) % 100 < 87 and (part = 1 or not moves) then '100' end
      as completion,
    hash(student_id, 'ag', $seed) % 100 < 50 as met_uc_csu,
    1 as file_id, student_id as line
  from placed
) to 'enrolment' (format parquet, partition_by (school_year));

-- name: writeStudent
copy (
  select student_id, lpad(student_id::varchar, 10, '1') as ssid, null::varchar as local_id,
    '19' || lpad(district::varchar, 5, '0') || '0000000' as district_cds
  from 'trait.parquet'
) to 'student.parquet' (format parquet);

-- name: writeInfo
copy (
  select
    student_id, make_date(kindergarten - 1, 8, 14) as start_date, null::date as end_date,
    make_date(kindergarten - 6, 3, 1) as birth_date, gender, race, us_entry as us_entry_date, parent_education,
    meals and student_id % 3 = 0 as direct_certified, 1 as file_id, student_id as line
  from 'trait.parquet'
) to 'student_info.parquet' (format parquet);

-- name: writeLanguage
copy (
  select
    student_id, case when other_language then 'EL' else 'EO' end as status,
    make_date(kindergarten - 1, 8, 14) as start_date, case when other_language then '01' else '00' end
      as primary_language, 1 as file_id, student_id as line
  from 'trait.parquet'
  union all
  select student_id, 'RFEP', rfep_date, '01', 1, student_id
  from 'trait.parquet'
  where other_language and rfep_date is not null
) to 'language_status.parquet' (format parquet);

-- name: writeProgramme
copy (
  select
    student_id, '19' || lpad(district::varchar, 5, '0') || '0000000' as school_cds, code, '1' as membership,
    make_date(kindergarten - 1, 8, 14) as start_date, null::date as end_date, 1 as file_id, student_id as line
  from (
    select
      student_id, district, kindergarten,
      unnest(['181', '144', '190', '191', '135']) as code, unnest([meals, swd, foster, homeless, migrant]) as held
    from 'trait.parquet'
  )
  where held
) to 'programme.parquet' (format parquet);

-- name: writeTests
-- A row is a record of ELA, mathematics or science. Scores follow from ability, poverty, language and disability.
copy (
  with low as (
    select * from (values
      ('ELA', '03', 2367, 2432, 2490), ('ELA', '04', 2416, 2473, 2533), ('ELA', '05', 2442, 2502, 2582),
      ('ELA', '06', 2457, 2531, 2618), ('ELA', '07', 2479, 2552, 2649), ('ELA', '08', 2487, 2567, 2668),
      ('ELA', '11', 2493, 2583, 2682),
      ('MATH', '03', 2381, 2436, 2501), ('MATH', '04', 2411, 2485, 2549), ('MATH', '05', 2455, 2528, 2579),
      ('MATH', '06', 2473, 2552, 2610), ('MATH', '07', 2484, 2567, 2635), ('MATH', '08', 2504, 2586, 2653),
      ('MATH', '11', 2543, 2628, 2718),
      ('CAST', '05', 180, 214, 230), ('CAST', '08', 380, 415, 430), ('CAST', '11', 580, 615, 630)
    ) as one(test, grade, low2, low3, low4)
  ),
  taken as (
    select
      stay.*, low.*, trait.* exclude (student_id),
      hash(stay.student_id, school_year, 'tested', $seed) % 100 < 96 as tested,
      other_language and (rfep_date is null or rfep_date > make_date(school_year, 4, 15)) as learner
    from read_parquet('enrolment/*/*.parquet', hive_types = {'school_year': smallint}) as stay
    join low on low.grade = stay.grade
    join 'trait.parquet' as trait on trait.student_id = stay.student_id
    where stay.end_date >= make_date(school_year, 4, 1)
  ),
  scored as (
    select
      *,
      (low3 + case when test = 'CAST' then 15 else 85 end * (
        ability + hash(student_id, school_year, test, $seed) % 100 / 200 - 0.2
        - 0.5 * meals::integer - 0.6 * learner::integer - 0.8 * swd::integer
      ))::smallint as scale_score
    from taken
  )
  select
    student_id, school_year, test, grade as grade_assessed, district_cds, school_cds,
    null::varchar as accountability_district,
    case when tested then scale_score end as scale_score,
    case when tested then
      (1 + (scale_score >= low2)::integer + (scale_score >= low3)::integer + (scale_score >= low4)::integer)::tinyint
    end as level,
    null::varchar as condition, case when tested then 'Y' else 'N' end as attemptedness,
    case when tested then 'Y' else 'N' end as include, make_date(school_year, 4, 15) as first_test_day,
    case when not other_language then 'EO' when learner then 'EL' else 'RFEP' end as el_status,
    null::date as el_entry, case when not learner then rfep_date end as rfep_date, us_entry, meals as sed, swd, migrant,
    foster, homeless, false as military, race, gender, parent_education, null::varchar as ltel, 1 as file_id,
    student_id as line
  from scored
) to 'test_result' (format parquet, partition_by (school_year));

-- name: writeElpac
copy (
  select
    stay.student_id, school_year, 'summative' as kind, grade, district_cds, school_cds,
    (1380 + 60 * ability + 20 * (school_year - kindergarten))::smallint as scale_score,
    least(4, greatest(1, (2.5 + ability)::integer))::tinyint as level,
    null::varchar as condition, 'Y' as attemptedness, 'Y' as include, make_date(school_year, 3, 1) as first_test_day,
    null::date as el_entry, us_entry, meals as sed, swd, migrant, foster, homeless, false as military, race, gender,
    parent_education, null::varchar as ltel, 1 as file_id, stay.student_id as line
  from read_parquet('enrolment/*/*.parquet', hive_types = {'school_year': smallint}) as stay
  join 'trait.parquet' as trait on trait.student_id = stay.student_id
  where other_language and (rfep_date is null or rfep_date > make_date(school_year, 3, 1))
    and stay.end_date >= make_date(school_year, 4, 1)
) to 'elpac_result' (format parquet, partition_by (school_year));

-- name: dropTables
-- The tables that the Parquet files take the place of.
drop table enrolment;
drop table student;
drop table student_info;
drop table language_status;
drop table programme;
drop table test_result;
drop table elpac_result;

-- name: viewEnrolment
create view enrolment as
select
  *, null::boolean as merit_diploma, null::boolean as seal_of_biliteracy, null::boolean as transition_status,
  null::boolean as workforce_readiness, null::boolean as food_handler, null::boolean as pre_apprenticeship,
  null::boolean as pre_apprenticeship_other, null::boolean as job_programme
from read_parquet('enrolment/*/*.parquet', hive_types = {'school_year': smallint});

-- name: viewStudent
create view student as select * from 'student.parquet';

-- name: viewInfo
create view student_info as select * from 'student_info.parquet';

-- name: viewLanguage
create view language_status as select * from 'language_status.parquet';

-- name: viewProgramme
create view programme as select * from 'programme.parquet';

-- name: viewTests
create view test_result as
select * from read_parquet('test_result/*/*.parquet', hive_types = {'school_year': smallint});

-- name: viewElpac
create view elpac_result as
select * from read_parquet('elpac_result/*/*.parquet', hive_types = {'school_year': smallint});

-- name: countRows
-- Rows of facts in all.
select (
  (select count(*) from enrolment) + (select count(*) from test_result) + (select count(*) from elpac_result)
  + (select count(*) from language_status) + (select count(*) from programme) + (select count(*) from student_info)
)::bigint as facts;

-- name: scanRows
-- Every value of the rows that measures read, once.
select (
  (select bit_xor(hash(one)) from enrolment as one), (select bit_xor(hash(one)) from test_result as one),
  (select bit_xor(hash(one)) from elpac_result as one), (select bit_xor(hash(one)) from language_status as one),
  (select bit_xor(hash(one)) from programme as one), (select bit_xor(hash(one)) from student_info as one)
)::varchar as scanned;

-- name: countSlices
select count(*)::bigint as slices from counted;

-- name: selectHeadline
-- A row is a measure over the districts' figures of all students in the last year: whether the state is a plausible one.
select
  measure_id as measure, sum(n)::bigint as n, round(100.0 * sum(numerator) / sum(n), 1) as percent,
  round(sum(sum) / sum(n), 1) as mean
from count
where school_cds = '00000000000000' and grade = 'all' and student_group = 'ALL' and school_year = $year
group by measure_id
order by measure_id;
