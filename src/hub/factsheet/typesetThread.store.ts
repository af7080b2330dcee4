import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { createTypstCompiler } from '@myriaddreamin/typst.ts/compiler';
import { disableDefaultFontAssets, loadFonts } from '@myriaddreamin/typst.ts/options.init';

/** `sheet` and `attached` are JSON texts: they reach the typesetter as data, and nothing in them is read as markup. */
export type TypesetQuestion = { readonly sheet: string; readonly attached: string };
export type TypesetAnswer = { readonly pdf: Uint8Array } | { readonly problem: string };

/** `pdf` in the typesetter's own list of formats. */
const asPdf = 1;
/** How much smaller a sheet is set, one after the other, until it fits; at the smallest it may take another page. */
const scales = [1, 0.96, 0.92, 0.88];
const mostPages = 2;
const fonts = ['400', '600', '700'].map((weight) =>
  readFileSync(new URL(`../../../public/fonts/public-sans-${weight}.ttf`, import.meta.url)),
);

async function answer({ sheet, attached }: TypesetQuestion): Promise<TypesetAnswer> {
  const compiler = createTypstCompiler();
  const program = readFileSync(
    fileURLToPath(import.meta.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')),
  );
  await compiler.init({
    getModule: () => ({ module_or_path: program }),
    beforeBuild: [disableDefaultFontAssets(), loadFonts(fonts.map((font) => new Uint8Array(font)))],
  });
  const bytes = (text: string) => new TextEncoder().encode(text);
  compiler.addSource('/main.typ', readFileSync(new URL('./factSheet.typ', import.meta.url), 'utf8'));
  compiler.mapShadow('/fact-sheet.json', bytes(attached));
  let answered: TypesetAnswer = { problem: 'nothing was typeset' };
  for (const scale of scales) {
    compiler.mapShadow('/sheet.json', bytes(JSON.stringify({ ...JSON.parse(sheet), scale })));
    const made = await compiler.compile({ mainFilePath: '/main.typ', format: asPdf, diagnostics: 'full' });
    if (!made.result) {
      const told = (made.diagnostics ?? []).map(({ message, range }) => `${range}: ${message}`);
      return { problem: told.join('; ') };
    }
    answered = { pdf: made.result };
    if (pagesOf(made.result) <= mostPages) break;
  }
  return answered;
}

function pagesOf(pdf: Uint8Array): number {
  return (
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0
  );
}

parentPort?.postMessage(await answer(workerData as TypesetQuestion));
