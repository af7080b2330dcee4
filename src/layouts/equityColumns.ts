/** Columns of the equity multiplier’s workbook by their headers, line breaks read as spaces. */
export const equityColumns = {
  nonStable: 'Prior Year Non-Stability Count A-1',
  enrolment: 'Prior Year Adjusted Cumulative Enrollment - Total A-2',
  rate: 'Prior Year Non-Stability Rate (A-1 / A-2) A-3',
  sed: 'Prior Year Adjusted Cumulative Enrollment - Socioeconomically Disadvantaged B-1',
  sedRate: 'Prior Year Socioeconomically Disadvantaged Pupil Percentage (B-1 / A-2) B-2',
  eligible: 'LCFF Equity Multiplier Eligibility Determination (IF C-1 through C-3 = TRUE, TRUE) C-4',
  entitlement:
    'LCFF Equity Multiplier Entitlement (IF C-4 = TRUE, Sum of (Greater of A-2 * D-1, 50,000), D-2) D-3',
} as const;
