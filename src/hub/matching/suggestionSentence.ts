import type { CellStatus } from './gridCell.ts';
import type { Suggestion } from './suggestMode.ts';

type Side = { readonly name: string; readonly status: CellStatus };

/** What a suggestion says to a reader, with the districts' names; it suggests and never orders. */
export function suggestionSentence(suggestion: Suggestion, ours: Side, theirs: Side): string {
  const both = `${ours.name} and ${theirs.name}`;
  const named = (status: CellStatus) => (ours.status === status ? ours.name : theirs.name);
  const other = (status: CellStatus) => (ours.status === status ? theirs.name : ours.name);
  const learn = suggestion.learnFrom
    ? ' Similar districts outside the partnership are strong here: learn from them.'
    : '';
  switch (suggestion.because) {
    case 'one is strong where the other is in need':
      return `${named('strength')} is strong where ${named('need')} is in need: partner assistance suggests itself.`;
    case 'both are in need':
      return `${both} are both in need: joint development suggests itself.${learn}`;
    case 'both are in need and no similar district is strong':
      return `${both} are both in need, and no district similar to either is strong: bring in external groups.`;
    case 'one is in need and the other is not strong':
      return suggestion.learnFrom
        ? `${named('need')} is in need and ${other('need')} is not strong.${learn}`
        : `${named('need')} is in need, and neither ${other('need')} nor a similar district is strong.`;
    case 'one is strong and nobody is in need':
      return `${named('strength')} is strong, and ${other('strength')} is not in need.`;
    case 'both are strong':
      return `${both} are both strong: others may learn from them.`;
    case 'nothing stands out':
      return `Neither ${ours.name} nor ${theirs.name} stands out here.`;
  }
}
