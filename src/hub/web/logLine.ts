/**
 * A line of the log. A route is named by its pattern, never by its address, so that no token or search is kept; what a person
 * typed is not there either.
 */
export type LogLine =
  | {
      readonly kind: 'request';
      readonly at: string;
      readonly method: string;
      readonly route: string;
      readonly status: number;
      readonly ms: number;
      readonly personId: string | null;
    }
  | {
      readonly kind: 'fault';
      readonly at: string;
      readonly route: string;
      readonly reference: string;
      readonly error: string;
    };
