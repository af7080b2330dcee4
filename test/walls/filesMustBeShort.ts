import type { Wall } from './wall.ts';

const mostLines = 300;
const mostLinesOfStyle = 600;

export const filesMustBeShort: Wall = {
  sentence: `no source file is over ${mostLines} lines, a stylesheet not over ${mostLinesOfStyle}`,
  find: ({ texts }) =>
    texts.flatMap(({ path, text }) => {
      const most = path.endsWith('.css') ? mostLinesOfStyle : mostLines;
      const lines = text.replace(/\n$/, '').split('\n').length;
      return lines > most
        ? [{ path, line: most + 1, message: `has ${lines} lines; ${most} is the most` }]
        : [];
    }),
  examples: [
    { files: { 'src/stats/a.ts': '//\n'.repeat(300), 'public/a.css': '\n'.repeat(600) }, breaches: 0 },
    { files: { 'src/stats/a.ts': '//\n'.repeat(301) }, breaches: 1 },
    {
      files: { 'src/hub/work/a.sql': '--\n'.repeat(301), 'migrations/1.sql': '--\n'.repeat(301) },
      breaches: 2,
    },
    { files: { 'public/a.css': `${'\n'.repeat(600)}a` }, breaches: 1 },
  ],
};
