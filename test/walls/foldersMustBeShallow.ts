import type { Wall } from './wall.ts';

export const foldersMustBeShallow: Wall = {
  sentence: 'no file lies more than two folders below src',
  find: ({ texts }) =>
    texts
      .filter(({ path }) => path.startsWith('src/') && path.split('/').length > 4)
      .map(({ path }) => ({ path, line: 1, message: 'lies more than two folders below src' })),
  examples: [
    { files: { 'src/hub/work/a.ts': '', 'test/a/b/c/d.ts': '' }, breaches: 0 },
    { files: { 'src/hub/work/parts/a.ts': '' }, breaches: 1 },
    { files: { 'src/hub/work/parts/a.sql': '' }, breaches: 1 },
  ],
};
