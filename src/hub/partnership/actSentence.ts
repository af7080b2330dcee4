import { findMeasure } from '../../measures/registry.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';

type Act = {
  readonly person_name: string | null;
  readonly act: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

/** An act as one sentence: who did what to what, and why where a reason was given. */
export function actSentence({ person_name, act, detail }: Act): string {
  const measure = typeof detail.measureId === 'string' ? findMeasure(detail.measureId) : undefined;
  const group = typeof detail.group === 'string' ? findStudentGroup(detail.group) : undefined;
  const initiative = typeof detail.initiative === 'string' ? `: ${detail.initiative}` : '';
  const about = measure ? `: ${measure.shortName}${group ? `, ${inSentence(group.name)}` : ''}` : '';
  const reason = typeof detail.reason === 'string' ? ` (${detail.reason.replace(/\.$/, '')})` : '';
  const holder = typeof detail.linkOf === 'string' ? holderText(detail) : undefined;
  const who = person_name ?? holder ?? (detail.via === 'push' ? 'A vault, by its token,' : 'The operator');
  const title = typeof detail.title === 'string' ? `: ${detail.title}` : '';
  return `${who} ${act}${about}${initiative}${title}${reason}.`;
}

/** Somebody without account, and whose link they used; a member may use one of their own. */
function holderText({ by, linkOf }: Act['detail']): string {
  return by === linkOf ? `${by}, by a mailed link,` : `${by}, by a link of ${linkOf},`;
}
