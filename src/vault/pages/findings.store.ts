import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { IntakeFinding } from '../intake/findingList.ts';

const statements = readVaultStatements(import.meta.url, ['selectRules', 'selectFindings']);

/** Which findings: of a file (0: of all), of one severity or both (empty), of one rule or all (empty). */
export type FindingsWanted = {
  readonly file: number;
  readonly severity: '' | 'error' | 'note';
  readonly rule: string;
};

export type BrokenRule = {
  readonly rule: string;
  readonly severity: 'error' | 'note';
  readonly findings: number;
  readonly files: number;
  /** Null where it is not the same for all of them. */
  readonly remedy: string | null;
};

export type ListedFinding = IntakeFinding & { readonly file_id: number; readonly file: string };

/** The rules that are broken, errors first, and of each how often among the findings that are kept. */
export function selectRules(
  vault: VaultConnection,
  { file, severity }: Omit<FindingsWanted, 'rule'>,
): Promise<BrokenRule[]> {
  return vault.rows<BrokenRule>(statements.selectRules, { file, severity });
}

/** Findings from the place `from` on, at most so many. None repeats a value of a student. */
export function selectFindings(
  vault: VaultConnection,
  { file, severity, rule }: FindingsWanted,
  from: number,
  most: number,
): Promise<ListedFinding[]> {
  return vault.rows<ListedFinding>(statements.selectFindings, { file, severity, rule, from, most });
}
