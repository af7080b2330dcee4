import { existsSync, readFileSync, statSync } from 'node:fs';
import type { VaultFolder } from './vaultFolder.ts';

/** Whether the students can be read on the disk as they are, and since when. */
export type Standing = { readonly open: false } | { readonly open: true; readonly since: Date };

export function standing(place: VaultFolder): Standing {
  if (!existsSync(place.clear)) return { open: false };
  const since = new Date(String(readMark(place.opened).openedAt));
  return { open: true, since: Number.isNaN(since.getTime()) ? statSync(place.clear).birthtime : since };
}

/** What a small file of the vault's own holds; empty when it is not there or not whole. */
export function readMark(path: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** `2026-11-24 08:12 UTC`. */
export function minuteText(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `This vault has stood open since 2026-11-24 08:12 UTC (26 hours): …`; undefined for one that is closed. */
export function standingSentence(now: Date, where: Standing, folder: string): string | undefined {
  if (!where.open) return undefined;
  const minutes = Math.max(0, Math.round((now.getTime() - where.since.getTime()) / 60_000));
  const long =
    minutes < 120
      ? `${minutes} min`
      : minutes < 2 * 24 * 60
        ? `${Math.round(minutes / 60)} hours`
        : `${Math.round(minutes / (24 * 60))} days`;
  return `This vault has stood open since ${minuteText(where.since)} (${long}): its students can be read on this disk. Seal it: tandem vault close ${folder}`;
}
