import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtIds: readonly [string, string];
  readonly words: string;
  readonly at: string;
  readonly ids: readonly [practice: string, study: string, adoption: string, adaptation: string];
};

/** A practice of two versions, a withdrawn study of it, and an adoption from which another began that did not work. */
export async function fillPractices(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at, ids } = filling;
  const [practiceId, studyId, adoptionId, adaptationId] = ids;
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run('insert into practice values ($1, $2, 2, $3, $4)', [partnershipId, practiceId, at, personId]);
  for (const version of [1, 2]) {
    await run(
      `insert into practice_version (
         partnership_id, practice_id, version, name, done, focus_area, strategy, measure_id, student_groups, grades, hours, words,
         district_id, made_at, made_by
       ) values ($1, $2, $3, $4, $4, 'mathematics', 'rigor', 'math_dfs', array['EL', 'ALL'], array['6-8'], $4, $5, $6, $7, $8)`,
      [partnershipId, practiceId, version, words, version === 1 ? null : words, districtIds[0], at, personId],
    );
  }
  await run(
    `insert into study values ($1, $2, $3, $4, null, 'matched comparison', 400, null, 2, 8, true, false, null, true, true, false,
       $5, $6, $5, $6)`,
    [partnershipId, studyId, practiceId, words, at, personId],
  );
  for (const [id, from, district] of [
    [adoptionId, null, districtIds[0]],
    [adaptationId, adoptionId, districtIds[1]],
  ]) {
    await run(
      `insert into adoption (
         partnership_id, adoption_id, practice_id, practice_version, from_adoption_id, district_id, setting, schools, since, changes,
         changed, why, made_at, made_by
       ) values ($1, $2, $3, 2, $4, $5, 'middle', 4, '2024-08-12', array['length', 'language'], $6, $6, $7, $8)`,
      [partnershipId, id, practiceId, from, district, words, at, personId],
    );
  }
  await run(
    `insert into adoption_result (
       partnership_id, adoption_id, result_number, result, student_group, setting, reason, words, made_at, made_by
     ) values ($1, $2, 1, 'did not work', 'EL', 'middle', 'no time', $3, $4, $5)`,
    [partnershipId, adaptationId, words, at, personId],
  );
}
