import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText } from '../../sample/students/extracts/extractFile.ts';
import { caasppExtract } from '../../sample/students/extracts/testExtracts.ts';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike, longBeachLike } from '../../sample/students/studentDistrict.ts';
import { makeSigningKey } from '../../src/vault/release/signingKey.ts';
import { makeProvenKey } from '../../src/release/provenKey.ts';
import { type DistrictOfWalk, districts, emailOf, people, type Walk, type Who } from './walkWorld.ts';

export const measuresOfWalk = ['math_met_pct', 'ela_met_pct', 'math_near_pct'] as const;
const size = { seed: 7, students: 1200, firstYear: 2025, lastYear: 2025 };
const passphrase = 'four words at random';

/** A district's vault on its own machine: extracts loaded, three measures counted, the keys of two people registered. */
export async function fillVaultOfWalk(walk: Walk, district: DistrictOfWalk): Promise<void> {
  const { tandem } = walk;
  const { cds, name } = districts[district];
  const folder = vaultOf(walk, district);
  const keyFile = walk.inFolder(`${district}.key`);
  const extracts = walk.inFolder(`${district}-extracts`);
  mkdirSync(extracts);
  const tables = gatherDistrict((district === 'fresno' ? fresnoLike : longBeachLike)(size));
  const file = caasppExtract(tables, 2025);
  writeFileSync(join(extracts, file.name), extractText(file));
  await tandem('vault', 'init', folder, '--district', cds, '--name', name, '--key-file', keyFile);
  await tandem('vault', 'open', folder, '--key-file', keyFile);
  await tandem('vault', 'load', folder, extracts);
  for (const measure of measuresOfWalk) {
    await tandem('vault', 'measure', folder, '--year', '2025', '--measure', measure);
  }
  writeFileSync(walk.inFolder('words'), `${passphrase}\n`, { mode: 0o600 });
  for (const signer of signersOf(district)) await makeSigner(walk, district, signer);
}

/** Prepares a release under a grant, has two people sign it, and seals it. Answers the path of the one file that leaves. */
export async function releaseOfWalk(walk: Walk, district: DistrictOfWalk, grant: string): Promise<string> {
  const folder = vaultOf(walk, district);
  const release = (...args: string[]) => walk.tandem('vault', 'release', folder, ...args);
  const grantFile = walk.inFolder(`${district}-grant.json`);
  writeFileSync(grantFile, grant);
  const prepared = await release(
    'prepare',
    '--grant',
    grantFile,
    '--year',
    '2025',
    '--seconds',
    '1',
    '--json',
  );
  const { hash } = JSON.parse(prepared) as { readonly hash: string };
  for (const signer of signersOf(district)) {
    const key = keyOf(walk, signer);
    const words = walk.inFolder('words');
    await release('sign', '--hash', hash, '--signing-key', key, '--signing-passphrase-file', words);
  }
  const file = walk.inFolder(`${district}-release.json.gz`);
  await release('seal', '--out', file);
  return file;
}

/** Who signs for a district: each lets the other's key count on the hub. */
export const signersOf = (district: DistrictOfWalk): readonly [Who, Who] =>
  district === 'fresno'
    ? ['fresnoCoordinator', 'fresnoSponsor']
    : ['longBeachCoordinator', 'longBeachSponsor'];
const vaultOf = (walk: Walk, district: DistrictOfWalk): string => walk.inFolder(`${district}-vault`);
const keyOf = (walk: Walk, who: Who): string => walk.inFolder(`${who}.key`);

/** As `tandem vault key new` makes it, with little work for the passphrase. */
async function makeSigner(walk: Walk, district: DistrictOfWalk, who: Who): Promise<void> {
  const key = keyOf(walk, who);
  const { sealed, privateKey } = await makeSigningKey(passphrase, 10);
  writeFileSync(key, sealed, { mode: 0o600 });
  const person = { name: people[who].name, role: 'Signs releases', mail: emailOf(who) };
  writeFileSync(`${key}.pub`, JSON.stringify(makeProvenKey(person, privateKey, new Date())));
  await walk.tandem('vault', 'key', 'register', vaultOf(walk, district), `${key}.pub`);
}

/** Answers the challenge of the hub's door with the key of somebody. */
export function proveKeyOfWalk(walk: Walk, who: Who, challenge: string): Promise<string> {
  const words = walk.inFolder('words');
  return walk.tandem(
    'vault',
    'key',
    'prove',
    keyOf(walk, who),
    '--challenge',
    challenge,
    '--passphrase-file',
    words,
  );
}
