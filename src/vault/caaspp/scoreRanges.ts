type Range = readonly [lowest: number, highest: number];

/** Lowest and highest obtainable scale score since 2020-21, by grade. CDE, student data file layout of 2021-22. */
export const obtainable: Readonly<Record<'ELA' | 'MATH', Readonly<Record<string, Range>>>> = {
  ELA: {
    '03': [2115, 2650],
    '04': [2140, 2690],
    '05': [2200, 2730],
    '06': [2230, 2770],
    '07': [2260, 2810],
    '08': [2290, 2850],
    '11': [2300, 2900],
  },
  MATH: {
    '03': [2190, 2660],
    '04': [2205, 2700],
    '05': [2220, 2740],
    '06': [2235, 2780],
    '07': [2250, 2820],
    '08': [2265, 2860],
    '11': [2280, 2900],
  },
};

/** Lowest score of Levels 2, 3 and 4, by grade. Smarter Balanced, reported alike by CDE, TOMS and Smarter's own file. */
export const levelLows: Readonly<Record<'ELA' | 'MATH', Readonly<Record<string, readonly number[]>>>> = {
  ELA: {
    '03': [2367, 2432, 2490],
    '04': [2416, 2473, 2533],
    '05': [2442, 2502, 2582],
    '06': [2457, 2531, 2618],
    '07': [2479, 2552, 2649],
    '08': [2487, 2567, 2668],
    '11': [2493, 2583, 2682],
  },
  MATH: {
    '03': [2381, 2436, 2501],
    '04': [2411, 2485, 2549],
    '05': [2455, 2528, 2579],
    '06': [2473, 2552, 2610],
    '07': [2484, 2567, 2635],
    '08': [2504, 2586, 2653],
    '11': [2543, 2628, 2718],
  },
};

/** Overall score of the Summative ELPAC: lows of Levels 2, 3 and 4 and the highest, by grade; the lowest is 1150. */
export const elpacLows: Readonly<Record<string, readonly number[]>> = {
  KN: [1374, 1422, 1474, 1700],
  '01': [1411, 1455, 1507, 1700],
  '02': [1424, 1471, 1532, 1700],
  '03': [1448, 1488, 1535, 1800],
  '04': [1459, 1499, 1549, 1800],
  '05': [1467, 1514, 1560, 1800],
  '06': [1475, 1517, 1567, 1900],
  '07': [1481, 1527, 1576, 1900],
  '08': [1486, 1534, 1590, 1900],
  '09': [1493, 1545, 1606, 1950],
  '10': [1493, 1545, 1606, 1950],
  '11': [1500, 1555, 1615, 1950],
  '12': [1500, 1555, 1615, 1950],
};
