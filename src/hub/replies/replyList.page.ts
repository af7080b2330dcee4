import { badge } from '../../page/badge.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import type { RoleId } from '../../vocabulary/partnership.ts';
import { peopleParts } from '../people/peopleParts.page.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { markReplySeen, type Reply, selectReplies } from './replies.store.ts';

const path = '/partnerships/:partnership/people/replies';
const roles = ['coordinator'] as const satisfies readonly RoleId[];

/** What people have answered to mails: notes and refused ones to be read, and what was done by the rest. */
export const replyListPages: Route[] = [
  { method: 'get', path, access: roles, answer: replyListPage },
  { method: 'post', path: `${path}/:reply/read`, access: roles, answer: read },
];

async function replyListPage(ask: MemberAsk): Promise<Response> {
  const replies = await asMember(ask.hub.database, ask.member, (view) => selectReplies(view));
  const toRead = replies.filter(
    ({ outcome, seenAt }) => seenAt === null && (outcome === 'note' || outcome === 'refused'),
  );
  const rest = replies.filter((reply) => !toRead.includes(reply));
  return ask.respond({
    title: 'Answers by mail',
    section: 'people',
    body: html`${pageHeading({
      title: 'Answers by mail',
      lead: 'What people answered to mails of this partnership. What could not be done by itself waits here to be read.',
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'People', href: `${ask.home}/people` },
        { label: 'Answers by mail' },
      ]),
    })}${peopleParts(ask, 'replies')}${
      replies.length === 0
        ? emptyState({
            title: 'Nobody has answered a mail yet.',
            body: 'Mails about commitments, hours and tests can be answered in a word, where the installation takes mail in (TANDEM_REPLY_ADDRESS).',
            level: 2,
          })
        : ''
    }${
      toRead.length > 0
        ? section({
            id: 'to-read',
            title: `To read (${toRead.length})`,
            body: itemList(toRead.map((reply) => replyItem(ask, reply))),
          })
        : ''
    }${
      rest.length > 0
        ? section({
            id: 'done',
            title: 'Done or read',
            body: itemList(rest.map((reply) => replyItem(ask, reply))),
          })
        : ''
    }`,
  });
}

function replyItem(ask: MemberAsk, reply: Reply) {
  const { id, outcome, words, sentence, fromEmail, holderEmail, holderName, arrivedAt, seenBy } = reply;
  const isHolder = fromEmail === holderEmail.toLowerCase();
  const isWaiting = seenBy === null && (outcome === 'note' || outcome === 'refused');
  return {
    title: isHolder ? holderName : `${fromEmail}, to a mail of ${holderName}`,
    href: subjectPath(ask.home, reply),
    badges: badgeOf(reply),
    body: words === '' ? '(no words)' : `“${words.length > 600 ? `${words.slice(0, 600)}…` : words}”`,
    meta: `${sentence} ${formatMoment(arrivedAt)}${seenBy ? `, read by ${seenBy}` : ''}`,
    action: isWaiting
      ? form({
          action: `${ask.home}/people/replies/${id}/read`,
          csrfToken: ask.person.csrfToken,
          submit: 'I have read it',
          submitTone: 'second',
          body: '',
        })
      : undefined,
  };
}

function badgeOf({ outcome }: Reply): Content {
  switch (outcome) {
    case 'done':
      return badge('good', 'Done');
    case 'note':
      return badge('info', 'Note');
    case 'refused':
      return badge('bad', 'Refused');
    case 'automatic':
      return badge('neutral', 'A programme');
  }
}

function subjectPath(home: string, { kind, subjectId }: Reply): string | undefined {
  const rooms: Readonly<Partial<Record<Reply['kind'], string>>> = {
    commitment: 'commitments',
    cycle: 'cycles',
    hours: 'hours',
  };
  const room = rooms[kind];
  return room && `${home}/work/${room}/${subjectId}`;
}

async function read(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('reply');
  if (isId(id))
    await asMember(ask.hub.database, ask.member, (view) => markReplySeen(view, id, ask.hub.now()));
  return ask.context.redirect(`${ask.home}/people/replies`, 303);
}
