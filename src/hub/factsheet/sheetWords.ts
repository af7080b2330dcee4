import type { WithheldReason } from '../../vocabulary/cell.ts';
import type { Unit } from '../../vocabulary/measure.ts';
import type { FocusAreaId, ModeId, StrategyId, TargetProvenance } from '../../vocabulary/partnership.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { AuthorityId } from '../resources/resourceKinds.ts';
import type { Pack } from '../../vocabulary/pack.ts';

export type PaceStatus = NonNullable<Pack['benchmarks'][number]['districts'][number]['pace']>['status'];
export type ClaimAnswer = 'sped up' | 'slowed' | 'cannot tell';
type Named = { readonly name: string; readonly means: string };

/**
 * Every word that a fact sheet says by itself. A language is whole or does not compile; what the districts wrote is not
 * here and stays as they wrote it. Numbers come formatted; counts come as numbers, for the plural.
 */
export type SheetWords = {
  readonly kind: string;
  readonly description: (partnership: string) => string;
  readonly sample: string;
  readonly preview: string;
  readonly and: (names: readonly string[]) => string;
  readonly either: (names: readonly string[]) => string;

  readonly students: string;
  readonly studentsNote: (schoolYear: string) => string;
  readonly promises: string;
  readonly promisesNote: (agreed: number) => string;
  readonly onPace: string;
  readonly onPaceOf: (some: number, all: number) => string;
  readonly onPaceNote: string;
  readonly freed: string;
  readonly freedNote: (flexibilities: number) => string;

  readonly forged: string;
  readonly forgedText: (districts: string, startedYear: number) => string;
  readonly servesText: (students: string, schoolYear: string) => string;

  readonly resources: string;
  readonly resourcesText: string;
  readonly noTargets: string;
  readonly targetsText: (all: number, agreed: number) => string;
  readonly noFlexibility: string;
  readonly flexibilityText: (flexibilities: number, dollars: string | null) => string;
  readonly authorities: Readonly<Record<AuthorityId, string>>;
  readonly flexibilityLine: (until: string, dollars: string | null) => string;
  readonly external: (dollars: string) => string;
  readonly leverage: (ratio: string) => string;

  readonly focus: string;
  readonly focusText: string;
  readonly focusCounts: (benchmarks: number, engagements: number | null) => string;

  readonly reform: string;
  readonly reformText: string;
  readonly noEngagement: string;

  readonly glance: string;
  readonly partnership: string;
  readonly helps: (helper: string, helped: string) => string;
  readonly together: string;
  readonly withPartners: (partners: string) => string;
  readonly engagementStates: Readonly<Record<'agreed' | 'testing' | 'suspended', string>>;
  readonly came: Readonly<Record<'worked' | 'did not work' | 'ended', string>>;

  readonly significance: string;
  readonly collaboration: Named;
  readonly flexibility: Named;
  readonly accountability: Named;
  readonly contactsHeld: (contacts: number) => string;
  readonly commitments: (done: number, made: number) => string;
  readonly hours: (giver: string, receiver: string, hours: string) => string;
  readonly cycles: (run: number, ended: number) => string;
  readonly claimLead: string;
  readonly claims: Readonly<Record<ClaimAnswer, string>>;
  readonly claimSeen: string;
  readonly claimNote: (day: string) => string;
  readonly noClaim: string;
  readonly conditions: (met: number, all: number) => string;
  readonly statusCounts: (counts: readonly { readonly status: PaceStatus; readonly n: number }[]) => string;

  readonly benchmarks: string;
  readonly noBenchmarks: string;
  readonly benchmarksText: string;
  readonly tableCaption: string;
  readonly measureColumn: string;
  readonly inYear: (schoolYear: string) => string;
  readonly target: (value: string, schoolYear: string) => string;
  readonly noTarget: string;
  readonly perYear: (actual: string | null, required: string | null) => string;
  readonly noFigure: string;
  readonly noMeasure: (area: string) => string;
  readonly paceNote: string;
  readonly withheldNote: string;

  readonly asOf: (day: string) => string;
  readonly contacts: string;
  readonly noContact: string;
  readonly boards: string;
  readonly superintendents: string;
  readonly sources: (titles: string) => string;
  readonly synthetic: string;
  readonly madeFrom: (review: string, day: string) => string;
  readonly signedBy: (people: string) => string;
  readonly unsigned: string;
  readonly check: string;

  /** About the page on which the sheet stands. */
  readonly otherLanguage: string;
  readonly download: string;
  readonly numbersAs: (format: 'CSV' | 'JSON') => string;
  readonly openData: string;
  readonly openDataText: (licence: string) => string;
  readonly definitions: string;
  readonly counted: (numerator: string, denominator: string) => string;
  readonly newer: string;
  readonly seeNewest: string;
  readonly earlier: string;

  readonly provenances: Readonly<Record<TargetProvenance, string | null>>;
  readonly paces: Readonly<Record<PaceStatus, string>>;
  readonly withheld: Readonly<Record<WithheldReason, string>>;
  readonly units: Readonly<Record<Unit, string | null>>;
  readonly focusAreas: Readonly<Record<FocusAreaId, { readonly name: string; readonly on: string }>>;
  readonly strategies: Readonly<Record<StrategyId, string>>;
  readonly modes: Readonly<Record<ModeId, Named>>;
  readonly groups: Readonly<Record<StudentGroupCode, string>>;
  /** By measure id; a measure that is not here keeps the name the pack gives it. */
  readonly measures: Readonly<Record<string, string>>;
};
