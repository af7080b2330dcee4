import { insertAuditLine } from '../src/hub/audit/audit.store.ts';
import type { Connection, Database } from '../src/hub/store/database.ts';
import { asOperator, noPartnership } from '../src/hub/store/view.ts';
import { fillAgreements } from './filledAgreements.ts';
import { fillClaims } from './filledClaims.ts';
import { fillCommitments } from './filledCommitments.ts';
import { fillCycles } from './filledCycles.ts';
import { fillEngagements, fillJointAsks } from './filledEngagements.ts';
import { fillFactSheet } from './filledFactSheet.ts';
import { fillLinks } from './filledLinks.ts';
import { fillNeeds } from './filledNeeds.ts';
import { fillPractices } from './filledPractices.ts';
import { fillReleases } from './filledReleases.ts';
import { fillReminders } from './filledReminders.ts';
import { fillSheets } from './filledSheets.ts';
import { fillReplies } from './filledReplies.ts';
import { fillResources } from './filledResources.ts';
import { fillReviews } from './filledReviews.ts';
import { fillSuccession } from './filledSuccession.ts';

/** An id that ends in a number. */
export function idOf(n: number): string {
  return `01890000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

const at = '2026-01-05T10:00:00.123456Z';

/** What is hard to write down: separators, escapes, what looks like NULL or the end of a copy, quotes, another script. */
export const awkwardText =
  'tab\t line\n return\r back\\slash \\N \\. \'quote\' "double" {"a":1} ‘ü’ 中文 \u{1f600}\v\f\b';

/** Something that would let its reader sign in; a backup must not hold it. */
export const secrets = {
  csrfToken: 'csrf-token-of-a-session',
  sessionHash: 'ab'.repeat(32),
  linkHash: 'cd'.repeat(32),
};

type Filling = { readonly migrations?: number; readonly cells?: number };

/** Rows in the tables of the migrations, as far as a store has been through them. `cells` is a multiple of 8. */
export async function fillStore(
  database: Database,
  { migrations = 22, cells = 80 }: Filling = {},
): Promise<void> {
  const about = { partnershipId: idOf(20), personId: idOf(10), words: awkwardText, at };
  const districtIds = [idOf(1), idOf(2)] as const;
  await database.transaction(async (connection) => {
    await fillPeople(connection);
    if (migrations >= 2) await fillEvidence(connection, cells);
    if (migrations >= 3) await fillBenchmarks(connection);
    if (migrations >= 6) {
      await fillNeeds(connection, {
        ...about,
        districtIds,
        ids: [idOf(70), idOf(71), idOf(72), idOf(73), idOf(74)],
      });
    }
    if (migrations >= 7) {
      await fillClaims(connection, {
        ...about,
        districtIds,
        ids: [idOf(80), idOf(81), idOf(82)],
      });
    }
    if (migrations >= 8) {
      await fillAgreements(connection, {
        ...about,
        districtIds,
        agreementId: idOf(90),
      });
    }
    if (migrations >= 9) {
      await fillReleases(connection, {
        ...about,
        districtId: idOf(1),
        ids: [idOf(95), idOf(96)],
        tokenHash: Buffer.from('ef'.repeat(32), 'hex'),
      });
    }
    if (migrations >= 10) {
      await fillEngagements(connection, {
        ...about,
        districtIds,
        ids: [idOf(100), idOf(101), idOf(102), idOf(103), idOf(104)],
      });
    }
    if (migrations >= 11) {
      await fillCommitments(connection, {
        ...about,
        districtIds,
        ids: [idOf(110), idOf(111), idOf(112), idOf(113)],
      });
    }
    if (migrations >= 12) {
      await fillLinks(connection, {
        ...about,
        districtId: idOf(1),
        linkId: idOf(120),
        tokenHash: Buffer.from('12'.repeat(32), 'hex'),
      });
    }
    if (migrations >= 13) {
      await fillCycles(connection, {
        ...about,
        districtId: idOf(1),
        engagementId: idOf(101),
        linkId: idOf(120),
        cycleId: idOf(130),
      });
    }
    if (migrations >= 14) {
      await fillPractices(connection, {
        ...about,
        districtIds,
        ids: [idOf(140), idOf(141), idOf(142), idOf(143)],
      });
    }
    if (migrations >= 15) {
      await fillResources(connection, {
        ...about,
        districtId: idOf(1),
        ids: [idOf(150), idOf(151), idOf(152), idOf(153), idOf(154), idOf(155), idOf(156)],
      });
    }
    if (migrations >= 16) {
      await fillReviews(connection, {
        ...about,
        districtIds,
        ids: [idOf(160), idOf(161), idOf(162), idOf(163), idOf(164)],
      });
    }
    if (migrations >= 17) {
      await fillFactSheet(connection, {
        ...about,
        sheetId: idOf(170),
      });
    }
    if (migrations >= 19) {
      await fillReminders(connection, {
        ...about,
      });
    }
    if (migrations >= 22) {
      await fillJointAsks(connection, {
        ...about,
        districtIds,
        ids: [idOf(100), idOf(101), idOf(102), idOf(103), idOf(104)],
      });
    }
    if (migrations >= 21) {
      await fillSheets(connection, {
        ...about,
        districtId: idOf(1),
        importId: idOf(210),
      });
    }
    if (migrations >= 18) {
      await fillSuccession(connection, {
        ...about,
        districtId: idOf(1),
        ids: [idOf(180), idOf(181)],
      });
    }
    if (migrations >= 20) {
      await fillReplies(connection, {
        ...about,
        linkId: idOf(120),
        replyId: idOf(200),
        tokenHash: Buffer.from('20'.repeat(32), 'hex'),
      });
    }
  });
  for (const partnershipId of [noPartnership, idOf(20)]) {
    for (const n of [1, 2, 3]) {
      const act = { act: 'test.act', subject: awkwardText, detail: { n, of: [0.1, null, awkwardText] } };
      await asOperator(database, (view) =>
        insertAuditLine(view, { partnershipId, personId: n === 1 ? null : idOf(10) }, act, new Date(at)),
      );
    }
  }
}

async function fillPeople(connection: Connection): Promise<void> {
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  for (const [n, name] of [...'abAB'].entries()) {
    await run(
      "insert into district (district_id, cds, level, name, county) values ($1, $2, 'district', $3, $4)",
      [idOf(n + 1), `1062166000000${n}`, `${name} ${awkwardText}`, n === 0 ? null : ''],
    );
  }
  await run('insert into person (person_id, email, name, made_at) values ($1, $2, $3, $4)', [
    idOf(10),
    'lead@example.org',
    awkwardText,
    at,
  ]);
  await run(
    "insert into partnership (partnership_id, slug, name, started_year, is_sample, made_at) values ($1, 'a-b', 'A–B', 2008, false, $2)",
    [idOf(20), at],
  );
  await run('insert into party values ($1, $2, 1), ($1, $3, 2)', [idOf(20), idOf(1), idOf(2)]);
  await run(
    "insert into membership (partnership_id, person_id, role, district_id, made_at) values ($1, $2, 'coordinator', $3, $4)",
    [idOf(20), idOf(10), idOf(1), at],
  );
  await run(
    'insert into mail (mail_id, to_email, subject, body, made_at, next_attempt_at) values ($1, $2, $3, $3, $4, $4)',
    [idOf(30), 'lead@example.org', awkwardText, at],
  );
  await run('insert into session values ($1, $2, $3, $4, $4, $4)', [
    Buffer.from(secrets.sessionHash, 'hex'),
    idOf(10),
    secrets.csrfToken,
    at,
  ]);
  await run('insert into sign_in_link values ($1, $2, $3, $3)', [
    Buffer.from(secrets.linkHash, 'hex'),
    idOf(10),
    at,
  ]);
  await run("insert into attempt values ('sign-in lead@example.org', $1)", [at]);
}

async function fillEvidence(connection: Connection, cells: number): Promise<void> {
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run(
    'insert into school (district_id, school_id, cds, name, latitude, longitude) values ($1, $2, $3, $4, $5, $6)',
    [idOf(1), idOf(40), '10621660000040', awkwardText, 0.1 + 0.2, -1e-300],
  );
  await run(
    "insert into loaded_file (file_id, name, sha256, bytes, layout, coverage, rows, facts, suppressed, notes, loaded_at) values ($1, 'f.csv', $2, 9007199254740991, 'l', 'c', 1, 1, 0, 0, $3)",
    [idOf(50), 'a'.repeat(64), at],
  );
  await run(
    "insert into source (source_id, file_id, dataset, publisher, title, synthetic) values ($1, $2, 'd', 'p', 't', false)",
    [idOf(51), idOf(50)],
  );
  await run(
    'insert into definition (measure_id, version, hash, words, recorded_at) values ($1, 1, $2, $3, $4)',
    ['_a', 'b'.repeat(64), JSON.stringify({ z: 1, a: [1.1, awkwardText] }), at],
  );
  await run("insert into source_measure values ($1, '_a', 1)", [idOf(51)]);
  await run(
    `insert into cell (district_id, school_id, measure_id, school_year, grade, student_group, source_id, seen, n, value, words)
     select ('01890000-0000-7000-8000-' || lpad(to_hex(1 + i % 4), 12, '0'))::uuid, $1::uuid, m, 2000 + i / 4 % 25, 'ALL', (i / 100)::text, $2::uuid,
       case when i % 7 = 0 then 'suppressed' else 'shown' end, i,
       case when i % 7 > 0 then (i / 8.0)::numeric(12, 3) end, case when i % 7 = 0 then $3::text end
     from generate_series(1, $4::int) i, unnest(array['_a', 'a', 'B', 'é', 'a b', 'A', 'z', '~']) m`,
    [noPartnership, idOf(51), awkwardText, cells / 8],
  );
  await run(
    'insert into profile_fact (district_id, school_id, school_year, factor, source_id, value) values ($1, $2, 2024, $3, $4, 1.10)',
    [idOf(1), noPartnership, awkwardText, idOf(51)],
  );
}

async function fillBenchmarks(connection: Connection): Promise<void> {
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run("insert into benchmark values ($1, $2, 'mathematics', '_a', 'ALL', 'ALL', $3, $4, $5)", [
    idOf(20),
    idOf(60),
    awkwardText,
    at,
    idOf(10),
  ]);
  await run("insert into target_series values ($1, $2, $3, 1, 2023, -81.40, 'proposed', $4, null, $5, $6)", [
    idOf(20),
    idOf(60),
    idOf(1),
    awkwardText,
    at,
    idOf(10),
  ]);
  await run('insert into target values ($1, $2, $3, 1, 2028, 0.000)', [idOf(20), idOf(60), idOf(1)]);
}
