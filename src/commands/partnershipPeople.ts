import { readConfig } from '../hub/config.ts';
import { addPerson, removePerson } from '../hub/partnership/changePeople.store.ts';
import { PersonDraft } from '../hub/partnership/partnershipDraft.ts';
import { asOperator, type OperatorView } from '../hub/store/view.ts';
import type { CommandStreams } from './command.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { readOptions, WrongUse } from './readOptions.ts';

/** Runs `tandem partnership add` and `remove`: who is in a partnership. */
export async function changePeople(
  verb: 'add' | 'remove',
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  const { values, positionals } = readOptions(
    args,
    {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      district: { type: 'string' },
      'focus-area': { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean' },
    },
    { least: 1, most: 1, what: 'the slug of the partnership' },
  );
  const [slug = ''] = positionals;
  if (!values.email) throw new WrongUse('Give the mail address with --email.');
  const change =
    verb === 'add'
      ? adding(slug, { ...values, focusArea: values['focus-area'] })
      : removing(slug, values.email.trim().toLowerCase());
  const at = new Date();
  const database = await openConfiguredStore(readConfig({ data: values.data }, environment).store, at);
  try {
    const partnership = await asOperator(database, (view) => change(view, at));
    const done = verb === 'add' ? 'is now in' : 'is no longer in';
    io.stdout.write(
      values.json
        ? `${JSON.stringify({ slug, email: values.email, change: verb })}\n`
        : `${values.email} ${done} ${partnership.name}.\n`,
    );
    return 0;
  } finally {
    await database.close();
  }
}

type Asked = {
  readonly email?: string;
  readonly name?: string;
  readonly role?: string;
  readonly district?: string;
  readonly focusArea?: string;
};
type Change = (view: OperatorView, at: Date) => ReturnType<typeof addPerson>;

function adding(slug: string, { email, name, role, district, focusArea }: Asked): Change {
  const parsed = PersonDraft.safeParse({
    email,
    name,
    role,
    district: district ?? null,
    focusArea: focusArea ?? null,
  });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = String(issue?.path[0] ?? 'email').replace('focusArea', 'focus-area');
    throw new WrongUse(`--${field}: ${issue?.message ?? 'is not right'}.`);
  }
  return (view, at) => addPerson(view, slug, parsed.data, at);
}

function removing(slug: string, email: string): Change {
  return (view, at) => removePerson(view, slug, email, at);
}
