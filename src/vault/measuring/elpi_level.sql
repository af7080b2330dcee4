-- name: elpi_level
-- The ELPI level of a summative ELPAC score in a grade, 1 to 6 for 1 2L 2H 3L 3H 4: one more than the lowest scores
-- of 2L to 4 that it reaches. Levels 2 and 3 of the ELPAC are halved, the lower half with floor(n / 2) of the scores.
create or replace temp macro elpi_level(grade, score) as
  1 + len(list_filter(elpi_lows(grade), lambda low: score >= low));
