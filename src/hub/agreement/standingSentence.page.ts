import { formatDate } from '../../vocabulary/formatDate.ts';
import { listed, type ShortNames } from './clauseWords.page.ts';
import type { Agreement } from './agreements.store.ts';
import type { Standing } from './standing.ts';

/** Where an agreement stands and whose turn it is, in a sentence or two. */
export function standingSentence(agreement: Agreement, standing: Standing, names: ShortNames): string {
  const name = (cds: string) => names.get(cds) ?? cds;
  const newest = agreement.versions.at(-1) ?? agreement.versions[0];
  const { validFrom, validUntil } = newest.terms;
  switch (standing.state) {
    case 'draft':
      return `A draft of ${name(newest.cds)}: nobody else sees it until it is proposed.`;
    case 'proposed':
    case 'countered':
      return `${name(newest.cds)} has ${standing.state === 'proposed' ? 'proposed' : 'countered with'} version ${newest.version}. ${missingText(agreement, newest.version, names)} Nothing is shared under it yet.`;
    case 'signed':
      return `Signed by all. It is in force from ${formatDate(standing.signed?.terms.validFrom ?? validFrom)}.`;
    case 'active':
    case 'expiring': {
      const until = `In force until ${formatDate(standing.inForce?.terms.validUntil ?? validUntil)}.`;
      const amendment = standing.open
        ? ` ${name(standing.open.cds)} has put version ${standing.open.version} forward; version ${standing.inForce?.version} holds until all have signed it.`
        : '';
      const next =
        standing.signed && standing.signed !== standing.inForce
          ? ` Version ${standing.signed.version}, signed by all, takes its place on ${formatDate(standing.signed.terms.validFrom)}.`
          : '';
      return standing.state === 'expiring'
        ? `${until} After that nothing new is shared: propose a later end while both remember why.${amendment}`
        : `${until}${next}${amendment}`;
    }
    case 'ended': {
      const early = agreement.endings.find(({ grantId }) => grantId === null);
      return early
        ? `Ended early by ${name(early.cds)}. Nothing shared under it is shown any more.`
        : `It ended on ${formatDate(standing.signed?.terms.validUntil ?? validUntil)}.`;
    }
    case 'lapsed':
      return `Its last day passed before all had signed: nothing was shared under it.`;
  }
}

/** `Fresno has signed; Long Beach has not yet.` */
function missingText({ versions, signings }: Agreement, version: number, names: ShortNames): string {
  const parties = versions.find((one) => one.version === version)?.terms.parties ?? [];
  const has = (cds: string) => signings.some((by) => by.version === version && by.cds === cds);
  const named = (wanted: boolean) =>
    listed(parties.filter(({ cds }) => has(cds) === wanted).map(({ cds, name }) => names.get(cds) ?? name));
  if (!named(true)) return `Neither district has signed it.`;
  return `${named(true)} has signed it; ${named(false)} has not yet.`;
}
