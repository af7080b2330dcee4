/**
 * Lowest scores of Levels 2, 3 and 4 and the highest score of Smarter Balanced, by grade; the first number is the
 * lowest obtainable score. Source: CAASPP student data file layout 2021-22 and Smarter's California demo file.
 */
export const smarterScales: Readonly<
  Record<'ELA' | 'MATH', Readonly<Record<string, readonly [number, number, number, number, number]>>>
> = {
  ELA: {
    '03': [2115, 2367, 2432, 2490, 2650],
    '04': [2140, 2416, 2473, 2533, 2690],
    '05': [2200, 2442, 2502, 2582, 2730],
    '06': [2230, 2457, 2531, 2618, 2770],
    '07': [2260, 2479, 2552, 2649, 2810],
    '08': [2290, 2487, 2567, 2668, 2850],
    '11': [2300, 2493, 2583, 2682, 2900],
  },
  MATH: {
    '03': [2190, 2381, 2436, 2501, 2660],
    '04': [2205, 2411, 2485, 2549, 2700],
    '05': [2220, 2455, 2528, 2579, 2740],
    '06': [2235, 2473, 2552, 2610, 2780],
    '07': [2250, 2484, 2567, 2635, 2820],
    '08': [2265, 2504, 2586, 2653, 2860],
    '11': [2280, 2543, 2628, 2718, 2900],
  },
};

/** Lowest scores of ELPAC Levels 1 to 4 and the highest score, by grade. Source: ELPAC information guide 2020-21. */
export const elpacScales: Readonly<Record<string, readonly [number, number, number, number, number]>> = {
  KN: [1150, 1374, 1422, 1474, 1700],
  '01': [1150, 1411, 1455, 1507, 1700],
  '02': [1150, 1424, 1471, 1532, 1700],
  '03': [1150, 1448, 1488, 1535, 1800],
  '04': [1150, 1459, 1499, 1549, 1800],
  '05': [1150, 1467, 1514, 1560, 1800],
  '06': [1150, 1475, 1517, 1567, 1900],
  '07': [1150, 1481, 1527, 1576, 1900],
  '08': [1150, 1486, 1534, 1590, 1900],
  '09': [1150, 1493, 1545, 1606, 1950],
  '10': [1150, 1493, 1545, 1606, 1950],
  '11': [1150, 1500, 1555, 1615, 1950],
  '12': [1150, 1500, 1555, 1615, 1950],
};

/** A score within a scale's bounds, and the level it lies in. */
export function scoreOnScale(
  scale: readonly [number, number, number, number, number],
  wished: number,
): { readonly score: number; readonly level: number } {
  const score = Math.round(Math.min(scale[4], Math.max(scale[0], wished)));
  return { score, level: 1 + [scale[1], scale[2], scale[3]].filter((low) => score >= low).length };
}
