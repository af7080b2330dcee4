import type { z } from 'zod';
import type { RoleId } from '../../vocabulary/partnership.ts';
import type { Connection, Database } from './database.ts';
import type { Statement } from '../../vocabulary/sqlStatements.ts';

export type PersonId = string;
export type PartnershipId = string;
export type DistrictId = string;

/** Somebody inside one partnership, in the role they have there. */
export type Member = {
  readonly personId: PersonId;
  readonly name: string;
  readonly role: RoleId;
  readonly districtId: DistrictId | null;
  readonly partnership: {
    readonly id: PartnershipId;
    readonly slug: string;
    readonly name: string;
    readonly isSample: boolean;
  };
};

type Values = Readonly<Record<string, unknown>>;

/**
 * An open transaction together with who is asking: row-level security shows what that asker may see. Store functions take a
 * view, so none can be written that asks for nobody.
 */
export type View = {
  readonly rows: <T>(statement: Statement, values: Values, shape: z.ZodType<T>) => Promise<T[]>;
  readonly row: <T>(statement: Statement, values: Values, shape: z.ZodType<T>) => Promise<T>;
  readonly optionalRow: <T>(
    statement: Statement,
    values: Values,
    shape: z.ZodType<T>,
  ) => Promise<T | undefined>;
  readonly run: (statement: Statement, values: Values) => Promise<void>;
  readonly copyIn: Connection['copyIn'];
};

/** Somebody without account who does one thing by a signed link, and who gave it to them. */
export type Holder = {
  readonly linkId: string;
  readonly name: string;
  readonly email: string;
  readonly givenBy: string;
};

/**
 * A view inside one partnership: rows of another are not there. With `holder` nobody is signed in: `member` then is nobody (`noPerson`)
 * in the least of roles, and who acts is said by `actorOf`.
 */
export type MemberView = View & { readonly member: Member; readonly holder?: Holder };

/** The person id of a view that has a holder. Nobody has it, so a row that names it as its maker is refused by the store. */
export const noPerson: PersonId = '00000000-0000-0000-0000-000000000000';

/** Who acts in a view, as a row keeps it: a person, or the link by which somebody without account does it. */
export function actorOf({ member, holder }: MemberView): {
  readonly personId: PersonId | null;
  readonly linkId: string | null;
} {
  return holder ? { personId: null, linkId: holder.linkId } : { personId: member.personId, linkId: null };
}

declare const operatorBrand: unique symbol;
/** The view of the process itself: loading public files, forging a partnership, setting up. Not bound by row-level security. */
export type OperatorView = View & { readonly [operatorBrand]: true };

/** Acts that concern no partnership (signing in, loading a file) are kept under this one. */
export const noPartnership: PartnershipId = '00000000-0000-0000-0000-000000000000';

function viewOf(connection: Connection): View {
  const rows: View['rows'] = async (statement, values, shape) => {
    const found = await connection.query(statement.text, valuesOf(statement, values));
    return found.map((row) => {
      const parsed = shape.safeParse(row);
      if (!parsed.success)
        throw new Error(`a row of ${statement.name} is not of its shape`, { cause: parsed.error });
      return parsed.data;
    });
  };
  return {
    rows,
    row: async (statement, values, shape) => {
      const found = await rows(statement, values, shape);
      if (found.length !== 1)
        throw new Error(`${statement.name} found ${found.length} rows where one is certain`);
      return found[0] as (typeof found)[0];
    },
    optionalRow: async (statement, values, shape) => {
      const found = await rows(statement, values, shape);
      if (found.length > 1)
        throw new Error(`${statement.name} found ${found.length} rows where one is the most`);
      return found[0];
    },
    run: async (statement, values) => {
      await connection.query(statement.text, valuesOf(statement, values));
    },
    copyIn: (statement, chunks) => connection.copyIn(statement, chunks),
  };
}

function valuesOf(statement: Statement, values: Values): unknown[] {
  const unused = Object.keys(values).filter((name) => !statement.parameters.includes(name));
  if (unused.length > 0) throw new Error(`${statement.name} has no parameter ${unused.join(', ')}`);
  return statement.parameters.map((name) => {
    if (!(name in values)) throw new Error(`${statement.name} needs a value for $${name}`);
    return values[name] ?? null;
  });
}

const become =
  "select set_config('role', 'tandem_app', true), set_config('tandem.person', $1, true), set_config('tandem.partnership', $2, true)";

/** Runs as a member: sees the member's partnership and nothing of another. */
export function asMember<T>(
  database: Database,
  member: Member,
  run: (view: MemberView) => Promise<T>,
): Promise<T> {
  return database.transaction(async (connection) => {
    await connection.query(become, [member.personId, member.partnership.id]);
    return run({ ...viewOf(connection), member });
  });
}

/** Runs as the holder of a signed link, inside its partnership and as nobody; `reading` is a transaction that cannot write. */
export function asHolder<T>(
  database: Database,
  as: Pick<Member, 'partnership' | 'districtId'> & { readonly holder: Holder },
  doing: 'reading' | 'acting',
  run: (view: MemberView) => Promise<T>,
): Promise<T> {
  const { partnership, districtId, holder } = as;
  const member: Member = {
    personId: noPerson,
    name: holder.name,
    role: 'external-partner',
    districtId,
    partnership,
  };
  return database.transaction(async (connection) => {
    await connection.query(become, ['', partnership.id]);
    if (doing === 'reading') await connection.query("select set_config('transaction_read_only', 'on', true)");
    return run({ ...viewOf(connection), member, holder });
  });
}

/** Runs for somebody who is signed in but in no partnership yet (`personId`), or not signed in (null). */
export function asVisitor<T>(
  database: Database,
  personId: PersonId | null,
  run: (view: View) => Promise<T>,
): Promise<T> {
  return database.transaction(async (connection) => {
    await connection.query(become, [personId ?? '', noPartnership]);
    return run(viewOf(connection));
  });
}

/** Runs as the operator of this installation, over all rows. */
export function asOperator<T>(database: Database, run: (view: OperatorView) => Promise<T>): Promise<T> {
  return database.transaction((connection) => run(viewOf(connection) as OperatorView));
}
