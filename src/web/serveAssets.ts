import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Handler } from 'hono';
import { assetBase, assetPath } from '../page/assetPath.ts';

const folder = fileURLToPath(new URL('../../public', import.meta.url));
const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** Where an app hangs the files. */
export const assetPattern = `${assetBase}/*`;

/**
 * The files of `public`, read once: only what was there at the start is ever served. A browser keeps a font for good and asks
 * for the rest again by its tag.
 */
export function serveAssets(): Handler {
  const files = new Map(
    globSync('**/*', { cwd: folder })
      .filter((file) => types[extname(file)])
      .map((file) => {
        const body = new Uint8Array(readFileSync(join(folder, file)));
        const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
        return [assetPath(file.replaceAll('\\', '/')), { body, etag, type: types[extname(file)] ?? '' }];
      }),
  );
  return (context) => {
    const file = files.get(context.req.path);
    if (!file) return context.notFound();
    const cached = context.req.path.endsWith('.woff2') ? 'public, max-age=31536000, immutable' : 'no-cache';
    context.header('Cache-Control', cached);
    context.header('ETag', file.etag);
    if (context.req.header('if-none-match') === file.etag) return context.body(null, 304);
    return context.body(file.body, 200, { 'Content-Type': file.type });
  };
}
