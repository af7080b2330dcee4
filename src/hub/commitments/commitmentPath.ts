/** The page of a commitment. */
export function commitmentPath(home: string, commitmentId: string): string {
  return `${home}/work/commitments/${commitmentId}`;
}
