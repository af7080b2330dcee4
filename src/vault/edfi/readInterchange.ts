import { createReadStream } from 'node:fs';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ReadingStopped } from '../intake/readingStopped.ts';
import type { TextEncoding } from '../intake/surveyFile.ts';
import { documentMustDeclareNoType } from './documentMustDeclareNoType.ts';
import type { EdfiNode, EdfiValue } from './edfiRecord.ts';
import { recordMustHaveAnEnd } from './recordMustHaveAnEnd.ts';
import { rootMustBeAnInterchange } from './rootMustBeAnInterchange.ts';
import { standardMustBeKnown } from './standardMustBeKnown.ts';
import { xmlMustBeWhole } from './xmlMustBeWhole.ts';

/** A record of an interchange file: what the root's children are. */
export type InterchangeRecord = {
  readonly resource: string;
  readonly line: number;
  readonly value: EdfiNode;
};

type Open = { readonly name: string; readonly node: Record<string, EdfiValue>; text: string };

const mostLetters = 1 << 20;
const mostDepth = 40;

/**
 * The records of an Ed-Fi XML interchange file, some at a time, in memory that does not grow with the file. The attributes
 * `id` and `ref` become `@id` and `@ref`. Throws ReadingStopped: not well formed or cut off, a document type, another
 * version or standard, a record without end. Returns how many lines
 * the file has.
 */
export async function* readInterchange(
  path: string,
  encoding: TextEncoding,
): AsyncGenerator<readonly InterchangeRecord[], number> {
  const parser = new SaxesParser({ xmlns: true });
  const decoder = new TextDecoder(encoding);
  let records: InterchangeRecord[] = [];
  const open: Open[] = [];
  let [depth, line, letters] = [0, 1, 0];
  parser.on('doctype', () => {
    throw documentMustDeclareNoType(parser.line);
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth === 1) judgeRoot(tag, parser.line);
    if (depth === 2) {
      [line, letters] = [parser.line, 0];
    }
    if (depth > mostDepth) throw recordMustHaveAnEnd(line);
    if (depth > 1) open.push({ name: tag.local, node: marksOf(tag), text: '' });
  });
  const addText = (text: string): void => {
    const last = open.at(-1);
    letters += text.length;
    if (letters > mostLetters) throw recordMustHaveAnEnd(line);
    if (last) last.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const done = open.pop();
    if (!done) return;
    const parent = open.at(-1);
    if (parent) addTo(parent.node, done.name, valueOf(done));
    else records.push({ resource: done.name, line, value: done.node });
  });
  const feed = (work: () => unknown): void => {
    try {
      work();
    } catch (cause) {
      throw cause instanceof ReadingStopped ? cause : xmlMustBeWhole(parser.line, open.at(0)?.name);
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 17 })) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    feed(() => parser.write(text));
    if (records.length > 0) yield records;
    records = [];
  }
  feed(() => parser.write(decoder.decode()));
  const lines = parser.line;
  feed(() => parser.close());
  if (records.length > 0) yield records;
  return lines;
}

function judgeRoot(tag: SaxesTagNS, line: number): void {
  const breach = standardMustBeKnown(tag.uri) ?? rootMustBeAnInterchange(tag.local);
  if (breach) throw new ReadingStopped(breach.rule, line, breach.valueClass, breach.message, breach.remedy);
}

function marksOf({ attributes }: SaxesTagNS): Record<string, EdfiValue> {
  const node = Object.create(null) as Record<string, EdfiValue>;
  const { id, ref } = attributes;
  if (id) node['@id'] = id.value;
  if (ref) node['@ref'] = ref.value;
  return node;
}

function valueOf({ node, text }: Open): EdfiValue {
  for (const _ in node) return node;
  return text;
}

function addTo(node: Record<string, EdfiValue>, name: string, value: EdfiValue): void {
  const before = node[name];
  if (before === undefined) node[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else node[name] = [before, value];
}
