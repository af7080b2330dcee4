import { ReadingStopped } from './readingStopped.ts';

/** An archive is opened without a password, by the two methods that every system writes. */
export function zipMustNotBeLocked(isLocked: boolean): ReadingStopped {
  return isLocked
    ? new ReadingStopped(
        'zipMustNotBeLocked',
        null,
        'a locked archive',
        'the archive is locked by a password',
        'unpack it yourself into a folder on an encrypted disk, and load the folder',
      )
    : new ReadingStopped(
        'zipMustNotBeLocked',
        null,
        'an unusual archive',
        'the archive is packed by a method that the vault does not read',
        'unpack it yourself and load the folder, or pack it anew as a plain zip',
      );
}
