import type { Amount } from './capacityDraft.ts';

/** `2 visits and 6 hours of calls`, `no visit and no call`. */
export function amountText({ visits, hours }: Amount): string {
  const parts = [
    ...(visits > 0 ? [`${visits} ${visits === 1 ? 'visit' : 'visits'}`] : []),
    ...(hours > 0 ? [`${hours} ${hours === 1 ? 'hour' : 'hours'} of calls`] : []),
  ];
  return parts.join(' and ') || 'no visit and no call';
}
