import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { elseChoice, readNamedPerson } from '../commitments/namedPerson.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type Deputy, insertDeputy, selectDeputies } from './deputies.store.ts';
import { mayNameDeputy } from './mayLeave.ts';
import { askerOf, peopleTrail, respondNotTheirs, withNamedMember } from './successionPlace.page.ts';

const path = '/partnerships/:partnership/people/:person/deputy';

/** Who stands in for a member: named by themself or by their district's coordinator. */
export const deputyFormPages: Route[] = [
  {
    method: 'get',
    path,
    access: 'members',
    answer: (ask) => withFound(ask, (found) => respondForm(ask, found, writtenOf(found), new Map())),
  },
  {
    method: 'post',
    path,
    access: 'members',
    answer: (ask) => withFound(ask, (found) => nameDeputy(ask, found)),
  },
];

type Written = Readonly<Record<string, string>>;
type Found = {
  readonly named: PartnershipMember;
  readonly others: readonly PartnershipMember[];
  readonly current: Deputy | undefined;
};

function withFound(ask: MemberAsk, answer: (found: Found) => Promise<Response>): Promise<Response> {
  return withNamedMember(
    ask,
    async (view, { personId }) => (await selectDeputies(view)).get(personId),
    (named, members, current) => {
      if (!mayNameDeputy(askerOf(ask), named))
        return respondNotTheirs(
          ask,
          `Who stands in for ${named.name}`,
          `Only ${named.name} and the coordinator of their district can name a deputy.`,
        );
      const others = members.filter(
        (one) => one.personId !== named.personId && one.districtId === named.districtId,
      );
      return answer({ named, others, current });
    },
  );
}

function writtenOf({ current, others }: Found): Written {
  const deputy = current?.deputy;
  if (!deputy) return {};
  return others.some(({ personId }) => personId === deputy.personId)
    ? { deputy: deputy.personId ?? '' }
    : { deputy: elseChoice, deputyName: deputy.name, deputyEmail: deputy.email };
}

function respondForm(
  ask: MemberAsk,
  { named, others, current }: Found,
  written: Written,
  errors: FieldErrors,
  isStale = false,
): Promise<Response> {
  const field = (name: string) => ({ id: name, name, value: written[name], error: errors.get(name) });
  return ask.respond({
    title: `Deputy of ${named.name}`,
    section: 'people',
    status: errors.size > 0 || isStale ? 422 : undefined,
    body: html`${pageHeading({
      title: `Who stands in for ${named.name}?`,
      lead: 'The deputy is told when they leave, may read what they hand over, and is asked first when something of theirs lies.',
      trail: peopleTrail(ask.home, { label: `Deputy of ${named.name}` }),
    })}${
      isStale && current
        ? callout({
            kind: 'refusal',
            title: `${current.madeBy} named ${current.deputy?.name ?? 'nobody'} while you were writing.`,
            body: 'What you chose is still below: look at both, then send again.',
          })
        : ''
    }${card({
      body: form({
        action: `${ask.home}/people/${named.personId}/deputy`,
        csrfToken: ask.person.csrfToken,
        submit: 'Name the deputy',
        second: linkButton({ label: 'Back to the people', href: `${ask.home}/people`, tone: 'quiet' }),
        errors: [...errors].map(([name, message]) => ({ field: name, message })),
        body: html`<input type="hidden" name="version" value="${String(current?.version ?? 0)}">${selectField(
          {
            ...field('deputy'),
            label: 'Deputy',
            optional: true,
            empty: 'Nobody',
            options: [
              ...others.map(({ personId, name }) => ({ value: personId, label: name })),
              { value: elseChoice, label: 'Somebody else, named below' },
            ],
          },
        )}${textField({ ...field('deputyName'), label: 'Name of somebody else', optional: true, width: 'medium' })}${textField({ ...field('deputyEmail'), label: 'Their mail address', type: 'email', optional: true, width: 'medium' })}`,
      }),
    })}`,
  });
}

async function nameDeputy(ask: MemberAsk, found: Found): Promise<Response> {
  const { named, others, current } = found;
  const errors = new Map<string, string>();
  const deputy = readNamedPerson(ask.form, 'deputy', others, errors);
  if (deputy && (deputy.personId === named.personId || deputy.email === named.email))
    errors.set('deputyEmail', 'Nobody stands in for themself.');
  if (deputy === undefined || errors.size > 0) return respondForm(ask, found, ask.form, errors);
  const basedOn = Number(ask.form.version);
  const isDone =
    basedOn === (current?.version ?? 0) &&
    (await asMember(ask.hub.database, ask.member, (view) =>
      insertDeputy(view, named, basedOn, deputy, ask.hub.now()),
    ));
  if (!isDone) return withFound(ask, (fresh) => respondForm(ask, fresh, ask.form, new Map(), true));
  return ask.context.redirect(`${ask.home}/people`, 303);
}
