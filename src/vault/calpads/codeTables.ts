/** An executable table of CALPADS: which of its columns make the combination, as its own header calls them. */
export type CodeTable = { readonly name: string; readonly columns: readonly string[] };

/**
 * The tables that rules run from, each before those whose columns it has too. The vault ships none: the district loads the state's own
 * files.
 */
export const codeTables = [
  { name: 'exit_reason_grade_level', columns: ['Student Exit Reason Code', 'Grade Level Code'] },
  { name: 'completion_status_grade_level', columns: ['School Completion Code', 'Grade Level Code'] },
  {
    name: 'exit_catg_completion_status',
    columns: ['Student Exit Category Code', 'School Completion Status Code'],
  },
  { name: 'education_prog_membership_cat', columns: ['Education Program Code', 'Membership Category Code'] },
  {
    name: 'course_group_master_combos',
    columns: ['Course Group State Code', 'CTE Pathway Code', 'CTE Capstone Course Indicator', 'AP', 'IB'],
  },
  { name: 'cte_pathway_cte_industry_sect', columns: ['CTE Pathway Code', 'CTE Industry Sector Code'] },
  { name: 'cte_pathway_cte_subpathways', columns: ['CTE Pathway Code', 'CTE Sub-Pathway Code'] },
  {
    name: 'offense_code_offense_category',
    columns: ['Student Offense Code', 'Offense Category Federal Code'],
  },
  {
    name: 'nonclasssuppasgn_jobclass',
    columns: [
      'Non Classroom Based or Support Assignment Code',
      'Educational Service Job Classification Code',
    ],
  },
  {
    name: 'currentelas_submtdelas_corrcode',
    columns: [
      'Most Recent English Language Acquisition Status Code (ODS)',
      'Subsequent English Language Acquisition Status Code',
      'Correction Reason Code on Subsequent ELA record',
    ],
  },
  {
    name: 'currentelas_submtdelas',
    columns: [
      'Most Recent English Language Acquisition Status Code (ODS)',
      'Subsequent English Language Acquisition Status Code',
    ],
  },
] as const satisfies readonly CodeTable[];

export type CodeTableName = (typeof codeTables)[number]['name'];
export const yearColumns = ['First Academic Year Effective', 'Last Academic Year Effective'] as const;
