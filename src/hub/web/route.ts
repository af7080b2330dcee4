import type { Context } from 'hono';
import type { RoleId } from '../../vocabulary/partnership.ts';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import type { Language } from '../../vocabulary/language.ts';
import type { Content, Html } from '../../page/html.ts';
import type { OutboxAccess } from '../mail/outboxAccess.ts';
import type { Member } from '../store/view.ts';
import type { LogLine } from './logLine.ts';

/** What every route stands on; made once at the start. */
export type Hub = {
  readonly database: Database;
  readonly config: Config;
  readonly now: () => Date;
  /** Takes one line about a request or a fault. */
  readonly log: (line: LogLine) => void;
  /** The operator's way to mail that stays in the store; null where mail leaves, or where the store is no sample. */
  readonly outbox: OutboxAccess | null;
};

export type SignedIn = { readonly personId: string; readonly name: string; readonly csrfToken: string };

/**
 * A page before its shell is put round it. `section` is the id of the navigation's current entry (`navigation.ts`); left out, the
 * entry with the longest path that begins this one is current.
 */
export type PageParts = {
  readonly title: string;
  readonly body: Html;
  readonly section?: string;
  readonly status?: 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500;
  readonly description?: string;
  readonly language?: Language;
  /** A line on sources for the footer. */
  readonly sources?: Content;
  readonly print?: 'portrait' | 'landscape';
  readonly wide?: boolean;
};

type Asked = {
  readonly hub: Hub;
  readonly context: Context;
  /** The posted form's fields as text, CSRF already checked; empty on a GET. */
  readonly form: Readonly<Record<string, string>>;
  /** The token every posting form of the answer carries, for somebody signed in or not. */
  readonly formToken: string;
  readonly respond: (page: PageParts) => Promise<Response>;
};
/** A program that shows a token instead of signing in: no session, no form, no page. */
export type TokenAsk = Pick<Asked, 'hub' | 'context'>;
export type VisitorAsk = Asked & { readonly person: SignedIn | null };
export type PersonAsk = Asked & { readonly person: SignedIn };
/** `home` is the path of the member's partnership, without a slash at its end. */
export type MemberAsk = Asked & { readonly person: SignedIn; readonly member: Member; readonly home: string };

/**
 * One route and who may take it. Routes are data so that a test can try every one of them as every role.
 * Member routes begin with `/partnerships/:partnership`. `token` is a program that shows one as its bearer; `operator` is whoever holds the outbox link of this installation.
 */
export type Route = {
  readonly method: 'get' | 'post';
  readonly path: string;
  /** Takes more than a form does (`mostFileBytes`). */
  readonly takesFile?: boolean;
} & (
  | { readonly access: 'token'; readonly answer: (ask: TokenAsk) => Promise<Response> }
  | { readonly access: 'anyone' | 'operator'; readonly answer: (ask: VisitorAsk) => Promise<Response> }
  | { readonly access: 'signed in'; readonly answer: (ask: PersonAsk) => Promise<Response> }
  | { readonly access: 'members' | readonly RoleId[]; readonly answer: (ask: MemberAsk) => Promise<Response> }
);
