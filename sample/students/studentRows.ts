// The rows of the vault's tables of facts, column for column as in src/vault/schema. A date is text: 2024-10-02.

type FromFile = { readonly file_id: number; readonly line: number };
type AtSchool = { readonly school_year: number; readonly district_cds: string; readonly school_cds: string };
type OfStudent = { readonly student_id: number };

export type PlaceRow = {
  readonly cds: string;
  readonly level: string;
  readonly name: string;
  readonly charter: boolean;
  readonly type: string;
  readonly alternative: boolean;
};
export type StudentRow = OfStudent & {
  readonly ssid: string | null;
  readonly local_id: string;
  readonly district_cds: string;
};
export type EnrolmentRow = OfStudent &
  AtSchool &
  FromFile & {
    readonly status: string;
    readonly grade: string;
    readonly start_date: string;
    readonly end_date: string | null;
    readonly exit_reason: string | null;
    readonly completion: string | null;
    readonly met_uc_csu: boolean | null;
    readonly merit_diploma: boolean | null;
    readonly seal_of_biliteracy: boolean | null;
    readonly transition_status: boolean | null;
    readonly workforce_readiness: boolean | null;
    readonly food_handler: boolean | null;
    readonly pre_apprenticeship: boolean | null;
    readonly pre_apprenticeship_other: boolean | null;
    readonly job_programme: boolean | null;
  };
export type StudentInfoRow = OfStudent &
  FromFile & {
    readonly start_date: string;
    readonly end_date: string | null;
    readonly birth_date: string | null;
    readonly gender: string | null;
    readonly race: string | null;
    readonly us_entry_date: string | null;
    readonly parent_education: string | null;
    readonly direct_certified: boolean | null;
  };
export type LanguageStatusRow = OfStudent &
  FromFile & {
    readonly status: string;
    readonly start_date: string;
    readonly primary_language: string | null;
  };
export type ProgrammeRow = OfStudent &
  FromFile & {
    readonly school_cds: string;
    readonly code: string;
    readonly membership: string | null;
    readonly start_date: string;
    readonly end_date: string | null;
  };
export type AttendanceRow = OfStudent &
  AtSchool &
  FromFile & {
    readonly expected_days: number | null;
    readonly attended_days: number | null;
    readonly out_of_school_suspension_days: number | null;
    readonly in_school_suspension_days: number | null;
    readonly excused_days: number | null;
    readonly unexcused_days: number | null;
    readonly incomplete_independent_study_days: number | null;
    readonly exempt: boolean;
  };
export type IncidentRow = AtSchool &
  FromFile & { readonly incident_id: number; readonly local_id: string; readonly occurred_on: string | null };
export type IncidentStudentRow = OfStudent &
  FromFile & { readonly incident_id: number; readonly result: string | null; readonly days: number | null };
export type OffenceRow = OfStudent & FromFile & { readonly incident_id: number; readonly code: string };
export type StudentCourseRow = OfStudent &
  AtSchool &
  FromFile & {
    readonly term: string | null;
    readonly state_course: string | null;
    readonly local_course: string | null;
    readonly section: string | null;
    readonly level: string | null;
    readonly uc_csu: string | null;
    readonly ap_ib: string | null;
    readonly college_credit: boolean | null;
    readonly cte_pathway: string | null;
    readonly capstone: boolean | null;
    readonly credits_attempted: number | null;
    readonly credits_earned: number | null;
    readonly mark: string | null;
  };
export type ExamRow = OfStudent &
  FromFile & {
    readonly school_year: number;
    readonly kind: string;
    readonly subject: string;
    readonly score: number | null;
  };
export type CollegeEnrolmentRow = OfStudent & FromFile & { readonly from_date: string };
export type StaffRow = FromFile & {
  readonly staff_id: number;
  readonly seid: string | null;
  readonly local_id: string | null;
  readonly district_cds: string;
};
export type StaffAssignmentRow = AtSchool &
  FromFile & {
    readonly staff_id: number;
    readonly job_class: string;
    readonly assignment: string | null;
    readonly fte: number | null;
  };
/** What a record of a test says of the student as of the test. */
type ForTesting = {
  readonly scale_score: number | null;
  readonly level: number | null;
  readonly condition: string | null;
  readonly attemptedness: string | null;
  readonly include: string | null;
  readonly first_test_day: string | null;
  readonly el_entry: string | null;
  readonly us_entry: string | null;
  readonly sed: boolean | null;
  readonly swd: boolean | null;
  readonly migrant: boolean | null;
  readonly foster: boolean | null;
  readonly homeless: boolean | null;
  readonly military: boolean | null;
  readonly race: string | null;
  readonly gender: string | null;
  readonly parent_education: string | null;
  readonly ltel: string | null;
};
export type TestResultRow = OfStudent &
  AtSchool &
  FromFile &
  ForTesting & {
    readonly test: string;
    readonly grade_assessed: string;
    readonly accountability_district: string | null;
    readonly el_status: string | null;
    readonly rfep_date: string | null;
  };
export type ElpacResultRow = OfStudent &
  AtSchool &
  FromFile &
  ForTesting & { readonly kind: string; readonly grade: string };

/** The tables of a district; also those of one student, when they are made one by one. */
export type StudentTables = {
  readonly place: PlaceRow[];
  readonly student: StudentRow[];
  readonly enrolment: EnrolmentRow[];
  readonly student_info: StudentInfoRow[];
  readonly language_status: LanguageStatusRow[];
  readonly programme: ProgrammeRow[];
  readonly attendance: AttendanceRow[];
  readonly incident: IncidentRow[];
  readonly incident_student: IncidentStudentRow[];
  readonly offence: OffenceRow[];
  readonly student_course: StudentCourseRow[];
  readonly exam: ExamRow[];
  readonly college_enrolment: CollegeEnrolmentRow[];
  readonly staff: StaffRow[];
  readonly staff_assignment: StaffAssignmentRow[];
  readonly test_result: TestResultRow[];
  readonly elpac_result: ElpacResultRow[];
};

export function emptyTables(): StudentTables {
  return {
    place: [],
    student: [],
    enrolment: [],
    student_info: [],
    language_status: [],
    programme: [],
    attendance: [],
    incident: [],
    incident_student: [],
    offence: [],
    student_course: [],
    exam: [],
    college_enrolment: [],
    staff: [],
    staff_assignment: [],
    test_result: [],
    elpac_result: [],
  };
}
