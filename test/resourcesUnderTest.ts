import assert from 'node:assert/strict';
import type { Database } from '../src/hub/store/database.ts';
import { type Browser, type Page, tokenOf } from './browserUnderTest.ts';
import { districtsUnderTest, type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const [, longBeach] = districtsUnderTest;

/** The form of a funding source, right in every field but whose it is. */
export const blockGrant = {
  name: 'Block grant',
  kind: 'state categorical',
  amount: '$640,000',
  fromDay: '2025-07-01',
  untilDay: '2026-06-30',
  resourceCode: '7810',
  restricted: 'yes',
};

/** A ledger of four postings in September and October, one of them given back. */
export const ledgerText = [
  'Posted Date,Description,Resource,Object,Amount',
  '09/01/2025,Coach salary,7810,1900,"20,000.00"',
  '09/15/2025,"Books, returned",7810,4200,(500.00)',
  '10/01/2025,Coach salary,7810,1900,"20,000.00"',
  '10/02/2025,Electricity,0000,5520,900',
].join('\n');

/** A hub whose money is kept by a coordinator of Fresno and somebody of finance of Long Beach, and read by a school. */
export type ResourcesUnderTest = HubUnderTest & {
  readonly coordinator: Browser;
  readonly finance: Browser;
  readonly reader: Browser;
  /** The district of the coordinator. */
  readonly own: string;
  /** The path of the resources. */
  readonly resources: string;
  /** Brings a file of spending as the page's form would. */
  readonly bring: (browser: Browser, text: string) => Promise<Page>;
  /** Says that a file covers all days from July to October, and looks at it. */
  readonly coverFromJuly: (path: string) => Promise<Page>;
};

/** The value of a hidden field of the form that posts to an action. */
export const hiddenField = (page: Page, name: string, action: string) =>
  new RegExp(`action="[^"]*/${action}"[^]*?name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';

export async function resourcesUnderTest(database: Database): Promise<ResourcesUnderTest> {
  const hub = await hubUnderTest(database);
  await database.transaction(async (connection) => {
    await connection.query(
      "update membership set district_id = (select district_id from district where cds = $1) where role = 'finance'",
      [longBeach.cds],
    );
  });
  const coordinator = await hub.signInAs('coordinator');
  const resources = `${hub.home}/resources`;
  return {
    ...hub,
    coordinator,
    finance: await hub.signInAs('finance'),
    reader: await hub.signInAs('school'),
    own: String(hub.member('coordinator').districtId),
    resources,
    bring: async (browser, text) => {
      hub.clock.advance(1);
      const form = new FormData();
      form.set('csrf', tokenOf((await browser.get(`${resources}/ledger`)).text));
      form.set('holds', 'spending');
      form.set('ledger', new File([text], 'ledger.csv'));
      const packed = new Response(form);
      return browser.send(`${resources}/ledger`, new Uint8Array(await packed.arrayBuffer()), {
        'content-type': packed.headers.get('content-type') ?? '',
        origin: 'http://127.0.0.1:8080',
        'sec-fetch-site': 'same-origin',
      });
    },
    coverFromJuly: async (path) => {
      const columns = {
        day: 'Posted Date',
        description: 'Description',
        resource: 'Resource',
        object: 'Object',
        amount: 'Amount',
      };
      const fields = Object.fromEntries(
        Object.entries(columns).map(([id, heading]) => [`column-${id}`, heading]),
      );
      const period = { fromDay: '2025-07-01', untilDay: '10/31/2025' };
      assert.equal(
        (
          await coordinator.post(`${path}/columns`, {
            ...fields,
            ...period,
            'column-amount': '',
            version: '1',
          })
        ).status,
        422,
      );
      assert.equal(
        (await coordinator.post(`${path}/columns`, { ...fields, ...period, version: '1' })).status,
        303,
      );
      return coordinator.get(path);
    },
  };
}
