import { readFileSync } from 'node:fs';
import { z } from 'zod';

const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
const { name, version } = z.object({ name: z.string(), version: z.string() }).parse(JSON.parse(text));

/** Which program worked an estimate out: `tandem 0.2.0`. */
export const softwareVersion = `${name} ${version}`;
