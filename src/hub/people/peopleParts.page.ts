import type { Html } from '../../page/html.ts';
import { subNavigation } from '../../page/subNavigation.ts';
import type { RoleId } from '../../vocabulary/partnership.ts';

const parts = [
  { id: 'people', label: 'Who is who', path: '', coordinatorsOnly: false },
  { id: 'me', label: 'What is mine', path: '/me', coordinatorsOnly: false },
  { id: 'mail', label: 'My mail and calendar', path: '/mail', coordinatorsOnly: false },
  { id: 'links', label: 'Links without account', path: '/links', coordinatorsOnly: true },
  { id: 'replies', label: 'Answers by mail', path: '/replies', coordinatorsOnly: true },
] as const;
export type PeoplePart = (typeof parts)[number]['id'];

type Place = { readonly home: string; readonly member: { readonly role: RoleId } };

/** The parts of what is about people; the one that is shown is marked. */
export function peopleParts({ home, member }: Place, current: PeoplePart): Html {
  return subNavigation(
    'Parts of the people',
    parts
      .filter(({ coordinatorsOnly }) => !coordinatorsOnly || member.role === 'coordinator')
      .map(({ id, label, path }) => ({ label, href: `${home}/people${path}`, current: id === current })),
  );
}
