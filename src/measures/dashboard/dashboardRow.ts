import type { ColourCode, Indicator, Yardstick } from './indicator.ts';
import type { Participation } from './participation.ts';

/** The science test is published with status and change, and in 2024 without levels and colours. */
export type FileIndicator = Indicator | 'SCIENCE';

/** What one year of a row says; null where the file is blank. Statuses are decimal text as published. */
export type YearOfRow = {
  readonly students: number | null;
  readonly numerator: number | null;
  readonly status: string | null;
  readonly studentsBeforePenalty: number | null;
  readonly statusBeforePenalty: string | null;
  readonly penaltyRecords: number;
  readonly participation: Participation | null;
  readonly participationRate: number | null;
};

/** One row of the state's Dashboard download: an indicator of a student group of a district or school. */
export type DashboardRow = {
  readonly line: number;
  readonly cds: string;
  readonly indicator: FileIndicator;
  readonly studentgroup: string;
  readonly district: boolean;
  /** Null for science, and for a suspension row that names no type. */
  readonly yardstick: Yardstick | null;
  readonly current: YearOfRow;
  readonly prior: YearOfRow;
  readonly published: {
    readonly change: string | null;
    readonly statusLevel: ColourCode;
    readonly changeLevel: ColourCode;
    readonly colour: ColourCode;
  };
};
