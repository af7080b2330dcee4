import { html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { type EngagementAct, fieldErrors, type Situation, toldOf, writeAs } from './engagementActs.page.ts';
import { parseProduct, parseUse } from './productDraft.ts';
import { insertProductUse, insertProductVersion, insertSignOff } from './products.store.ts';

const productVersion = ({ reading }: Situation) => reading.engagement.progress.productVersion;

function whyNoProduct({ reading: { engagement } }: Situation): string | null {
  if (engagement.mode !== 'joint') return 'Only joint development makes a product of both.';
  return engagement.state === 'agreed' ? null : 'This is done while the work is under way.';
}

/** Puts the next version of the joint product forward. */
export const productAct: EngagementAct = {
  id: 'product',
  title: (situation) => `Put version ${productVersion(situation) + 1} forward`,
  lead: ({ reading, other }) =>
    `${reading.engagement.product ?? 'The product'}: ${other.shortName} is told. Signatures under an earlier version do not count for this one.`,
  submit: (situation) => `Put version ${productVersion(situation) + 1} forward`,
  whyNot: whyNoProduct,
  version: productVersion,
  fields: (_, written, errors) =>
    html`${textArea({
      id: 'words',
      name: 'words',
      label: 'What is new in it',
      hint: 'What was learned, what changed, for whom it is ready.',
      rows: 4,
      error: errors.get('words'),
      value: written.words,
    })}${textField({
      id: 'place',
      name: 'place',
      label: 'Where it lies',
      hint: 'A link or a folder that both districts can open.',
      optional: true,
      error: errors.get('place'),
      value: written.place,
    })}`,
  write: async (situation, basedOn) => {
    const parsed = parseProduct(situation.ask.form);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const told = toldOf(situation, {
      act: `put version ${basedOn + 1} forward`,
      did: `puts version ${basedOn + 1} forward`,
      next: 'Try it, sign it off, or put a better one forward:',
      words: parsed.value.words,
    });
    const { id } = situation.reading.engagement;
    return writeAs(situation, (view, at) =>
      insertProductVersion(view, id, basedOn, { draft: parsed.value, told }, at),
    );
  },
};

/** Says which version the own district uses, and how it has adapted it. */
export const useAct: EngagementAct = {
  id: 'use',
  title: ({ ownParty }) => `Which version ${ownParty.shortName} uses`,
  lead: () =>
    'Each district adapts what both made. What was adapted, and why, is what the other learns from.',
  submit: () => 'Say so',
  whyNot: (situation) =>
    whyNoProduct(situation) ?? (productVersion(situation) === 0 ? 'There is no version of it yet.' : null),
  version: productVersion,
  fields: (situation, written, errors) => {
    const { reading, own } = situation;
    const last = reading.product.uses.findLast(({ districtId }) => districtId === own.districtId);
    return html`${selectField({
      id: 'uses',
      name: 'uses',
      label: 'Version in use',
      error: errors.get('uses'),
      value: written.uses ?? String(productVersion(situation)),
      options: reading.product.versions.map(({ version }) => ({
        value: String(version),
        label: `Version ${version}`,
      })),
    })}${textArea({
      id: 'adaptation',
      name: 'adaptation',
      label: 'What you have adapted, and why',
      rows: 3,
      optional: true,
      error: errors.get('adaptation'),
      value: written.adaptation ?? last?.adaptation ?? undefined,
    })}`;
  },
  write: async (situation, basedOn) => {
    const { ask, own, reading } = situation;
    const parsed = parseUse(ask.form, basedOn);
    if (!parsed.ok) return fieldErrors(parsed.errors);
    const { version, adaptation } = parsed.value;
    const told = toldOf(situation, {
      act: `uses version ${version}${adaptation ? ', adapted' : ''}`,
      did: `uses version ${version}`,
      next: '',
      isQuiet: true,
    });
    const use = { districtId: own.districtId, draft: parsed.value, told };
    return writeAs(situation, (view, at) => insertProductUse(view, reading.engagement.id, basedOn, use, at));
  },
};

/** Signs the newest version off for the own district. */
export const signOffAct: EngagementAct = {
  id: 'sign-off',
  title: (situation) => `Sign version ${productVersion(situation)} off`,
  lead: ({ ownParty, other }) =>
    `With this ${ownParty.shortName} says: this is the version both stand behind. It counts when ${other.shortName} has signed the same version.`,
  submit: ({ ownParty }) => `Sign it off for ${ownParty.shortName}`,
  whyNot: (situation) => {
    const { reading, ownParty } = situation;
    if (productVersion(situation) === 0) return 'There is no version to sign off yet.';
    return (
      whyNoProduct(situation) ??
      (reading.engagement.progress.signedBy.includes(ownParty.districtId)
        ? `${ownParty.shortName} has signed this version off.`
        : null)
    );
  },
  version: productVersion,
  fields: ({ reading }) => {
    const [newest] = reading.product.versions;
    return newest
      ? html`<p><strong>Version ${newest.version}:</strong> ${newest.words}</p>${newest.place ? html`<p>It lies at ${newest.place}.</p>` : ''}`
      : '';
  },
  write: async (situation, basedOn) => {
    const { own, reading } = situation;
    const { progress, parties } = reading.engagement;
    const isLast = progress.signedBy.length + 1 === parties.length;
    const told = toldOf(situation, {
      act: `signed version ${basedOn} off`,
      did: `signs version ${basedOn} off`,
      next: isLast
        ? 'Both have signed it off. Say which version you use:'
        : 'It waits for your signature, or a better version:',
    });
    const signed = { districtId: own.districtId, told };
    return writeAs(situation, (view, at) => insertSignOff(view, reading.engagement.id, basedOn, signed, at));
  },
};
