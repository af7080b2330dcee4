import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleOf, enrolment, plainSet, school, session, student } from '../../../test/vault/edfiSet.ts';
import { loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';

const uri = (kind: string, code: string) => `uri://ed-fi.org/${kind}Descriptor#${code}`;

test('days of school come from sessions within the stay, absences from events; no day counts twice', async () => {
  const own = await openTestVault();
  try {
    const event = (id: string, at: string, category: string, eventDuration?: number) => ({
      ...student(id),
      ...school,
      ...session,
      eventDate: at,
      eventDuration,
      attendanceEventCategoryDescriptor: uri('AttendanceEventCategory', category),
    });
    const half = (name: string, beginDate: string, endDate: string, days: number) => ({
      ...school,
      sessionName: name,
      schoolYearTypeReference: { schoolYear: 2026 },
      beginDate,
      endDate,
      totalInstructionalDays: days,
      termDescriptor: uri('Term', 'Fall Semester'),
    });
    const outcome = await loadText(
      own,
      bundleOf({
        ...plainSet,
        sessions: [
          half('Fall', '2025-08-14', '2025-12-19', 84),
          half('Spring', '2026-01-05', '2026-06-05', 96),
        ],
        studentSchoolAssociations: [
          enrolment('A'),
          enrolment('B', {
            exitWithdrawDate: '2025-10-17',
            exitWithdrawTypeDescriptor: uri('ExitWithdrawType', 'No show'),
          }),
        ],
        studentSchoolAttendanceEvents: [
          event('A', '2025-09-02', 'Excused Absence'),
          event('A', '2025-09-02', 'Unexcused Absence', 0.5),
          event('A', '2025-09-03', 'Unexcused Absence'),
          event('A', '2025-09-04', 'Tardy'),
        ],
      }),
      'set.ndjson',
    );
    assert.deepEqual([outcome.status, outcome.findings], ['loaded', []]);
    // 2025-08-14 to 2025-10-17 has 47 of the 92 weekdays of the autumn: 84 days × 47 / 92 is 42.9.
    const rows = await own.rows({
      name: 'selectForTest',
      text: 'select ssid, expected_days, attended_days, excused_days, unexcused_days from attendance join student using (student_id) order by ssid',
      parameters: [],
    });
    assert.deepEqual(
      rows.map((row) => Object.values(row)),
      [
        ['1000000001', 180, 178, 1, 1],
        ['1000000002', 43, 43, 0, 0],
      ],
    );
  } finally {
    await own.close();
  }
});
