import { notFound } from '../web/notFound.ts';
import type { Route } from '../web/route.ts';
import { withAgreement } from './agreement.page.ts';
import { type AgreementVersion, standingOf } from './standing.ts';
import { grantOf, sealGrant } from './terms.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** A grant that every district signed, as the giving district's vault takes it. */
export const grantFilePages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/agreement/:agreement/grants/:grant/grant.json',
    access: 'members',
    answer: (ask) =>
      withAgreement(ask, ({ agreement }) => {
        const standing = standingOf(agreement, calendarDay(ask.hub.now()));
        const id = ask.context.req.param('grant');
        const holds = (version: AgreementVersion | null) =>
          version?.terms.grants.find((one) => one.id === id);
        // A release is made under what holds today; terms that begin later give their file then.
        const signed = holds(standing.inForce) ? standing.inForce : standing.signed;
        const clause = holds(signed);
        const isTakenBack = agreement.endings.some(({ grantId }) => grantId === null || grantId === id);
        if (!signed || !clause || isTakenBack)
          return notFound(ask, 'No grant of this agreement that all have signed is called so.');
        const { text } = sealGrant(grantOf(signed.terms, signed.version, clause));
        return ask.context.body(text, 200, {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Disposition': `attachment; filename="grant-${clause.id}.json"`,
        });
      }),
  },
];
