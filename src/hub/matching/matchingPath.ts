/** The page of one measure and group: both districts against what is expected, the mode, and where to learn. */
export function cellPath(home: string, measureId: string, group: string): string {
  return `${home}/matching/cells/${measureId}/${group}`;
}

/** The needs and strengths of one district. */
export function gridPath(home: string, cds: string): string {
  return `${home}/matching/districts/${cds}`;
}

/** The districts that serve like students as one. */
export function similarPath(home: string, cds: string): string {
  return `${gridPath(home, cds)}/similar`;
}
