import { z } from 'zod';
import { mostAttempts } from '../mail/mail.store.ts';
import { readStatements } from '../store/statements.ts';
import type { OperatorView } from '../store/view.ts';
import { Chain, FileCounts, MailCounts, Server, UndefinedMeasure } from './doctorRows.ts';

const sql = readStatements(import.meta.url, [
  'selectServer',
  'selectOpenTables',
  'selectApplicationRole',
  'selectChains',
  'countLoadedFiles',
  'selectUndefinedMeasures',
  'countMail',
  'selectNewestTime',
]);

export function selectServer(view: OperatorView): Promise<Server> {
  return view.row(sql.selectServer, {}, Server);
}

/** The tables of a partnership's rows that anybody could read: none is right. */
export async function selectOpenTables(view: OperatorView): Promise<string[]> {
  const rows = await view.rows(sql.selectOpenTables, {}, z.object({ name: z.string() }));
  return rows.map(({ name }) => name);
}

/** What the role of requests may do that it must not; undefined when there is no such role. */
export async function selectRolePowers(view: OperatorView): Promise<string[] | undefined> {
  const shape = z.object({ powers: z.array(z.string()) });
  return (await view.optionalRow(sql.selectApplicationRole, {}, shape))?.powers;
}

export function selectChains(view: OperatorView): Promise<Chain[]> {
  return view.rows(sql.selectChains, {}, Chain);
}

export function countLoadedFiles(view: OperatorView): Promise<FileCounts> {
  return view.row(sql.countLoadedFiles, {}, FileCounts);
}

/** Reads every cell once. */
export function selectUndefinedMeasures(view: OperatorView): Promise<UndefinedMeasure[]> {
  return view.rows(sql.selectUndefinedMeasures, {}, UndefinedMeasure);
}

/** Mail that has not left; `overdue` since an hour. */
export function countMail(view: OperatorView, at: Date): Promise<MailCounts> {
  return view.row(sql.countMail, { since: new Date(at.getTime() - 3_600_000), mostAttempts }, MailCounts);
}

/** The newest time written in the store, or null in an empty one. */
export async function selectNewestTime(view: OperatorView): Promise<Date | null> {
  return (await view.row(sql.selectNewestTime, {}, z.object({ newest: z.date().nullable() }))).newest;
}
