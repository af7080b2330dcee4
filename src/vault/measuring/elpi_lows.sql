-- name: elpi_lows
-- The lowest scores of the ELPI levels 2L 2H 3L 3H 4 in a grade (ELPAC Information Guide 2020-21).
create or replace temp macro elpi_lows(grade) as
  case grade
    when 'KN' then [1374, 1398, 1422, 1448, 1474]
    when '01' then [1411, 1433, 1455, 1481, 1507]
    when '02' then [1424, 1447, 1471, 1501, 1532]
    when '03' then [1448, 1468, 1488, 1511, 1535]
    when '04' then [1459, 1479, 1499, 1524, 1549]
    when '05' then [1467, 1490, 1514, 1537, 1560]
    when '06' then [1475, 1496, 1517, 1542, 1567]
    when '07' then [1481, 1504, 1527, 1551, 1576]
    when '08' then [1486, 1510, 1534, 1562, 1590]
    when '09' then [1493, 1519, 1545, 1575, 1606]
    when '10' then [1493, 1519, 1545, 1575, 1606]
    when '11' then [1500, 1527, 1555, 1585, 1615]
    when '12' then [1500, 1527, 1555, 1585, 1615]
  end;
