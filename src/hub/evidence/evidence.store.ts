import { z } from 'zod';
import type { Subject } from '../../vocabulary/cell.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, View } from '../store/view.ts';
import {
  type Assistance,
  AssistanceRow,
  type AssistanceStatus,
  AssistanceStatusRow,
  type Band,
  BandRow,
  type District,
  DistrictRow,
  type LoadedFile,
  LoadedFileRow,
  type LocalIndicator,
  LocalIndicatorRow,
  type MeasureSpread,
  MeasureSpreadRow,
  type ProfileFact,
  ProfileRow,
  type School,
  SchoolRow,
  type SimilarDistrict,
  SimilarDistrictRow,
  type Source,
  SourceRow,
} from './evidenceRows.ts';
import { parseFigureLines } from './figureLines.ts';
import { CellRow, figureOfRow, type SourcedFigure, wholeDistrict } from './figureRow.ts';

const sql = readStatements(import.meta.url, [
  'selectDistrict',
  'selectDistrictById',
  'selectDistricts',
  'selectSchools',
  'selectDistrictFigures',
  'selectSliceFigures',
  'selectSchoolFigures',
  'selectSources',
  'selectBands',
  'selectSimilarDistricts',
  'selectProfile',
  'selectAssistance',
  'selectAssistanceStatuses',
  'selectLocalIndicators',
  'selectMeasureSpreads',
  'selectLoadedFiles',
  'selectIsSynthetic',
]);

const FigureLines = z.object({ lines: z.string().nullable() });

/** The district, county or state of a 14-digit code; undefined when no loaded file has named it. */
export function selectDistrict(view: View, cds: string): Promise<District | undefined> {
  return view.optionalRow(sql.selectDistrict, { cds }, DistrictRow);
}

export function selectDistrictById(view: View, districtId: DistrictId): Promise<District | undefined> {
  return view.optionalRow(sql.selectDistrictById, { districtId }, DistrictRow);
}

/** The state as a place with figures of its own; undefined before a statewide file is loaded. */
export function selectState(view: View): Promise<District | undefined> {
  return selectDistrict(view, '00000000000000');
}

/** Every district by name, without counties and the state. */
export function selectDistricts(view: View): Promise<District[]> {
  return view.rows(sql.selectDistricts, {}, DistrictRow);
}

export function selectSchools(view: View, districtId: DistrictId): Promise<School[]> {
  return view.rows(sql.selectSchools, { districtId }, SchoolRow);
}

/**
 * Every figure of a district as a whole, one a slice: of the live files that give the slice, the published before
 * the synthetic, then the newest loaded. Sorted by measure, school year, grade, group.
 */
export function selectDistrictFigures(view: View, districtId: DistrictId): Promise<SourcedFigure[]> {
  return selectFigures(view, districtId, null);
}

/** The same, of one measure. */
export function selectMeasureFigures(
  view: View,
  districtId: DistrictId,
  measureId: string,
): Promise<SourcedFigure[]> {
  return selectFigures(view, districtId, measureId);
}

async function selectFigures(
  view: View,
  districtId: DistrictId,
  measureId: string | null,
): Promise<SourcedFigure[]> {
  const { lines } = await view.row(sql.selectDistrictFigures, { districtId, measureId }, FigureLines);
  return lines === null ? [] : parseFigureLines(lines);
}

/** What each live source says of one slice, the one that is shown first. `schoolId` is `wholeDistrict` for a district. */
export async function selectSliceFigures(
  view: View,
  districtId: DistrictId,
  schoolId: string,
  subject: Subject,
): Promise<SourcedFigure[]> {
  const { measure: measureId, schoolYear, grade, group } = subject;
  const values = { districtId, schoolId, measureId, schoolYear, grade, group };
  return (await view.rows(sql.selectSliceFigures, values, CellRow)).map(figureOfRow);
}

/** A figure of a school, with the school's name. */
export type SchoolFigure = SourcedFigure & { readonly schoolCds: string; readonly schoolName: string };

const SchoolCellRow = CellRow.extend({ school_cds: z.string(), school_name: z.string() });

/** One measure, year and group in every school of a district that has a cell, each grade the source gives, by school name. */
export async function selectSchoolFigures(
  view: View,
  districtId: DistrictId,
  measureId: string,
  schoolYear: number,
  group: StudentGroupCode,
): Promise<SchoolFigure[]> {
  const values = { districtId, measureId, schoolYear, group };
  const rows = await view.rows(sql.selectSchoolFigures, values, SchoolCellRow);
  return rows
    .map((row) => ({ ...figureOfRow(row), schoolCds: row.school_cds, schoolName: row.school_name }))
    .sort((a, b) => (a.schoolName < b.schoolName ? -1 : a.schoolName > b.schoolName ? 1 : 0));
}

/** Where figures come from: dataset, publisher, file with its hash, definitions. Unknown ids are left out. */
export function selectSources(view: View, sourceIds: readonly string[]): Promise<Source[]> {
  return view.rows(sql.selectSources, { sourceIds: [...new Set(sourceIds)] }, SourceRow);
}

/** The bands of a district that is party to a partnership, of one measure or one group only where given; none for another. */
export function selectBands(
  view: View,
  districtId: DistrictId,
  only: { readonly measureId?: string; readonly group?: StudentGroupCode } = {},
): Promise<Band[]> {
  const { measureId = null, group = null } = only;
  return view.rows(sql.selectBands, { districtId, measureId, group }, BandRow);
}

/** The districts that serve like students, nearest first; empty before the roll-ups are made. */
export function selectSimilarDistricts(view: View, districtId: DistrictId): Promise<SimilarDistrict[]> {
  return view.rows(sql.selectSimilarDistricts, { districtId }, SimilarDistrictRow);
}

/** Whom a district serves, its size and money: each fact of its newest year, from every live source that gives it; of one school with `schoolId`. */
export function selectProfile(
  view: View,
  districtId: DistrictId,
  schoolId: string = wholeDistrict,
): Promise<ProfileFact[]> {
  return view.rows(sql.selectProfile, { districtId, schoolId }, ProfileRow);
}

export function selectAssistance(view: View, districtId: DistrictId): Promise<Assistance[]> {
  return view.rows(sql.selectAssistance, { districtId }, AssistanceRow);
}

export function selectAssistanceStatuses(view: View, districtId: DistrictId): Promise<AssistanceStatus[]> {
  return view.rows(sql.selectAssistanceStatuses, { districtId }, AssistanceStatusRow);
}

export function selectLocalIndicators(view: View, districtId: DistrictId): Promise<LocalIndicator[]> {
  return view.rows(sql.selectLocalIndicators, { districtId }, LocalIndicatorRow);
}

export function selectMeasureSpreads(view: View): Promise<MeasureSpread[]> {
  return view.rows(sql.selectMeasureSpreads, {}, MeasureSpreadRow);
}

/** Every file ever loaded, newest first, superseded ones included. */
export function selectLoadedFiles(view: View): Promise<LoadedFile[]> {
  return view.rows(sql.selectLoadedFiles, {}, LoadedFileRow);
}

/** Whether the sample's made-up districts are among those that pages read: bands are then of them. */
export async function selectIsSynthetic(view: View): Promise<boolean> {
  const { synthetic } = await view.row(sql.selectIsSynthetic, {}, z.object({ synthetic: z.boolean() }));
  return synthetic;
}
