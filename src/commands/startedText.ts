import { type PrintedLink, printedLinkHours } from '../hub/people/printedLinks.store.ts';
import { isLocalHost } from '../hub/web/isLocalHost.ts';
import { roles } from '../vocabulary/partnership.ts';

/** What a start has to say. */
export type Started = {
  readonly address: string;
  readonly partnerships: readonly string[];
  readonly isSample: boolean;
  readonly links: readonly PrintedLink[];
  readonly outbox: { readonly linkPath: string } | null;
};

/** The words a start prints for a person at a terminal. */
export function startedText({ address, partnerships, isSample, links, outbox }: Started): string {
  const lines = ['', `Tandem runs at ${address}`, ''];
  if (address.startsWith('http:') && !isLocalHost(new URL(address).hostname)) {
    lines.push(
      'Sign-in travels unencrypted at this address: put https in front and set TANDEM_BASE_URL.',
      '',
    );
  }
  if (partnerships.length === 0) {
    lines.push('There is no partnership yet. Load files with "tandem evidence load",');
    lines.push('then forge one with "tandem partnership create FILE.json".', '');
  }
  if (isSample) {
    lines.push(`It shows a sample: ${partnerships.join(', ')}.`);
    lines.push(
      'Its headline figures are cited from public sources; its students, people and targets are invented.',
    );
    lines.push('', `Sign in as (each link works once, within ${printedLinkHours} hours):`, '');
    const width = Math.max(...links.map((link) => titleOf(link).length));
    for (const link of links) lines.push(`  ${titleOf(link).padEnd(width)}  ${link.address}`);
    lines.push('');
  }
  if (outbox) {
    lines.push('No mail server is set up, so mail stays here. Read it at (opens once, on this machine):', '');
    lines.push(`  ${address}${outbox.linkPath}`, '');
  }
  lines.push('Ctrl-C stops it.', '');
  return `${lines.join('\n')}\n`;
}

function titleOf({ name, role, districtName }: PrintedLink): string {
  return [name, roles.find(({ id }) => id === role)?.name, districtName].filter(Boolean).join(', ');
}
