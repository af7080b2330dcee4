import { readConfig } from '../hub/config.ts';
import { createPartnership, requirePartnershipDraft } from '../hub/partnership/createPartnership.store.ts';
import { insertPrintedLinks, printedLinkHours } from '../hub/people/printedLinks.store.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { asOperator } from '../hub/store/view.ts';
import { homeOf } from '../hub/partnership/homeOf.ts';
import type { CommandStreams } from './command.ts';
import { openConfiguredStore } from './openConfiguredStore.ts';
import { leavePartnership } from './partnershipLeave.ts';
import { changePeople } from './partnershipPeople.ts';
import { readOptions, WrongUse } from './readOptions.ts';
import { readTextFile } from './readTextFile.ts';

const help = `tandem partnership create FILE.json [--data DIR] [--print-links] [--json]
tandem partnership add SLUG --email E --name N --role R [--district CDS] [--focus-area F] [--data DIR] [--json]
tandem partnership remove SLUG --email E [--data DIR] [--json]
tandem partnership leave SLUG --email E [--on DAY] [--successor E] [--data DIR] [--json]

create  Forges a partnership from its description. Its districts must be named by files that are loaded already
(tandem evidence load). The hub must not be running on the same embedded store.

add     Lets a person in, who then asks for a sign-in link on the sign-in page.
remove  Takes a person out and signs them out everywhere; what they did stays in the history.
leave   Begins a handover as a coordinator would: the pack is kept, the membership ends after the day (today).

  --data DIR     folder of the embedded store (default tandem-data, or TANDEM_DATA); DATABASE_URL otherwise
  --print-links  print a sign-in link for each of its people, good once within ${printedLinkHours} hours
  --json         answer with one JSON object
  --help         this text

FILE.json:
  {
    "slug": "fresno-long-beach", "name": "Fresno–Long Beach Learning Partnership", "startedYear": 2008,
    "districts": ["10621660000000", "19647250000000"],
    "people": [ { "email": "name@district.org", "name": "Full Name", "role": "coordinator",
                  "district": "10621660000000", "focusArea": "mathematics" } ],
    "benchmarks": [ { "focusArea": "mathematics", "measure": "math_dfs", "group": "ALL", "wording": "…",
                      "series": { "10621660000000": { "baseline": { "year": 2023, "value": "-81.4" },
                        "provenance": "proposed", "reason": "…", "planGoal": null,
                        "targets": [ { "year": 2028, "value": "-60" } ] } } } ]
  }
district, focusArea and benchmarks may be left out. Roles: coordinator, sponsor, research-lead, focus-area-lead,
school, finance, facilitator, external-partner.

Exit code: 0 done, 1 refused (explained), 2 wrong use.
`;

/** Runs `tandem partnership` with the arguments that follow the word. */
export async function partnershipCommand(
  args: string[],
  io: CommandStreams,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<number> {
  const [word] = args;
  if (word === 'add' || word === 'remove') return changePeople(word, args.slice(1), io, environment);
  if (word === 'leave') return leavePartnership(args.slice(1), io, environment);
  const { values, positionals } = readOptions(
    args,
    {
      data: { type: 'string' },
      'print-links': { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    { least: 2, most: 2, what: '"create" and one file' },
  );
  if (values.help) {
    io.stdout.write(help);
    return 0;
  }
  const [verb, file = ''] = positionals;
  if (verb !== 'create')
    throw new WrongUse(`There is no "partnership ${verb}", only "create", "add", "remove" and "leave".`);
  const draft = requirePartnershipDraft(readJson(file), file);
  const config = readConfig({ data: values.data }, environment);
  const at = new Date();
  const database = await openConfiguredStore(config.store, at);
  try {
    const { people, links } = await asOperator(database, async (view) => {
      const made = await createPartnership(view, draft, false, at);
      const wanted = values['print-links'] === true;
      return {
        people: made.people.length,
        links: wanted ? await insertPrintedLinks(view, made.id, config.baseUrl, at) : [],
      };
    });
    const address = config.baseUrl + homeOf(draft);
    if (values.json) io.stdout.write(`${JSON.stringify({ slug: draft.slug, address, people, links })}\n`);
    else {
      io.stdout.write(`${draft.name} is forged with ${people} people: ${address}\n`);
      for (const link of links) io.stdout.write(`  ${link.name}  ${link.address}\n`);
    }
    return 0;
  } finally {
    await database.close();
  }
}

function readJson(file: string): unknown {
  const text = readTextFile(file);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const where = /\(line \d+ column \d+\)/.exec(String(cause))?.[0] ?? '';
    throw new Refusal(`${file} is not JSON${where && ` ${where}`}.`, { cause });
  }
}
