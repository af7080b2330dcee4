import { definitionList } from '../../page/definitionList.ts';
import type { Html } from '../../page/html.ts';

/** How needs and strengths come about, in plain words; the same on every page that shows them. */
export function howJudged(): Html {
  return definitionList([
    {
      term: 'Expected',
      description:
        'What districts that serve such students have on average: a line through all districts of the state by their size, programmes, races and grades. Results never choose who is compared.',
    },
    {
      term: 'Difference',
      description:
        'The figure minus what is expected, drawn towards nothing by as much as chance in who was counted may have made of it: few students, little difference. Its 95 % interval holds the doubt in the figure and in the line.',
    },
    {
      term: 'Progress',
      description: 'The same for the change a year, through at least three shown years of the newest four.',
    },
    {
      term: 'Better, worse',
      description:
        'Said only where at most one in ten of all that is said of a district should be chance (Benjamini-Hochberg over its whole grid), and the difference is at least a tenth of how much districts differ (one standard deviation between them, chance taken out). Better is lower where lower is better.',
    },
    {
      term: 'Strength',
      description: 'Level or progress better, and neither worse.',
    },
    {
      term: 'Need',
      description:
        'Level or progress worse, and neither better. One better and the other worse is neither: its page says both.',
    },
    {
      term: 'What it does not say',
      description:
        'Why. Whatever sets a district apart and is not in its profile is part of the difference: a need is a place to look, a strength a place to ask. Groups overlap, so that one cause may show in many places.',
    },
  ]);
}
