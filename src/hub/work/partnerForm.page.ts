import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { workRoles } from './mayWork.ts';
import { withPartner } from './partner.page.ts';
import { parsePartner } from './partnerDraft.ts';
import { partnerKinds } from './partnerKinds.ts';
import {
  type ExternalPartner,
  insertExternalPartner,
  insertExternalPartnerChange,
} from './partners.store.ts';
import { partnerPath, workTrail } from './workPlace.page.ts';

const path = '/partnerships/:partnership/work/partners';

/** Registering an external partner, and changing what the register says of it. The fixed path stands before the one with a parameter. */
export const partnerFormPages: Route[] = [
  { method: 'get', path: `${path}/new`, access: workRoles, answer: (ask) => respondForm(ask, undefined, {}) },
  { method: 'post', path: `${path}/new`, access: workRoles, answer: addPartner },
  {
    method: 'get',
    path: `${path}/:partner/change`,
    access: workRoles,
    answer: (ask) => withPartner(ask, (partner) => respondForm(ask, partner, {})),
  },
  {
    method: 'post',
    path: `${path}/:partner/change`,
    access: workRoles,
    answer: (ask) => withPartner(ask, (partner) => changePartner(ask, partner)),
  },
];

type Refused = { readonly errors?: FieldErrors; readonly meanwhile?: boolean };

function respondForm(
  ask: MemberAsk,
  partner: ExternalPartner | undefined,
  { errors = new Map(), meanwhile }: Refused,
): Promise<Response> {
  const isSent = Object.keys(ask.form).length > 0;
  const written: Readonly<Record<string, string | null | undefined>> = isSent
    ? ask.form
    : { ...partner, changedAt: undefined, version: undefined };
  const value = (field: string) => written[field] ?? undefined;
  const list = `${ask.home}/work/partners`;
  const title = partner ? 'Change the entry' : 'Register an external partner';
  return ask.respond({
    title,
    section: 'work',
    status: errors.size > 0 ? 422 : meanwhile ? 409 : undefined,
    body: html`${pageHeading({
      title,
      eyebrow: partner?.name,
      trail: workTrail(ask.home, { label: 'External partners', href: list }, { label: title }),
    })}${
      meanwhile
        ? callout({
            kind: 'warning',
            title: `${partner?.changedBy ?? 'Somebody'} has changed this entry while you were writing.`,
            body: 'Nothing is lost: what you wrote stands below. Look at the entry, and send it again.',
          })
        : ''
    }${card({
      body: form({
        action: partner ? `${partnerPath(ask.home, partner.id)}/change` : `${list}/new`,
        csrfToken: ask.person.csrfToken,
        submit: partner ? 'Change it' : 'Register it',
        second: linkButton({
          label: 'Not now',
          href: partner ? partnerPath(ask.home, partner.id) : list,
          tone: 'quiet',
        }),
        errors: [...errors].map(([field, message]) => ({ field, message })),
        body: html`<input type="hidden" name="version" value="${String(partner?.version ?? 0)}">${textField({
          id: 'name',
          name: 'name',
          label: 'Name',
          error: errors.get('name'),
          value: value('name'),
        })}${selectField({
          id: 'kind',
          name: 'kind',
          label: 'Kind of organisation',
          error: errors.get('kind'),
          value: value('kind'),
          options: partnerKinds.map(({ id, name }) => ({ value: id, label: name })),
        })}<div class="field-row">${textField({
          id: 'contactName',
          name: 'contactName',
          label: 'Contact: name',
          optional: true,
          error: errors.get('contactName'),
          value: value('contactName'),
        })}${textField({
          id: 'contactEmail',
          name: 'contactEmail',
          label: 'Contact: mail address',
          type: 'email',
          optional: true,
          error: errors.get('contactEmail'),
          value: value('contactEmail'),
        })}</div>${textArea({
          id: 'words',
          name: 'words',
          label: 'What they are to us',
          rows: 3,
          optional: true,
          error: errors.get('words'),
          value: value('words'),
        })}`,
      }),
    })}`,
  });
}

async function addPartner(ask: MemberAsk): Promise<Response> {
  const parsed = parsePartner(ask.form);
  if (!parsed.ok) return respondForm(ask, undefined, { errors: parsed.errors });
  const id = await asMember(ask.hub.database, ask.member, (view) =>
    insertExternalPartner(view, parsed.value, ask.hub.now()),
  );
  return ask.context.redirect(partnerPath(ask.home, id), 303);
}

async function changePartner(ask: MemberAsk, partner: ExternalPartner): Promise<Response> {
  const parsed = parsePartner(ask.form);
  if (ask.form.version !== String(partner.version)) return respondForm(ask, partner, { meanwhile: true });
  if (!parsed.ok) return respondForm(ask, partner, { errors: parsed.errors });
  const written = await asMember(ask.hub.database, ask.member, (view) =>
    insertExternalPartnerChange(view, partner.id, partner.version, parsed.value, ask.hub.now()),
  );
  if (written.done) return ask.context.redirect(partnerPath(ask.home, partner.id), 303);
  return withPartner(ask, (now) => respondForm(ask, now, { meanwhile: true }));
}
