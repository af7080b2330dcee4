import type { Content } from '../../page/html.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { MemberView } from '../store/view.ts';
import type { Hub } from '../web/route.ts';
import type { LinkKindId } from './linkKinds.ts';
import type { SignedLink } from './signedLinks.store.ts';

/** What a room is told of a link that was opened. */
export type OpenedLink = {
  readonly link: SignedLink;
  /** Of its own path: for addresses within the page. */
  readonly address: string;
  readonly now: Date;
  readonly config: Hub['config'];
};

/** What was sent and refused; both empty when the link is opened. */
export type Written = {
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  /** Said above the form: somebody was quicker. */
  readonly conflict?: string;
};

/** The page of a link: what its subject is, and the fields of what its holder can do with it. */
export type LinkShown = {
  readonly title: string;
  readonly eyebrow?: string;
  readonly lead?: Content;
  readonly body: Content;
  /** Left out where nothing can be done. The frame of the form, its token and its errors are made by the room of links. */
  readonly form?: { readonly fields: Content; readonly submit: string };
  /** Under the form: what only some need. */
  readonly more?: Content;
};

/** What came of a form. `done` with a sentence or two that say what was written. */
export type LinkActed =
  | { readonly done: true; readonly sentence: string; readonly more?: Content }
  | ({ readonly done: false } & Omit<Written, 'written'>);

/**
 * What a room provides for its kind of link. The views are a holder's (`view.holder`): they see the partnership, `member` is nobody,
 * rows are written with `actorOf(view)`, acts with `insertMemberAct`. Each function looks only at the link's own subject.
 */
export type LinkRoom = {
  /** Undefined when the subject is not there. Its view cannot write. */
  readonly show: (view: MemberView, opened: OpenedLink, sent: Written) => Promise<LinkShown | undefined>;
  /** Does the one thing, or answers `done: false` having written nothing. Its use is counted by the room of links. */
  readonly act?: (
    view: MemberView,
    opened: OpenedLink,
    form: Readonly<Record<string, string>>,
  ) => Promise<LinkActed>;
  /** The subject as a calendar file or a feed, at the link's address with /calendar.ics. */
  readonly file?: (
    view: MemberView,
    opened: OpenedLink,
  ) => Promise<
    { readonly name: string; readonly mediaType: string; readonly body: string | Uint8Array } | undefined
  >;
};

export type LinkRooms = Readonly<Partial<Record<LinkKindId, LinkRoom>>>;
