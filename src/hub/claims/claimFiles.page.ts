import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { claimFileNames } from './claimFileNames.ts';
import { type ClaimReading, readClaim } from './claimReading.store.ts';
import { panelFile } from './panelFile.ts';

const path = '/partnerships/:partnership/claims/:claim';

/** What anybody needs to work a claim out again: its registration as it was sealed, and the panel of a run. */
export const claimFilePages: Route[] = [
  {
    method: 'get',
    path: `${path}/registration.json`,
    access: 'members',
    answer: (ask) =>
      withClaim(ask, ({ claim }) =>
        download(ask, claim.text, 'application/json', claimFileNames(claim).registration),
      ),
  },
  {
    method: 'get',
    path: `${path}/panel.csv`,
    access: 'members',
    answer: (ask) =>
      withClaim(ask, ({ claim, estimate }) =>
        estimate
          ? download(
              ask,
              panelFile(estimate.panel),
              'text/csv',
              claimFileNames(claim).panelOf(estimate.dataHash),
            )
          : notFound(ask, 'This claim has not been run, so that it has no panel yet.'),
      ),
  },
];

async function withClaim(
  ask: MemberAsk,
  answer: (found: ClaimReading) => Response | Promise<Response>,
): Promise<Response> {
  const found = await asMember(ask.hub.database, ask.member, (view) =>
    readClaim(view, ask.context.req.param('claim') ?? '', ask.context.req.query('estimate')),
  );
  return found ? answer(found) : notFound(ask, 'There is no such claim.');
}

function download(ask: MemberAsk, text: string, type: string, name: string): Response {
  return ask.context.body(text, 200, {
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="${name}"`,
  });
}
