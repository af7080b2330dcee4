import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exampleSheetPack } from '../../../test/exampleSheetPack.ts';
import { measures } from '../../measures/registry.ts';
import { hashPack } from '../../release/hashPack.ts';
import type { WithheldReason } from '../../vocabulary/cell.ts';
import type { Pack } from '../../vocabulary/pack.ts';
import { measureById } from '../../measures/registry.ts';
import { packFigure } from '../reviews/packFigures.ts';
import { factSheetOf } from './factSheetOf.ts';
import { publicPartOf } from './publicPart.ts';
import type { SheetSource } from './sheetSay.ts';
import { spanishMeasures } from './spanishMeasures.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';

function sourceOf(pack: Pack): SheetSource {
  const signatures = pack.sponsors.map(({ cds, name, role }) => ({
    cds,
    name,
    role,
    signedAt: '2026-10-16T17:00:00Z',
  }));
  return { pack: hashPack(pack), part: publicPartOf(pack), signatures, published: null };
}

/** All words of a sheet, in their order. */
function wordsOf(pack: Pack, language: 'en' | 'es'): string {
  const found: string[] = [];
  JSON.stringify(factSheetOf(sourceOf(pack), language), (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'language') found.push(value);
    return value;
  });
  return found.join('|').replaceAll('\u202f', ' ');
}

test('the English sheet says every part of the sheet of 2009 with the pack’s numbers', () => {
  const words = wordsOf(exampleSheetPack, 'en');
  for (const part of [
    'Learning partnership forged',
    'Fresno Unified and Long Beach Unified have forged a learning partnership, begun in 2008',
    'the 134,444 students whom they serve together (enrolled at some time in 2024-25)',
    'Leveraging resources to improve student achievement',
    'Of 5 sets of targets, 3 are agreed; the others are proposed or placeholders.',
    '1 flexibility is in force, over $1,250,000:',
    'State Board of Education waiver|, until June 30, 2028. $1,250,000: |coaching in number sense',
    'Preparing students for success through focused work',
    'Leadership development| (adults)|no benchmark yet, no joint work yet',
    'College and career| (readiness)|1 benchmark, 1 piece of work',
    'Increasing academic rigor for all students|Reclassifying English learners in time',
    'Aligning all systems for an efficient and effective organization|no work yet',
    'Reclassifying English learners in time| (Long Beach helps Fresno, under way)',
    'both together, with Valley State University (invented), under way',
    'Long Beach gave Fresno 12.5 hours',
    'Did the pace change? Cannot tell yet.',
    'Algebra by grade 9 in both districts since 2008-09 |Cannot tell whether Algebra by grade 9 changed.| The question was fixed on January 5, 2026',
    '1 of 1 condition met',
    'Of the sets of targets: 1 met, 1 on pace, 1 behind, 1 cannot tell, 1 too early to tell.',
    '−75.8| in 2024-25|target −62.0 by 2027-28|on pace|: +5.2 a year; +4.4 needed',
    'withheld: too few students| (2024-25)|no target yet',
    '88.1 %| in 2024-25',
    'This new partnership will be a model pilot.',
    'Robin Alder|, Fresno Unified|Casey Brook|, Long Beach Unified',
    'As of March 31, 2009',
    `tandem verify FILE. Pack |${hashPack(exampleSheetPack)}`,
  ])
    assert.ok(words.includes(part), `${part}\n${words}`);
});

test('the Spanish sheet says the same numbers in Spanish, and marks what stays as it was written', () => {
  const words = wordsOf(exampleSheetPack, 'es');
  for (const part of [
    'Hoja informativa',
    'Fresno Unified y Long Beach Unified forjaron una alianza de aprendizaje, iniciada en 2008',
    'los 134,444 estudiantes que atienden en conjunto',
    'De 5 series de metas, 3 están acordadas',
    'Hay 1 flexibilidad vigente, por $1,250,000:',
    'Exención de la Junta Estatal de Educación|, hasta el 30 de junio de 2028. $1,250,000: ',
    'Estudiantes que aprenden inglés| (estudiantes)|1 indicador, 1 trabajo conjunto',
    'Matemáticas, distancia del estándar| (puntos): Todos los estudiantes',
    '−75.8| en 2024-25|meta −62.0 para 2027-28|a buen ritmo|: +5.2 por año; hace falta +4.4',
    'reservada: muy pocos estudiantes| (2024-25)|todavía sin meta',
    '¿Cambió el ritmo? Todavía no se puede saber.',
    'La pregunta se fijó el 5 de enero de 2026, antes de abrir sus cifras.',
    'Al 15 de octubre de 2026',
  ])
    assert.ok(words.includes(part), `${part}\n${words}`);
  const { quote } = factSheetOf(sourceOf(exampleSheetPack), 'es');
  assert.equal(quote?.words[0]?.language, 'en');
});

test('minutes, owners, reasons, purposes and proposals of a pack never get onto a sheet or into its public part', () => {
  const part = JSON.stringify(publicPartOf(exampleSheetPack));
  for (const inside of ['stay inside', 'stays inside', 'Taylor Fenn', 'Avery Stone'])
    assert.ok(!part.includes(inside), inside);
});

test('a pack without targets, flexibilities or claims says so, and sections it never kept are left out', () => {
  const { flexibilities: _, hours: _hours, ...rest } = exampleSheetPack;
  const bare: Pack = {
    ...rest,
    claims: [],
    benchmarks: exampleSheetPack.benchmarks.map((one) => ({
      ...one,
      districts: one.districts.map((side) => ({ ...side, promise: null, pace: null })),
    })),
  };
  const words = wordsOf(bare, 'en');
  assert.ok(words.includes('No targets are set yet.'));
  assert.ok(words.includes('Whether the pace changed has not been tested yet.'));
  assert.doesNotMatch(words, /flexibility is in force|in force yet|gave Fresno|\$/);
  assert.ok(
    wordsOf({ ...bare, flexibilities: [] }, 'en').includes(
      'No flexibility from state rules is in force yet.',
    ),
  );
  assert.ok(wordsOf({ ...bare, benchmarks: [] }, 'es').includes('Todavía no se ha fijado ningún indicador.'));
});

test('students are not added up over two school years', () => {
  const [first, second] = exampleSheetPack.context;
  assert.ok(first && second);
  const mixed = {
    ...exampleSheetPack,
    context: [first, { ...second, figure: { ...second.figure, schoolYear: 2024 } }],
  };
  assert.doesNotMatch(wordsOf(mixed, 'en'), /134,444|whom they serve together/);
});

test('each of the 5 reasons that a pack gives for a withheld figure is said in Spanish', () => {
  const reasons: readonly WithheldReason[] = [
    'few students',
    'protects another cell',
    'earlier release',
    'agreement',
    'not reported',
  ];
  for (const reason of reasons) {
    const subject = { measure: 'math_dfs', schoolYear: schoolYear(2025), grade: 'all', group: 'EL' } as const;
    const newest = packFigure(
      { subject: subject as never, figure: { seen: 'suppressed', n: null, reason }, sourceId: 's' },
      measureById('math_dfs'),
    );
    const benchmarks = exampleSheetPack.benchmarks.map((one) => ({
      ...one,
      districts: one.districts.map((side) => ({ ...side, newest })),
    }));
    assert.match(wordsOf({ ...exampleSheetPack, benchmarks }, 'es'), /reservada: |sin informar/, reason);
  }
});

test('every measure of the registry has a name in Spanish', () => {
  for (const { id } of measures) assert.ok(spanishMeasures[id], id);
});
