import { ReadingStopped } from './readingStopped.ts';

/** An archive is what its own directory says: neither cut short nor changed on the way. */
export function zipMustBeWhole(what: string): ReadingStopped {
  return new ReadingStopped(
    'zipMustBeWhole',
    null,
    'a damaged archive',
    what,
    'copy or download it again; if that does not help, export it again',
  );
}
