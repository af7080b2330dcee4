import { ReadingStopped } from '../intake/readingStopped.ts';

/** Another kind of JSON: what the API itself answers is no bundle. */
export function bundleMustHaveAHead(): ReadingStopped {
  return new ReadingStopped(
    'bundleMustHaveAHead',
    1,
    'JSON without head',
    'the file is JSON, but none that tandem vault fetch wrote',
    'fetch the records from the ODS: tandem vault fetch --help',
  );
}
