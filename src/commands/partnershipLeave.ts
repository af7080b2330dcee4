import { readConfig } from '../hub/config.ts';
import { selectMembers, selectPartnerships } from '../hub/partnership/partnership.store.ts';
import { asMember, asOperator, type Member, noPerson } from '../hub/store/view.ts';
import { parseLeavingDraft } from '../hub/succession/leavingDraft.ts';
import { startLeaving } from '../hub/succession/startLeaving.store.ts';
import { handoverPath } from '../hub/succession/successionPlace.page.ts';
import { formatDate } from '../vocabulary/formatDate.ts';
import { homeOf } from '../hub/partnership/homeOf.ts';
import { calendarDay } from '../vocabulary/calendarDay.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import type { CommandStreams } from './command.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions, WrongUse } from './readOptions.ts';

/** Runs `tandem partnership leave`: begins the handover of somebody for whom nobody inside can. */
export async function leavePartnership(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      email: { type: 'string' },
      on: { type: 'string' },
      successor: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean' },
    },
    { least: 1, most: 1, what: 'the slug of the partnership' },
  );
  const [slug = ''] = positionals;
  if (!values.email) throw new WrongUse('Give the mail address of whoever leaves with --email.');
  const config = readConfig({ data: values.data }, environment);
  const at = new Date();
  const database = await openConfiguredStore(config.store, at);
  try {
    const partnerships = await asOperator(database, selectPartnerships);
    const partnership = partnerships.find((one) => one.slug === slug);
    if (!partnership) throw new Refusal(`There is no partnership with the slug "${slug}".`);
    const { id, name, isSample } = partnership;
    const operator: Member = {
      personId: noPerson,
      name: 'The operator',
      role: 'facilitator',
      districtId: null,
      partnership: { id, slug, name, isSample },
    };
    const addressOf = (leavingId: string) => config.baseUrl + handoverPath(homeOf({ slug }), leavingId);
    const begun = await asMember(database, operator, async (view) => {
      const members = await selectMembers(view);
      const known = (email: string) => {
        const member = members.find((one) => one.email === email.trim().toLowerCase());
        if (!member) throw new Refusal(`Nobody with the address ${email} is in ${name}.`);
        return member;
      };
      const leaver = known(values.email ?? '');
      const others = members.filter(
        (one) => one.districtId === leaver.districtId && one.personId !== leaver.personId,
      );
      const today = calendarDay(at);
      const form = {
        leavesOn: values.on ?? today,
        successor: values.successor ? known(values.successor).personId : '',
      };
      const parsed = parseLeavingDraft(form, { successorIds: others.map(({ personId }) => personId), today });
      if (!parsed.ok) throw new Refusal([...parsed.errors.values()].join(' '));
      const { leavesOn, successorId, words } = parsed.value;
      const successor = others.find(({ personId }) => personId === successorId) ?? null;
      const telling = { addressOf, lastDay: formatDate(leavesOn) };
      const started = await startLeaving(view, { leaver, leavesOn, successor, words }, telling, at);
      if (!started.done) throw new Refusal(`${leaver.name} leaves already: see the page of people.`);
      return { name: leaver.name, leavesOn, id: started.id };
    });
    const address = addressOf(begun.id);
    io.stdout.write(
      values.json
        ? `${JSON.stringify({ slug, email: values.email, leavesOn: begun.leavesOn, address })}\n`
        : `${begun.name}’s last day in ${name} is ${begun.leavesOn}. What is handed over: ${address}\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}
