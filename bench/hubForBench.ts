import assert from 'node:assert/strict';
import { evidenceCommand } from '../src/commands/evidence.ts';
import { samplePeople } from '../sample/samplePeople.ts';
import { samplePartnership } from '../sample/partnership.ts';
import { homeOf } from '../src/hub/partnership/homeOf.ts';
import { serveHub } from '../test/servedHub.ts';

export type HubForBench = {
  /** The path of the sample partnership. */
  readonly home: string;
  /** Asks for a page as its first coordinator, over HTTP; answers its text. Throws when it is not there. */
  readonly get: (path: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

/**
 * The hub on an embedded store in `folder`, with the sample partnership and public files loaded on top of it, each by
 * its own command as a person would; signed in by the printed link.
 */
export async function startHubForBench(folder: string, files: readonly string[]): Promise<HubForBench> {
  await (await serveHub({ folder, sample: true })).close();
  const said: string[] = [];
  const io = { stdout: { write: () => true }, stderr: { write: (text: string) => said.push(text) } };
  const code = await evidenceCommand(['load', ...files, '--data', folder, '--json'], io, {});
  assert.equal(code, 0, said.join(''));

  const hub = await serveHub({ folder, sample: true });
  const coordinator = samplePeople.find(({ role }) => role === 'coordinator');
  const cookie = await signIn(hub.linkOf(coordinator?.name ?? ''));
  return {
    home: homeOf(samplePartnership),
    get: async (path) => {
      const answer = await fetch(new URL(path, hub.started.address), {
        headers: { cookie },
        redirect: 'manual',
      });
      const text = await answer.text();
      assert.equal(answer.status, 200, `${path} answered ${answer.status}`);
      return text;
    },
    close: hub.close,
  };
}

/** Opens a sign-in link and presses its button; answers the session's cookie. */
async function signIn(link: string): Promise<string> {
  const page = await fetch(link);
  const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const answer = await fetch(link, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(page), origin: new URL(link).origin },
    body: new URLSearchParams({ csrf }),
  });
  assert.equal(answer.status, 303, `signing in answered ${answer.status}`);
  return cookiesOf(answer);
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
